/** Changes come from our own pages alone: what another site makes a browser send is refused. */
import { data } from "@remix-run/node";

/**
 * To be asked before anything is changed. Browsers say by themselves where a form was sent from; of those too old to, the
 * Origin header tells, and who sends neither is no browser.
 */
export function requireOwnPage(request: Request): void {
  const site = request.headers.get("Sec-Fetch-Site");
  const isOwn = site === null ? hasOwnOrigin(request) : site === "same-origin";
  if (!isOwn) throw data(null, { status: 403 });
}

function hasOwnOrigin({ headers, url }: Request): boolean {
  const origin = headers.get("Origin");
  const host = headers.get("Host") ?? new URL(url).host;
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
