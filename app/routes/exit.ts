import { exitAnswer } from "~/http/exit.server";

/** One tap away from here: a neutral page, and nothing of this one left in the browser's keeping. */
export function loader() {
  return exitAnswer();
}
