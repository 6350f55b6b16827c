/** Whether a form comes again: then its change is answered as before, whatever has moved on since. */
import { sql, within } from "./database.server";

/** A form's key: a UUID. Kept for 72 h. */
export async function wasAsked(key: string): Promise<boolean> {
  const [{ was }] = await within(sql<[{ was: boolean }]>`select was_asked(${key}) as was`);
  return was;
}
