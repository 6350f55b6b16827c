/** The routes of a desk, asked as its people's browsers ask them. */
import { randomUUID } from "node:crypto";
import { action as change } from "~/routes/group.$groupId.asks.$askId.$change";
import type { Seeded } from "./groups";
import { askHandler, type AskedAs, type Told } from "./handlers";

export type DeskAsked = Partial<Omit<AskedAs, "by" | "placeId">> & {
  by: Seeded;
  groupId: number;
  askId?: string;
};

export function askDesk(
  handler: unknown,
  { by, groupId, askId = "", params, ...more }: DeskAsked,
): Promise<Told> {
  return askHandler(handler, {
    by: by.token,
    placeId: 0,
    params: { groupId: String(groupId), askId, ...params },
    ...more,
  });
}

/** A form beside an ask, sent. */
export function sendAt(what: string, form: Record<string, string>, asked: DeskAsked): Promise<Told> {
  return askDesk(change, { ...asked, params: { change: what }, form: { key: randomUUID(), ...form } });
}
