/** The one style sheet of a page, inline: seekers never carry the staff's, nor a list what a hold is drawn with. */
import desk from "~/ui/desk.css?inline";
import hold from "~/ui/hold.css?inline";
import ownAsk from "~/ui/own-ask.css?inline";
import page from "~/ui/page.css?inline";
import staff from "~/ui/staff.css?inline";

const STAFF = page + staff;
const GROUP = STAFF + desk;
const HOLD = page + hold;
const ASK = HOLD + ownAsk;

export function sheetFor(pathname: string): string {
  if (/^\/(staff|outbox)(\/|$)/.test(pathname)) return STAFF;
  if (/^\/group(\/|$)/.test(pathname)) return GROUP;
  if (/^\/ask(\/|$)/.test(pathname)) return ASK;
  return /^\/(alert|(places\/[^/]+\/)?hold)(\/|$)/.test(pathname) ? HOLD : page;
}
