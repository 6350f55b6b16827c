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

/** A page names its style sheet by its hash: no nonce, so equal answers are equal bytes. The map brings a sheet of its own. */
export function pageHeaders(css: string, withMap: boolean): Record<string, string> {
  const sheet = `'${sha256(css)}'`;
  return {
    ...EVERY_PAGE,
    "Content-Security-Policy": policy({ "style-src": withMap ? `'self' ${sheet}` : sheet }),
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
