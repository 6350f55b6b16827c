/** Asks a tile server for one tile, as its usage policy wants: who we are, two connections, no hurry. */
import { isWholePicture } from "~/data/tiles/picture.server";
import type { Tile } from "~/data/tiles/tile.server";

export type Upstream = {
  /** With {z}, {x} and {y}. */
  url: string;
  userAgent: string;
  timeoutMs: number;
};

/** What to ask again with: is it still this one? */
export type Known = { theirEtag: string | null; theirDate: string | null };

export type Said =
  | { kind: "picture"; bytes: Uint8Array<ArrayBuffer>; type: string; known: Known; freshS: number }
  | { kind: "same"; freshS: number }
  | { kind: "none" }
  /** It wants to be left alone for a while. */
  | { kind: "refused"; pauseS: number }
  /** Nothing usable came: no answer, a cut-off one, or not a picture. */
  | { kind: "broken" };

// https://operations.osmfoundation.org/policies/tiles/: keep for what the answer says, and at least seven days.
const LEAST_FRESH_S = 7 * 86_400;
const MOST_FRESH_S = 365 * 86_400;

const MOST_BYTES = 512 * 1024;

const LEAST_PAUSE_S = 60;
const MOST_PAUSE_S = 86_400;

/** One request; `known` makes it a question whether the tile is still the same. */
export async function askUpstream(upstream: Upstream, tile: Tile, known: Known | null): Promise<Said> {
  try {
    const answer = await fetch(addressOf(upstream.url, tile), {
      headers: headersOf(upstream, known),
      redirect: "error",
      signal: AbortSignal.timeout(upstream.timeoutMs),
    });
    const said = await readAnswer(answer, known);
    // An unread body would hold its connection.
    if (!answer.bodyUsed) await answer.body?.cancel();
    return said;
  } catch {
    return { kind: "broken" };
  }
}

async function readAnswer(answer: Response, known: Known | null): Promise<Said> {
  if (answer.status === 304 && known) return { kind: "same", freshS: freshFor(answer.headers) };
  if ([204, 404, 410].includes(answer.status)) return { kind: "none" };
  if ([401, 403, 429, 503].includes(answer.status)) {
    return { kind: "refused", pauseS: pauseOf(answer.headers.get("retry-after")) };
  }
  if (answer.status !== 200) return { kind: "broken" };

  const type = answer.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const bytes = await readBody(answer);
  if (!bytes || !isWholePicture(bytes, type)) return { kind: "broken" };
  return {
    kind: "picture",
    bytes,
    type,
    known: { theirEtag: answer.headers.get("etag"), theirDate: answer.headers.get("last-modified") },
    freshS: freshFor(answer.headers),
  };
}

async function readBody(answer: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = answer.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function addressOf(url: string, { z, x, y }: Tile): string {
  return url.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y));
}

function headersOf(upstream: Upstream, known: Known | null): Record<string, string> {
  const headers: Record<string, string> = { "user-agent": upstream.userAgent, accept: "image/*" };
  if (known?.theirEtag) headers["if-none-match"] = known.theirEtag;
  if (known?.theirDate) headers["if-modified-since"] = known.theirDate;
  return headers;
}

function freshFor(headers: Headers): number {
  const maxAge = /(?:^|[\s,])max-age=(\d{1,10})/i.exec(headers.get("cache-control") ?? "")?.[1];
  const expires = Date.parse(headers.get("expires") ?? "");
  const age = Number(headers.get("age") ?? 0) || 0;
  const said = maxAge !== undefined ? Number(maxAge) - age : (expires - Date.now()) / 1000;
  return Math.min(MOST_FRESH_S, Math.max(LEAST_FRESH_S, Math.floor(said) || 0));
}

// Retry-After is seconds or a date.
function pauseOf(retryAfter: string | null): number {
  const seconds = /^\d+$/.test(retryAfter ?? "")
    ? Number(retryAfter)
    : (Date.parse(retryAfter ?? "") - Date.now()) / 1000;
  return Math.min(MOST_PAUSE_S, Math.max(LEAST_PAUSE_S, Math.ceil(seconds) || 0));
}
