/** Whoever was helped may help the next one: offered once it is over, and never as something owed. */
import type { Ask, AskEnd } from "~/domain/ask";
import type { ListedGroup } from "~/domain/group";

// Who was not reached, or asked twice, has not been helped by it.
const AFTER: readonly AskEnd[] = ["helped", "elsewhere"];

/** The group they may ask to join; null: it is not over, did not end well, or the group takes nobody any more. */
export function groupToJoin(
  { closedAs, group }: Pick<Ask, "closedAs" | "group">,
  listed: readonly ListedGroup[],
): number | null {
  if (closedAs === null || !AFTER.includes(closedAs)) return null;
  // An open group's name is its own in its region.
  return listed.find(({ name }) => name === group)?.groupId ?? null;
}
