/** A seeker's mail address, shown to be theirs: a code by mail, good once and on the device that asked for it. Kept two hours. */
import { randomInt } from "node:crypto";
import type { ContactConfirmed } from "~/domain/hold";
import { contactMail } from "~/text/contact-mail";
import type { Language } from "~/text/language";
import { sql, within } from "./database.server";
import { overTheLapse } from "./lapse.server";
import { keyedHash } from "./keyed-hash.server";
import { canSendMail, sendMail } from "./mail.server";

/** `address`: the keyed hash of the network it comes from. */
type From = { device: Uint8Array; address: Uint8Array };

export type ContactAsked = { kind: "asked" | "too-many" | "away" | "out-of-range" };
export type KnownContact = { contact: string; confirmed: boolean };

const CODES = 1_000_000;

/** `away` where no mail leaves this server. A second tap sends no second mail. */
export async function askContactCode(
  { device, address, contact }: From & { contact: string },
  language: Language,
): Promise<ContactAsked> {
  if (!canSendMail()) return { kind: "away" };
  const code = String(randomInt(CODES)).padStart(6, "0");
  const [{ answer }] = await within(sql<[{ answer: ContactAsked & { isNew?: boolean } }]>`
    select ask_contact_code(${device}, ${contact}, ${codeHash(device, contact, code)}, ${address}) as answer`);
  // Not waited for: a slow mail server is no reason to keep somebody in the cold waiting.
  if (answer.isNew) void sendMail({ to: contact.toLowerCase(), ...contactMail(code, language) });
  return { kind: answer.kind };
}

export async function confirmContact({
  key,
  device,
  address,
  contact,
  code,
}: From & { key: string; contact: string; code: string }): Promise<ContactConfirmed> {
  return overTheLapse(async () => {
    const [{ answer }] = await within(sql<[{ answer: ContactConfirmed }]>`
      select confirm_contact(${key}, ${device}, ${contact}, ${codeHash(device, contact, code)}, ${address})
        as answer`);
    return answer;
  });
}

/** The address this device asked a code for, or showed to be theirs in the last hour. */
export async function contactOf(device: Uint8Array): Promise<KnownContact | null> {
  const [{ known }] = await within(sql<[{ known: KnownContact | null }]>`
    select contact_of_device(${device}) as known`);
  return known;
}

function codeHash(device: Uint8Array, contact: string, code: string): Buffer {
  const words = [Buffer.from(device).toString("hex"), contact.toLowerCase(), code.replace(/\D/g, "")];
  return keyedHash("contact code", ...words);
}
