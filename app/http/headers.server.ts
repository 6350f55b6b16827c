/** What every page forbids its browser: third parties, frames, referrers, copies. */
import { createHash } from "node:crypto";

const EVERY_PAGE = {
  "Content-Type": "text/html; charset=utf-8",
  // A page may hold where a family is: it belongs in no cache.
  "Cache-Control": "no-store",
  // To nobody else; but without it a browser would not say of a form that it is ours.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=()",
};

const POLICY = {
  "default-src": "'self'",
  "img-src": "'self' data:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
};

/** The same for the data of a page, asked for without its document. */
export function dataHeaders(): Record<string, string> {
  const { "Content-Type": _html, ...headers } = EVERY_PAGE;
  return headers;
}

/** Light pages name their one style sheet by its hash: no nonce, so equal answers are equal bytes. */
export function lightHeaders(css: string): Record<string, string> {
  return { ...EVERY_PAGE, "Content-Security-Policy": policy({ "style-src": `'${sha256(css)}'` }) };
}

/** The full dress runs Remix's inline scripts by nonce; Leaflet sets style attributes. */
export function fullHeaders(nonce: string): Record<string, string> {
  return {
    ...EVERY_PAGE,
    "Content-Security-Policy": policy({
      "script-src": `'self' 'nonce-${nonce}'`,
      "style-src": "'self' 'unsafe-inline'",
    }),
  };
}

function policy(more: Record<string, string>): string {
  return Object.entries({ ...POLICY, ...more })
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
