/** A line entered by hand, read from its file. */
import path from "node:path";
import { decode } from "~/data/import/decode.server";
import { routeIn } from "~/data/import/route-file.server";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { bytesOf, refuse } from "./feed-files";

/** Notes on what was passed over in it are said. */
export async function readHandRoute(file: string, say: (line: string) => void): Promise<HandRoute> {
  const name = path.basename(file);
  const words = decode(await bytesOf(file));
  if (words.kind === "refused") return refuse(name, [{ ...words, file: name, column: null }]);
  const read = routeIn(words.text, name);
  if (read.kind === "refused") return refuse(name, read.faults);
  for (const note of [...words.notes, ...read.notes]) say(`Careful: ${name}: ${note}`);
  return read.route;
}
