/**
 * The phone a hold was asked for on, and a hold that was opened by its words: two cookies, which say nothing to whoever
 * reads the database, and end with an exit.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { keyedHash } from "~/data/keyed-hash.server";
import { cookieOf } from "~/http/cookies.server";

const DEVICE = "__Host-device";
const OPENED = "__Host-hold";
// A hold stands for three hours, longer where staff give it time, and is told of for a day after.
const DEVICE_S = 2 * 86_400;
const TOKEN = /^[\w-]{43}$/;
const FOR_THIS_HOST = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** What the database knows the phone by; null before it was given a cookie. */
export function deviceOf(request: Request): Uint8Array | null {
  const token = tokenOf(request);
  return token === null ? null : keyedHash("device", token);
}

/** The phone's own for two days more, or its first. */
export function deviceCookie(request: Request): string {
  const token = tokenOf(request) ?? randomBytes(32).toString("base64url");
  return `${DEVICE}=${token}; ${FOR_THIS_HOST}; Max-Age=${DEVICE_S}`;
}

/** The hold whose words were typed in this browser. */
export function openedHoldId(request: Request): string | null {
  const [holdId = "", seal = ""] = (cookieOf(request, OPENED) ?? "").split(".");
  const [given, own] = [Buffer.from(seal, "base64url"), sealOf(holdId)];
  return given.length === own.length && timingSafeEqual(given, own) ? holdId : null;
}

/** Until the browser is closed: it may be somebody else's phone. */
export function openedCookie(holdId: string): string {
  return `${OPENED}=${holdId}.${sealOf(holdId).toString("base64url")}; ${FOR_THIS_HOST}`;
}

export function endOpenedCookie(): string {
  return `${OPENED}=; ${FOR_THIS_HOST}; Max-Age=0`;
}

export function endDeviceCookie(): string {
  return `${DEVICE}=; ${FOR_THIS_HOST}; Max-Age=0`;
}

function tokenOf(request: Request): string | null {
  const token = cookieOf(request, DEVICE);
  return token && TOKEN.test(token) ? token : null;
}

// Only this server can write one: a hold is not opened by guessing its id.
function sealOf(holdId: string): Buffer {
  return keyedHash("opened hold", holdId);
}
