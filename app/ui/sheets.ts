/** The one style sheet of a page, inline: seekers never carry the staff's, nor a list what a hold is drawn with. */
import hold from "~/ui/hold.css?inline";
import page from "~/ui/page.css?inline";
import staff from "~/ui/staff.css?inline";

const STAFF = page + staff;
const HOLD = page + hold;

export function sheetFor(pathname: string): string {
  if (/^\/(staff|outbox)(\/|$)/.test(pathname)) return STAFF;
  return /^\/(alert|(places\/[^/]+\/)?hold)(\/|$)/.test(pathname) ? HOLD : page;
}
