/** A place as its managers edit it. Each change is one statement, done once for its key. */
import type { PartSaid, PlacePart, PlaceSheet } from "~/domain/place-sheet";
import { sql, within } from "./database.server";

/** undefined for whoever is no manager of the place. */
export async function findPlaceSheet(token: string, placeId: number): Promise<PlaceSheet | undefined> {
  type Kept = Omit<PlaceSheet, "edits"> & { edits: { part: PlacePart; at: string; who: string }[] };
  const [{ sheet }] = await within(sql<[{ sheet: Kept | null }]>`
    select place_sheet(${token}, ${placeId}) as sheet`);
  if (!sheet) return undefined;
  const edits = sheet.edits.map(({ part, at, who }) => ({ part, at: new Date(at), who }));
  return { parts: sheet.parts, edits };
}

export type Edited =
  | { kind: "edited" }
  /** Somebody changed it after the page was shown; `seen` names what is there now. */
  | { kind: "moved-on"; seen: string }
  /** A kind of unit that would go is held for somebody. */
  | { kind: "has-holds" }
  | { kind: "unknown-place" }
  | { kind: "signed-out" }
  | { kind: "key-used-otherwise" };

/** `seen`: as the page showed it. */
export async function editPlace(
  edit: { key: string; token: string; placeId: number; seen: string } & PartSaid,
): Promise<Edited> {
  const { key, token, placeId, seen, part, said } = edit;
  const [{ answer }] = await within(sql<[{ answer: Edited }]>`
    select edit_place(${key}, ${token}, ${placeId}, ${part}, ${seen}, ${sql.json(said as never)}) as answer`);
  return answer;
}
