/** The forms of a hold: asking for one, the bus that is late, giving it back. What was typed is kept. */
import { z } from "zod";
import { LATER_MINUTES } from "~/domain/hold";

const LONGEST_CONTACT = 254;
const email = z.email();

const key = z.uuid();
const asking = z.object({
  key,
  pool: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  contact: z
    .string()
    .transform((typed) => typed.replace(/\p{Cc}+/gu, " ").trim())
    .default(""),
});
const ofOwn = z.object({ key, hold: z.uuid() });
const late = ofOwn.extend({
  minutes: z
    .string()
    .transform(Number)
    .pipe(z.literal([...LATER_MINUTES])),
});

export type HoldForm = z.infer<typeof asking>;
export type ReadHoldForm =
  | { kind: "asked"; form: HoldForm }
  | { kind: "unclear"; problem: "contact"; contact: string }
  /** No form of ours. */
  | { kind: "unclear"; problem: "old-form"; contact: string };

export function readHoldForm(sent: FormData): ReadHoldForm {
  const read = asking.safeParse(entriesOf(sent));
  if (!read.success) return { kind: "unclear", problem: "old-form", contact: "" };
  const { contact } = read.data;
  if (contact === "" || isContact(contact)) return { kind: "asked", form: read.data };
  return { kind: "unclear", problem: "contact", contact: contact.slice(0, LONGEST_CONTACT) };
}

export function readLateForm(sent: FormData): z.infer<typeof late> | null {
  return late.safeParse(entriesOf(sent)).data ?? null;
}

/** Giving it back: a form with nothing but its key, and the hold it was shown with. */
export function readCancelForm(sent: FormData): z.infer<typeof ofOwn> | null {
  return ofOwn.safeParse(entriesOf(sent)).data ?? null;
}

/** A mail address, or a phone number of this country as people write it. */
function isContact(contact: string): boolean {
  if (contact.length > LONGEST_CONTACT) return false;
  const digits = contact.replaceAll(/\D/g, "");
  const isPhone = /^[+\d\s().-]+$/.test(contact) && /^1?\d{10}$/.test(digits);
  return isPhone || isMailAddress(contact);
}

/** One that a code can be sent to. */
export function isMailAddress(contact: string): boolean {
  return contact.length <= LONGEST_CONTACT && email.safeParse(contact).success;
}

function entriesOf(sent: FormData): Record<string, string> {
  return Object.fromEntries(
    [...sent].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
