/** The ways to say no: thrown where a thing is missing, drawn by the error page with a number to call. */
import { data } from "@remix-run/node";
import { DatabaseAway } from "~/data/connection.server";

export type Refusal = { missing: "page" | "place" | "database" };

/** To be thrown: the 404 page. */
export function notFound(missing: Refusal["missing"] = "page") {
  return data({ missing } satisfies Refusal, { status: 404 });
}

/** Runs what asks the database; while that is away, the 503 page instead of one about a bug. */
export async function whileThere<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DatabaseAway) throw data({ missing: "database" } satisfies Refusal, { status: 503 });
    throw error;
  }
}
