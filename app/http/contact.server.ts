/** A seeker's mail address on its way to be confirmed: what is typed, which page comes next, and who may do it where. */
import { z } from "zod";
import { askContactCode, contactOf, type KnownContact } from "~/data/contacts.server";
import { canSendMail } from "~/data/mail.server";
import { regions } from "~/data/regions.server";
import { searchQuery } from "~/domain/search";
import { networkHash } from "~/http/address.server";
import { deviceOf } from "~/http/device.server";
import { isMailAddress } from "~/http/hold-form.server";
import { languageOf } from "~/http/language.server";
import type { OwnHold } from "~/http/own-hold.server";
import { parseSearch } from "~/http/search.server";

const LONGEST_MAIL = 254;
const LONGEST_CODE = 20;
const PLACE = "place";

const code = z.object({ key: z.uuid(), code: z.string().max(LONGEST_CODE) });

export type ReadMail = { kind: "mail" | "unclear"; typed: string };

export function readMailForm(sent: FormData): ReadMail {
  const typed = String(sent.get("mail") ?? "").trim();
  return { kind: isMailAddress(typed) ? "mail" : "unclear", typed: typed.slice(0, LONGEST_MAIL) };
}

/** Null: no form of ours. */
export function readCodeForm(sent: FormData): z.infer<typeof code> | null {
  return code.safeParse({ key: sent.get("key"), code: sent.get("code") }).data ?? null;
}

/** What both pages carry along: the search, and the place that is to be asked afterwards, if none has been so far. */
export async function contactPage(request: Request) {
  const [region = null] = await regions();
  return { language: languageOf(request), region, query: queryOf(request), onward: onwardFrom(request) };
}

/** To the hold, or to the place that is to be asked. */
export function onwardFrom(request: Request): string {
  const place = placeIn(request);
  return `${place ? `/places/${place}` : ""}/hold?${searchOf(request)}`;
}

export function codeAddress(request: Request): string {
  return `/hold/mail-code?${queryOf(request)}`;
}

/** Asking for a code, from a place that could not be asked without one. */
export function mailAddressFor(request: Request, placeId: number | null): string | null {
  if (!canSendMail()) return null;
  const query = new URLSearchParams(searchOf(request));
  if (placeId !== null) query.set(PLACE, String(placeId));
  return `/hold/mail?${query}`;
}

/** A request of this very device can be made a hold; one that was opened by its words is another's to confirm. */
export function mailAddressOf(request: Request, { hold, holder }: OwnHold): string | null {
  const device = deviceOf(request);
  const isFromHere = device !== null && Buffer.compare(device, holder) === 0;
  const isRequest = hold.state === "held" && !hold.confirmed;
  return isFromHere && isRequest ? mailAddressFor(request, null) : null;
}

/** Where a request that stands leads: to the code for the mail address that came with it, else to its own page. */
export async function afterRequest(request: Request, device: Uint8Array, contact: string): Promise<string> {
  const isAsked = isMailAddress(contact) && (await askCode(request, device, contact)).kind === "asked";
  return isAsked ? codeAddress(request) : `/hold?${searchOf(request)}`;
}

export function askCode(request: Request, device: Uint8Array, contact: string) {
  return askContactCode({ device, address: networkHash(request), contact }, languageOf(request));
}

/** What the form of a place is told: whether codes can be sent, and the address that needs none any more. */
export async function contactHelp(
  device: Uint8Array | null,
): Promise<{ codes: boolean; shown: string | null }> {
  const known: KnownContact | null = device && (await contactOf(device));
  return { codes: canSendMail(), shown: known?.confirmed ? known.contact : null };
}

function queryOf(request: Request): string {
  const query = new URLSearchParams(searchOf(request));
  const place = placeIn(request);
  if (place) query.set(PLACE, place);
  return String(query);
}

function searchOf(request: Request): string {
  const asked = parseSearch(new URL(request.url).searchParams);
  return asked.kind === "asked" ? String(searchQuery(asked.search)) : "";
}

function placeIn(request: Request): string | null {
  const place = new URL(request.url).searchParams.get(PLACE);
  return place && /^\d{1,15}$/.test(place) ? place : null;
}
