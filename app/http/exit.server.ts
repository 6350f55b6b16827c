/**
 * Leaving fast. After it, every earlier address answers with an empty start page, so that Back shows nothing, until
 * the person begins anew. It cannot clear the phone's history, and the page says so.
 */
import { redirect } from "@remix-run/node";
import { endAlertCookie } from "~/http/alert.server";
import { cookieOf } from "~/http/cookies.server";
import { endDeviceCookie, endOpenedCookie } from "~/http/device.server";
import { endAskCookie } from "~/http/own-ask.server";

const COOKIE = "left";

// Anyone may have open a page about the weather.
const NEUTRAL_PAGE = process.env.EXIT_URL ?? "https://www.weather.gov/";

export function hasLeft(request: Request): boolean {
  return cookieOf(request, COOKIE) !== null;
}

/** Thrown when the empty start page's form was sent: the same search without the mark of having left. */
export function beginAnew(request: Request): void {
  const url = new URL(request.url);
  if (!url.searchParams.has("begin")) return;
  url.searchParams.delete("begin");
  throw redirect(`${url.pathname}${url.search}`, {
    status: 303,
    headers: { "Set-Cookie": `${COOKIE}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly` },
  });
}

/** One small answer that clears what the browser keeps of us and goes on to a neutral page. */
export function exitAnswer(): Response {
  const headers = new Headers({
    Location: NEUTRAL_PAGE,
    "Cache-Control": "no-store",
    "Clear-Site-Data": '"cache", "storage"',
    "Referrer-Policy": "no-referrer",
  });
  headers.append("Set-Cookie", `${COOKIE}=1; Path=/; SameSite=Lax; HttpOnly`);
  headers.append("Set-Cookie", "lang=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
  // Whoever looks at the phone next sees no hold, no wait and no ask; their five words still open them.
  headers.append("Set-Cookie", endDeviceCookie());
  headers.append("Set-Cookie", endOpenedCookie());
  headers.append("Set-Cookie", endAlertCookie());
  headers.append("Set-Cookie", endAskCookie());
  return new Response(null, { status: 303, headers });
}
