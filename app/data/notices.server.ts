/**
 * Mails that wait to be sent: claimed for a while, worded when they leave, tried again with growing pauses. A sender that
 * dies over one leaves it to be sent once more by the next; so a mail may come twice, never three times, and is not lost.
 */
import type { Party } from "~/domain/party";
import { fitOf } from "~/domain/fit";
import type { Place } from "~/domain/place";
import type { Unit } from "~/domain/pool";
import type { AlertEnd } from "~/domain/room-alert";
import { alertMails, type MailText } from "~/text/alert-mail";
import { askMails } from "~/text/ask-mail";
import { fitSentence } from "~/text/fit";
import { unitsToHold } from "~/text/hold";
import { isLanguage, type Language } from "~/text/language";
import { roomMails, type RoomMail } from "~/text/room-mail";
import { groupMails, type GroupMail } from "~/text/group-mail";
import { reminderWords } from "~/text/reminder";
import { clockOf, sayWallTime } from "~/text/say";
import { codeOf, codeWords } from "./codes.server";
import { sql, within } from "./database.server";
import type { Posted } from "./mail.server";
import { findPlace } from "./places.server";
import { findRegion } from "./regions.server";
import { send } from "./send.server";

type NoticeKind =
  | "confirm"
  | "offer"
  | "held"
  | "gone"
  | "ended"
  | "undecided-soon"
  | "undecided-now"
  | "ask-new"
  | "ask-risen"
  | GroupMail
  | RoomMail;

export type Notice = {
  noticeId: string;
  kind: NoticeKind;
  tries: number;
  to: string;
  language: string;
  name: string | null;
  placeId: number | null;
  alertId: string | null;
  endedAs: AlertEnd | null;
  party: Party | null;
  groupId: number | null;
  group: string | null;
  hold: { holdId: string; unit: Unit; units: number; until: string } | null;
};

const MOST_AT_ONCE = 10;

/** What became of each mail that was due. */
export async function sendNotices(): Promise<Posted["kind"][]> {
  const [{ notices }] = await within(sql<[{ notices: Notice[] }]>`
    select claim_notices(${MOST_AT_ONCE}) as notices`);
  return Promise.all(notices.map(sendNotice));
}

async function sendNotice(notice: Notice): Promise<Posted["kind"]> {
  const words = await wordsOf(notice);
  const posted = await send({ id: notice.noticeId, to: notice.to, ...words });
  await within(sql`select note_sent(${notice.noticeId}, ${notice.tries}, ${posted.kind})`);
  return posted.kind;
}

async function wordsOf(notice: Notice): Promise<MailText> {
  const language = isLanguage(notice.language) ? notice.language : "en";
  if (notice.groupId !== null) return groupMailFor(notice, language);
  const found = notice.placeId === null ? undefined : await findPlace(notice.placeId);
  const region = found && (await findRegion(found.regionSlug));
  const there = found && { place: found.place, timeZone: region?.timeZone ?? "UTC" };
  return notice.alertId === null
    ? reminderFor(notice, there, language)
    : alertMailFor({ ...notice, alertId: notice.alertId }, there, language);
}

type There = { place: Place; timeZone: string } | undefined;

function alertMailFor(notice: Notice & { alertId: string }, there: There, language: Language): MailText {
  const mails = alertMails[language];
  const words = codeWords(codeOf("alert", notice.alertId), language).join(" ");
  const opening = { words, page: pageAt("/alert") };
  const name = there?.place.name ?? "";
  switch (notice.kind) {
    case "confirm":
      return mails.confirm({ words, page: pageAt("/alert/code") });
    case "gone":
      return mails.gone(name, opening);
    case "ended":
      return mails.ended(notice.endedAs === "no-answer", opening);
    default:
      return heldMail(notice, there, language, opening);
  }
}

function heldMail(
  { kind, hold, party }: Notice,
  there: There,
  language: Language,
  opening: { words: string; page: string | null },
): MailText {
  if (!hold || !there) throw new Error("A mail about a hold needs the hold and its place.");
  const { place, timeZone } = there;
  const told = {
    place: place.name,
    what: unitsToHold(hold.units, hold.unit, language),
    until: clockOf(language, timeZone).until(new Date(hold.until).getTime() / 1000),
    address: [place.site.address, place.site.city, place.phone].filter(Boolean).join("\n"),
  };
  if (kind === "offer") {
    const fit = party ? fitSentence(fitOf(party, place.admits), party, language) : "";
    return alertMails[language].offer({ ...told, fit, ...opening });
  }
  const words = codeWords(codeOf("hold", hold.holdId), language).join(" ");
  return alertMails[language].held({ ...told, words, page: pageAt("/hold/code") });
}

/** Nothing of the family leaves by mail: only that somebody asks, and where to look. */
function groupMailFor({ kind, name, group, groupId }: Notice, language: Language): MailText {
  const told = { name: name ?? "", group: group ?? "" };
  const at = `/group/${groupId}`;
  switch (kind) {
    case "group-waits":
      return groupMails[language][kind]({ ...told, page: pageAt("/group") });
    case "join-asked":
      return groupMails[language][kind]({ ...told, page: pageAt(at) });
    case "still-stands":
      return groupMails[language][kind]({ ...told, page: pageAt(`${at}/offers`) });
    case "stay-ends":
    case "wants-out":
    case "no-check-in":
      return groupMails[language][kind]({ ...told, page: pageAt(`${at}/stays`) });
    case "room-asked":
    case "room-news":
      return roomMails[language][kind]({ ...told, page: pageAt(`${at}/rooms/mine`) });
    case "room-waits":
    case "room-call":
    case "room-wants-out":
    case "room-ends":
      return roomMails[language][kind]({ ...told, page: pageAt(`${at}/desk`) });
    default:
      return askMails[language][kind === "ask-risen" ? "risen" : "new"]({
        ...told,
        desk: pageAt(`${at}/desk`),
      });
  }
}

function reminderFor({ kind, name, placeId }: Notice, there: There, language: Language): MailText {
  const told = {
    name: name ?? "",
    place: there?.place.name ?? "",
    hour: sayWallTime(there?.place.hours.rule?.decidedAt ?? 0, language),
    board: pageAt(`/staff/places/${placeId}`),
    settings: pageAt("/staff/reminders"),
  };
  const words = reminderWords[language];
  return kind === "undecided-soon" ? words.soon(told) : words.now(told);
}

/** On the address the operator says is ours: what a request calls us could be a stranger's. */
function pageAt(path: string): string | null {
  const { PUBLIC_URL } = process.env;
  return PUBLIC_URL && URL.canParse(path, PUBLIC_URL) ? new URL(path, PUBLIC_URL).href : null;
}
