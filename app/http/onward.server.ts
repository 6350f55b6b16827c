/** The page of a group somebody wanted before they had to sign in: where they go on to. Only ever a path of ours. */
import { cookieOf } from "~/http/cookies.server";

const COOKIE = "__Host-onward";
// As long as a code is good, and the mail may take.
const KEPT_S = 900;
const FOR_THIS_HOST = "Path=/; Secure; HttpOnly; SameSite=Lax";
const OF_A_GROUP = /^\/group(\/[a-z0-9-]{1,40}){0,5}$/;

export function onwardCookie(request: Request): string {
  const { pathname } = new URL(request.url);
  return OF_A_GROUP.test(pathname)
    ? `${COOKIE}=${pathname}; ${FOR_THIS_HOST}; Max-Age=${KEPT_S}`
    : endOnwardCookie();
}

export function onwardOf(request: Request): string | null {
  const path = cookieOf(request, COOKIE);
  return path !== null && OF_A_GROUP.test(path) ? path : null;
}

export function endOnwardCookie(): string {
  return `${COOKIE}=; ${FOR_THIS_HOST}; Max-Age=0`;
}
