/** Who is signed in: the cookie of their session, and the pages that need one. */
import { redirect } from "@remix-run/node";
import { signOut, staffPlaces, tokenOnTablet, whoIs } from "~/data/people.server";
import type { SignedIn, StaffPlace } from "~/domain/staff";
import { cookieOf } from "~/http/cookies.server";
import { keptCookie } from "~/http/kept-form.server";
import { notFound } from "~/http/refusals.server";
import { isWatching } from "~/http/watching.server";
import { tabletToken } from "~/http/tablet.server";

// The prefix binds it to this host and to https; browsers take it on a developer's own machine too.
const COOKIE = "__Host-staff";
const SIGN_IN = "/staff/sign-in";

// Before a token that is good only together with the secret in the tablet's cookie.
const ON_TABLET = "t.";

export type Staff = SignedIn & { token: string };

export async function findStaff(request: Request): Promise<Staff | null> {
  const token = sessionToken(request);
  const person = token ? await whoIs(token, { watches: isWatching(request) }) : null;
  return token && person ? { ...person, token } : null;
}

/**
 * Throws the way to the sign-in page where nobody is signed in; on a shared tablet to its locked screen, with what was typed
 * kept for whoever opens it.
 */
export async function requireStaff(request: Request): Promise<Staff> {
  const staff = await findStaff(request);
  if (staff) return staff;
  const headers = new Headers({ "Set-Cookie": endCookie() });
  const tablet = tabletToken(request);
  if (tablet === null) throw redirect(SIGN_IN, { headers });
  const kept = await keptCookie(request, tablet);
  if (kept) headers.append("Set-Cookie", kept);
  throw redirect("/staff", { headers });
}

/** The session this browser had, if any: over, whoever reads its cookie later. */
export async function endSession(request: Request): Promise<void> {
  const token = sessionToken(request);
  if (token) await signOut(token);
}

/** One of their places; throws 404 for any other, be it there or not. */
export async function requirePlace(
  { token }: Pick<Staff, "token"> & Partial<Staff>,
  id = "",
): Promise<StaffPlace> {
  const [place] = /^\d{1,15}$/.test(id) ? await staffPlaces(token, Number(id)) : [];
  if (!place) throw notFound("place");
  return place;
}

export function sessionToken(request: Request): string | null {
  const token = cookieOf(request, COOKIE);
  if (!token?.startsWith(ON_TABLET)) return token;
  const tablet = tabletToken(request);
  return tablet && tokenOnTablet(token.slice(ON_TABLET.length), tablet);
}

/** A session cookie: closing the browser is signing out. */
export function beginCookie(token: string, { onTablet = false } = {}): string {
  return `${COOKIE}=${onTablet ? ON_TABLET : ""}${token}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

export function endCookie(): string {
  return `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;
}

// Who asked for a code, until it is typed: nothing of a person belongs in a URL.
const ASKED = "__Host-asked";
const ASKED_S = 900;

export function askedCookie(email: string): string {
  return `${ASKED}=${encodeURIComponent(email)}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${ASKED_S}`;
}

export function endAskedCookie(): string {
  return `${ASKED}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;
}

export function askedEmail(request: Request): string | null {
  try {
    return decodeURIComponent(cookieOf(request, ASKED) ?? "") || null;
  } catch {
    return null;
  }
}
