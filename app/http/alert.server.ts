/** The wait of a browser in which its five words were typed, and the forms about it. */
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { keyedHash } from "~/data/keyed-hash.server";
import { ownAlert } from "~/data/room-alerts.server";
import type { RoomAlert } from "~/domain/room-alert";
import { cookieOf } from "~/http/cookies.server";
import { digestOf } from "~/http/digest.server";
import type { AlertSaid } from "~/text/room-alert";

const OPENED = "__Host-alert";
// A wait is 24 h, and is told of for a day after.
const OPENED_S = 2 * 86_400;
const FOR_THIS_HOST = "Path=/; Secure; HttpOnly; SameSite=Lax";
const LONGEST_CONTACT = 254;

const key = z.uuid();
const email = z.email().max(LONGEST_CONTACT);
const asking = z.object({ key, contact: z.string().trim() });
const keeping = z.object({ key, do: z.enum(["extend", "stop"]) });
const answering = z.object({ key, hold: z.uuid(), say: z.enum(["yes", "no"]) });
const said = z.enum(["extended", "passed", "gone", "unclear"] satisfies AlertSaid[]);

/** Whoever only asked has no such cookie: the words may be in another person's mail. */
export async function openedAlert(request: Request): Promise<RoomAlert | null> {
  const [alertId = "", seal = ""] = (cookieOf(request, OPENED) ?? "").split(".");
  const [given, own] = [Buffer.from(seal, "base64url"), sealOf(alertId)];
  const isOurs = given.length === own.length && timingSafeEqual(given, own);
  return isOurs ? ((await ownAlert(alertId)) ?? null) : null;
}

/** What an open page shows of it, in a few letters. */
export function alertTold({ alertId, state, endedAs, until, offer }: RoomAlert): string {
  return digestOf([alertId, state, endedAs, until, offer]);
}

export function openedAlertCookie(alertId: string): string {
  return `${OPENED}=${alertId}.${sealOf(alertId).toString("base64url")}; ${FOR_THIS_HOST}; Max-Age=${OPENED_S}`;
}

export function endAlertCookie(): string {
  return `${OPENED}=; ${FOR_THIS_HOST}; Max-Age=0`;
}

export type ReadAsk =
  | { kind: "asked"; key: string; contact: string }
  | { kind: "unclear"; problem: "contact" | "old-form"; contact: string };

export function readAskForm(sent: FormData): ReadAsk {
  const read = asking.safeParse(Object.fromEntries(sent));
  if (!read.success) return { kind: "unclear", problem: "old-form", contact: "" };
  const { contact } = read.data;
  if (email.safeParse(contact).success) return { kind: "asked", ...read.data };
  return { kind: "unclear", problem: "contact", contact: contact.slice(0, LONGEST_CONTACT) };
}

export function readKeepForm(sent: FormData): z.infer<typeof keeping> | null {
  return keeping.safeParse(Object.fromEntries(sent)).data ?? null;
}

export function readAnswerForm(sent: FormData): z.infer<typeof answering> | null {
  return answering.safeParse(Object.fromEntries(sent)).data ?? null;
}

export function alertSaid(request: Request): AlertSaid | null {
  return said.safeParse(new URL(request.url).searchParams.get("said")).data ?? null;
}

// Only this server can write one: a wait is not opened by guessing its id.
function sealOf(alertId: string): Buffer {
  return keyedHash("opened alert", alertId);
}
