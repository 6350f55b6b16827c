/** People who sign in: a code by mail, good once, and the session it begins. */
import { createHash, randomBytes, randomInt } from "node:crypto";
import type { SignedIn, StaffPlace, StaffRole } from "~/domain/staff";
import { signInMail } from "~/text/sign-in-mail";
import { isLanguage } from "~/text/language";
import type { Sql } from "./connection.server";
import { sql, within } from "./database.server";
import { addressHash, keyedHash } from "./keyed-hash.server";
import { canSendMail, sendMail } from "./mail.server";

type Asked =
  { kind: "asked"; person: null | { email: string; name: string; language: string } } | { kind: "too-many" };

const CODES = 1_000_000;

export function newCode(): string {
  return String(randomInt(CODES)).padStart(6, "0");
}

/** The same answer, as fast, whether or not somebody has that mail; `away` where no mail could be sent to anybody. */
export async function askSignIn(
  email: string,
  address: string,
  now = new Date(),
): Promise<{ kind: "asked" | "too-many" | "away" }> {
  if (!canSendMail()) return { kind: "away" };
  const code = newCode();
  const [{ answer }] = await within(sql<[{ answer: Asked }]>`
    select ask_sign_in(
      ${email},
      ${codeHash(email, code)},
      ${addressHash(address, now)},
      ${keyedHash("account", email.toLowerCase())}
    ) as answer`);
  if (answer.kind === "too-many" || answer.person === null) return { kind: answer.kind };
  const { name, language } = answer.person;
  const mail = signInMail({ name, code }, isLanguage(language) ? language : "en");
  // Not waited for: only who has an account would wait.
  void sendMail({ to: answer.person.email, ...mail });
  return { kind: "asked" };
}

export type NewSession = { token: string; hash: Buffer };

/** A session to be begun. On a shared tablet its token is half the secret: what the tablet's own cookie holds is the rest. */
export function newSession(tabletToken: string | null = null): NewSession {
  const token = randomBytes(32).toString("base64url");
  const whole = tabletToken === null ? token : tokenOnTablet(token, tabletToken);
  return { token, hash: createHash("sha256").update(whole).digest() };
}

export function tokenOnTablet(token: string, tabletToken: string): string {
  return `${token}.${tabletToken}`;
}

type NotSignedIn = "wrong-code" | "too-many";

/** On a shared tablet the session is the tablet's, and locks like any other there; one that was ended is a tablet no more. */
export async function signIn(
  email: string,
  code: string,
  address: string,
  now = new Date(),
  tabletToken: string | null = null,
): Promise<{ kind: "signed-in"; token: string; onTablet: boolean } | { kind: NotSignedIn }> {
  const { token, hash } = newSession(tabletToken);
  const [{ answer }] = await within(sql<[{ answer: { kind: "signed-in" | "unknown-tablet" | NotSignedIn } }]>`
    select sign_in(
      ${email},
      ${codeHash(email, code)},
      ${addressHash(address, now)},
      ${hash},
      ${tabletToken}
    ) as answer`);
  if (answer.kind === "unknown-tablet") return signIn(email, code, address, now);
  if (answer.kind !== "signed-in") return { kind: answer.kind };
  return { kind: answer.kind, token, onTablet: tabletToken !== null };
}

export async function signOut(token: string): Promise<void> {
  await within(sql`select sign_out(${token})`);
}

/** null: nobody, not any more, or never. `watches`: a page asks by itself, which is no use of a tablet. */
export async function whoIs(token: string, { watches = false } = {}): Promise<SignedIn | null> {
  const [{ person }] = await within(
    watches
      ? sql<[{ person: SignedIn | null }]>`select who_watches(${token}) as person`
      : sql<[{ person: SignedIn | null }]>`select who_is(${token}) as person`,
  );
  return person;
}

/** The same question asked by itself again and again: unlike a person's use it keeps no tablet open. */
export async function isSignedIn(token: string): Promise<boolean> {
  const [{ still }] = await within(sql<[{ still: boolean }]>`select is_signed_in(${token}) as still`);
  return still;
}

/** The places they may act for; with an id, that one or none. */
export async function staffPlaces(token: string, placeId: number | null = null): Promise<StaffPlace[]> {
  const [{ places }] = await within(sql<[{ places: StaffPlace[] }]>`
    select staff_places(${token}, ${placeId}) as places`);
  return places;
}

export type Invited = {
  email: string;
  name: string;
  organizationId: number | null;
  role: StaffRole;
  isOperator: boolean;
};

/** For commands: the web role may not. */
export async function invite(owner: Sql, invited: Invited): Promise<void> {
  const { email, name, organizationId, role, isOperator } = invited;
  await within(owner`select invite(${email}, ${name}, ${organizationId}, ${role}, ${isOperator})`);
}

export function codeHash(email: string, code: string): Buffer {
  return keyedHash("sign-in", email.toLowerCase(), code.replace(/\D/g, ""));
}
