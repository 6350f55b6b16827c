/**
 * A form that was sent from a tablet after it had locked: kept in the tablet's browser until a PIN is typed, so that nothing
 * has to be typed twice. Sealed, for it may hold what a family said; and of use to this tablet alone.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { keyedHash } from "~/data/keyed-hash.server";
import { cookieOf } from "~/http/cookies.server";

const COOKIE = "__Host-kept";
const KEPT_S = 900;
const FOR_THIS_HOST = "Path=/; Secure; HttpOnly; SameSite=Lax";
// Browsers drop a cookie of more than 4,096 bytes without a word.
const LONGEST = 3_800;
const LONGEST_OPENED = 65_536;

// What is said of a place. A PIN, a name or an address of a person is never kept.
const KEPT_PATHS = /^\/staff\/places\/(\d{1,15})\/[\w/-]+$/;

const content = z.object({
  path: z.string().regex(KEPT_PATHS),
  fields: z.array(z.tuple([z.string(), z.string()])),
  at: z.number(),
});

export type KeptForm = { path: string; placeId: string; fields: [name: string, value: string][] };

/** The cookie that keeps the form of a request; null where it has none, or none that can be kept. */
export async function keptCookie(request: Request, tablet: string, now = Date.now()): Promise<string | null> {
  const path = new URL(request.url).pathname;
  if (request.method !== "POST" || !KEPT_PATHS.test(path)) return null;
  const form = await request.clone().formData();
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  const sealed = seal(JSON.stringify({ path, fields, at: now }), tablet);
  return sealed.length > LONGEST ? null : `${COOKIE}=${sealed}; ${FOR_THIS_HOST}; Max-Age=${KEPT_S}`;
}

export function keptForm(request: Request, tablet: string, now = Date.now()): KeptForm | null {
  const opened = open(cookieOf(request, COOKIE) ?? "", tablet);
  const read = content.safeParse(opened);
  if (!read.success || now - read.data.at > KEPT_S * 1000) return null;
  const { path, fields } = read.data;
  return { path, fields, placeId: KEPT_PATHS.exec(path)![1]! };
}

export function endKeptCookie(): string {
  return `${COOKIE}=; ${FOR_THIS_HOST}; Max-Age=0`;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

function seal(text: string, tablet: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(tablet), iv);
  const sealed = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Null for what this server did not seal for this tablet. */
function open(sealed: string, tablet: string): unknown {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  try {
    const cipher = createDecipheriv("aes-256-gcm", keyOf(tablet), bytes.subarray(0, IV_BYTES));
    cipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const packed = Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]);
    return JSON.parse(inflateRawSync(packed, { maxOutputLength: LONGEST_OPENED }).toString()) as unknown;
  } catch {
    return null;
  }
}

function keyOf(tablet: string): Buffer {
  return keyedHash("kept form", tablet);
}
