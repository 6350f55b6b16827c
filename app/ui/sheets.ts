/** The one style sheet of a page, inline: seekers never carry the staff's. */
import page from "~/ui/page.css?inline";
import staff from "~/ui/staff.css?inline";

const STAFF = page + staff;

export function sheetFor(pathname: string): string {
  return /^\/(staff|outbox)(\/|$)/.test(pathname) ? STAFF : page;
}
