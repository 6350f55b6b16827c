/** What the inbox's routes share: one hold of one place, where a saved change leads, and what a refused one shows. */
import { randomUUID } from "node:crypto";
import { data, redirect } from "@remix-run/node";
import { wasAsked } from "~/data/asked.server";
import { findBoardPool } from "~/data/board.server";
import { codeOf, codeWords, hashOfCode } from "~/data/codes.server";
import { holdByPhone, holdsAt, type InboxHold } from "~/data/holds.server";
import type { HeldByPhone } from "~/domain/hold";
import {
  isDone,
  missedFrom,
  noteOf,
  NOTES,
  stepsFor,
  type Note,
  type RefusedKind,
  type StepAnswer,
} from "~/domain/inbox";
import type { Party } from "~/domain/party";
import { unitsNeeded } from "~/domain/pool";
import type { StaffPlace } from "~/domain/staff";
import { LANGUAGES, type Language } from "~/text/language";
import type { Refused } from "~/text/inbox-after";
import { digestOf } from "./digest.server";

/** The place's own; undefined for another's, or one that was over long ago. */
export async function findHoldAt(
  token: string,
  placeId: number,
  holdId: string,
): Promise<InboxHold | undefined> {
  return (await inboxAt(token, placeId)).find((hold) => hold.holdId === holdId);
}

/**
 * The hold that is tapped: undefined for none of this place's. A tap that comes again when its hold is no more in the inbox
 * is answered as before, without it.
 */
export async function tappedHold(
  token: string,
  placeId: number,
  { key, holdId }: { key: string; holdId: string },
): Promise<{ hold: InboxHold | undefined } | undefined> {
  const hold = await findHoldAt(token, placeId, holdId);
  return hold || (await wasAsked(key)) ? { hold } : undefined;
}

/** Nothing for who may not act for the place. */
export async function inboxAt(token: string, placeId: number): Promise<InboxHold[]> {
  const inbox = await holdsAt(token, placeId);
  return inbox.kind === "holds" ? inbox.holds : [];
}

/** What an open inbox shows, in a few letters. */
export function inboxTold(holds: readonly InboxHold[], now: Date): string {
  const shown = (hold: InboxHold) => [
    hold.holdId,
    hold.version,
    hold.state,
    stepsFor(hold, now.getTime() / 1000),
  ];
  return digestOf(holds.map(shown));
}

/** In every language: nobody knows in which one they will say it. */
export function saidCode(holdId: string): { language: Language; words: string }[] {
  const code = codeOf("hold", holdId);
  return LANGUAGES.map((language) => ({ language, words: codeWords(code, language).join(" ") }));
}

type Call = { key: string; poolId: number; party: Party; arrivesAt?: Date; contact?: string };

/** As many units as they need, of a pool of this place; another's is not there. */
export async function holdForCaller(token: string, placeId: number, call: Call): Promise<HeldByPhone> {
  const { key, poolId, party, arrivesAt, contact } = call;
  const pool = await findBoardPool(placeId, poolId);
  if (!pool) return { kind: "unknown-pool" };
  const holdId = randomUUID();
  const codeHash = hashOfCode("hold", codeOf("hold", holdId));
  const units = unitsNeeded(pool, party);
  return holdByPhone({ key, token, holdId, codeHash, poolId, units, party, arrivesAt, contact });
}

type Saved = { holdId: string; version: number };

export function savedAt({ placeId }: StaffPlace, { holdId, version }: Saved, note: Note | null): string {
  const address = `/staff/places/${placeId}/holds?saved=${holdId}&version=${version}`;
  return note ? `${address}&note=${note}` : address;
}

export function savedNote(url: URL): Note | null {
  return NOTES.find((note) => note === url.searchParams.get("note")) ?? null;
}

/** The hold an address says was saved, if it still is as that left it: else it is not true any more. */
export function savedHold<Of extends Saved>(url: URL, holds: readonly Of[]): Of | null {
  const [holdId, version] = [url.searchParams.get("saved"), url.searchParams.get("version")];
  return holds.find((hold) => hold.holdId === holdId && String(hold.version) === version) ?? null;
}

const STATUS: Record<RefusedKind, number> = {
  closed: 409,
  "signed-out": 401,
  "unknown-hold": 404,
  "key-used-otherwise": 409,
  "no-more-time": 409,
  full: 409,
  "has-hold": 409,
  "too-early": 409,
  "still-a-request": 409,
  "needs-a-reason": 400,
};

/** After a tap: on to the inbox, or why it changed nothing. */
export function answered<Page extends object>(
  answer: StepAnswer,
  page: Page & { place: StaffPlace },
  hold: InboxHold | undefined,
) {
  if (isDone(answer)) return redirect(savedAt(page.place, answer, noteOf(answer)));
  const kind = answer.kind as RefusedKind;
  const refused: Refused = {
    kind,
    state: "state" in answer ? answer.state : null,
    until: "until" in answer ? answer.until.getTime() / 1000 : null,
    from: hold ? missedFrom(hold) : null,
  };
  return data({ ...page, hold: hold ?? null, refused }, { status: STATUS[kind] });
}
