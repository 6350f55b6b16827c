/** Every state of every page that an address opens, and who sees it so. */
import type { Who } from "./people";
import { FAMILY } from "./warmstop";

/** PLACE is a place of the sample, HELD a hold there, PERSON somebody of its staff. */
export type PageState = [name: string, path: string, who?: Who, status?: number];

// A hold is asked for now, at whatever hour that is.
const NOW = FAMILY.replace("&when=17:30", "");

const SEEKERS: PageState[] = [
  ["the start page", "/"],
  ["the answer", `/?${FAMILY}&map=0`],
  ["the whole answer", `/?${FAMILY}&map=0&all=1`],
  [
    "the answer to one adult with a dog and a wheelchair",
    "/?where=66101&pets=large-dog&wheelchair=1&when=17:30&map=0",
  ],
  ["the answer at night", "/?where=66101&adults=1&children=3&when=03:30&map=0"],
  ["the choice between corners", "/?where=Minnesota"],
  ["a town that is not ours", "/?where=10001"],
  ["words that name nothing", "/?where=qqqqzzzz"],
  ["a form with mistakes", "/?where=7th&adults=many&children=6,x&when=soon", "anybody", 400],
  ["a place", `PLACE?${FAMILY}`],
  ["a place without a start", "PLACE"],
  ["what was found at the door", `PLACE/door?${FAMILY}`],
  ["the buses near a corner", "/access?where=7th+%26+Minnesota"],
  ["the buses near one of several corners", "/access?where=Minnesota"],
  ["a place that is not there", "/places/999999", "anybody", 404],
  ["a page that is not there", "/nowhere", "anybody", 404],
  ["the five words of an ask", "/ask/code"],
  ["asking for help where no group is", "/ask/new?where=10001"],
];

const HOLDS: PageState[] = [
  ["asking a place to hold a room", `PLACE/hold?${NOW}`],
  ["the five words of a hold", "/hold/code"],
  ["a hold that is not open here", "/hold"],
  ["a code to a mail address", "/hold/mail"],
  ["the code of a mail", `/hold/mail-code?${NOW}`, "asking"],
  ["a request that stands", `/hold?${NOW}`, "asking"],
  ["a hold", `/hold?${NOW}`, "holding"],
  ["a hold that is over", `/hold?${NOW}`, "over"],
  ["asking to be told when a room opens", `/alert/ask?${FAMILY}`],
  ["the five words of a wait", "/alert/code?sent=1"],
  ["a wait that is not open here", "/alert"],
  ["a wait", "/alert", "waiting"],
  ["a room that is offered", "/alert", "offered"],
  ["a wait that is over", "/alert", "over"],
];

const STAFF: PageState[] = [
  ["signing in", "/staff/sign-in"],
  ["the code of a sign-in", "/staff/code", "manager"],
  ["the places of one's own", "/staff", "two teams"],
  ["the board", "/staffPLACE", "manager"],
  ["a count that was not sent", "/staffPLACE/count", "manager"],
  ["extra units that were not sent", "/staffPLACE/extra", "manager"],
  ["who changed what", "/staffPLACE/log", "manager"],
  ["the note for callers", "/staffPLACE/note", "manager"],
  ["asks and holds", "/staffPLACE/holds", "manager"],
  ["a hold by phone", "/staffPLACE/holds/phone", "manager"],
  ["the words of a hold, large", "/staffPLACE/holds/code/HELD", "manager"],
  ["a step that was not sent", "/staffPLACE/holds/arrived", "manager"],
  ["a no that was not sent", "/staffPLACE/holds/decline", "manager"],
  ["what people read of the place", "/staffPLACE/edit", "manager"],
  ...["words", "who", "hours", "units"].map((part): PageState => [
    `changing the ${part}`,
    `/staffPLACE/edit/${part}`,
    "manager",
  ]),
  ["reminders", "/staff/reminders", "manager"],
  ["tablets", "/staff/tablets", "manager"],
  ["people", "/staff/people", "manager"],
  ["a locked tablet", "/staff", "tablet"],
  ["a PIN to be typed", "/staff/pin/PERSON", "tablet"],
  ["a PIN to be chosen", "/staff/pin", "desk"],
  ["what was kept while the tablet was locked", "/staff/kept", "desk"],
  ["the outbox", "/outbox"],
];

export const PAGES = [...SEEKERS, ...HOLDS, ...STAFF];

/** What a look at a page has to find, on one that has none of it. */
export const PLANTED: [what: string, html: string, found: RegExp][] = [
  ["a button without a name", '<button style="width: 48px; height: 48px"></button>', /button-name/],
  ["pale words", '<p style="color: #999">A warm place</p>', /color-contrast/],
  ["a target of 30 pixels", '<a href="/" style="display: block; height: 30px">Back</a>', /x 30/],
  ["a page of 340 pixels", '<p style="width: 330px">A warm place</p>', /to 3\d\d/],
  [
    "a button without a name on wide screens alone",
    `<style>@media (max-width: 50rem) { .planted { display: none } }</style>
    <button class="planted" style="width: 48px; height: 48px"></button>`,
    /button-name/,
  ],
];
