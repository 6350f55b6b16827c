/** The ask of a browser in which it was sent, or its five words were typed. */
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { ownAsk } from "~/data/asks.server";
import { keyedHash } from "~/data/keyed-hash.server";
import type { Ask } from "~/domain/ask";
import type { OwnMatch } from "~/domain/match";
import type { OwnAskSaid } from "~/domain/ask-form";
import type { OwnSearch } from "~/domain/stay";
import { cookieOf } from "~/http/cookies.server";
import type { StayTold } from "~/text/own-stay";

const OPENED = "__Host-ask";
// Begun anew at each visit: nights in a car are not always a day apart.
const OPENED_S = 4 * 86_400;
const FOR_THIS_HOST = "Path=/; Secure; HttpOnly; SameSite=Lax";

const toldOfStay = z.enum(["all-right", "call-me", "want-out", "over", "old-form"] satisfies StayTold[]);
const said = z.enum(["sent", "saved"] satisfies OwnAskSaid[]);

/** Whoever reads it has seen what is there. */
export async function openedAsk(request: Request): Promise<Ask | null> {
  const [askId = "", seal = ""] = (cookieOf(request, OPENED) ?? "").split(".");
  const [given, own] = [Buffer.from(seal, "base64url"), sealOf(askId)];
  const isOurs = given.length === own.length && timingSafeEqual(given, own);
  return isOurs ? ownAsk(askId) : null;
}

export function openedAskCookie(askId: string): string {
  return `${OPENED}=${askId}.${sealOf(askId).toString("base64url")}; ${FOR_THIS_HOST}; Max-Age=${OPENED_S}`;
}

export function stayTold(request: Request): StayTold | null {
  return toldOfStay.safeParse(new URL(request.url).searchParams.get("told")).data ?? null;
}

export function endAskCookie(): string {
  return `${OPENED}=; ${FOR_THIS_HOST}; Max-Age=0`;
}

/** Changes with whatever its page tells of the group's side, of its room and its nights; says nothing of it. */
export function newsOf(
  { messages, groupSeen, isRead, who, waitsSince, closedAs }: Ask,
  matches: readonly OwnMatch[],
  stays: OwnSearch | null,
): string {
  const rooms = matches.map(({ state, checkIn, handover }) => [state, checkIn, handover]);
  const told = JSON.stringify([
    messages,
    groupSeen,
    isRead,
    who,
    waitsSince === null,
    closedAs,
    rooms,
    stays,
  ]);
  return keyedHash("news of an ask", told).toString("base64url").slice(0, 12);
}

export function askSaid(request: Request): OwnAskSaid | null {
  return said.safeParse(new URL(request.url).searchParams.get("said")).data ?? null;
}

// Only this server can write one: an ask is not opened by guessing its id.
function sealOf(askId: string): Buffer {
  return keyedHash("opened ask", askId);
}
