/** The ways to say no: thrown where a thing is missing, drawn by the error page with a number to call. */
import { data } from "@remix-run/node";

export type Refusal = { missing: "page" | "place" };

/** To be thrown: the 404 page. */
export function notFound(missing: Refusal["missing"] = "page") {
  return data({ missing } satisfies Refusal, { status: 404 });
}
