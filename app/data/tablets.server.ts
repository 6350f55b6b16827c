/**
 * Shared tablets. A PIN opens one only together with the secret in its cookie: that secret goes into the PIN's hash, and is
 * kept nowhere here. Whoever has a dump, even with APP_SECRET, has nothing to try PINs against.
 */
import { createHash, scrypt } from "node:crypto";
import { promisify } from "node:util";
import type { ManagedOrganization, ManagedTablet, TabletScreen } from "~/domain/tablet";
import { sql, within } from "./database.server";
import { keyedHash } from "./keyed-hash.server";
import { newSession, type NewSession } from "./people.server";

export type Refused = { kind: "signed-out" | "needs-mail" | "unknown-organization" | "key-used-otherwise" };

/** null: no tablet of ours, or not any more. */
export async function tabletScreen(tabletToken: string): Promise<TabletScreen | null> {
  const [{ screen }] = await within(sql<[{ screen: TabletScreen | null }]>`
    select tablet_screen(${tabletToken}) as screen`);
  return screen;
}

export type Unlocked =
  /** How many wrong PINs were typed for them since they were here last. */
  | { kind: "unlocked"; missed: number; token: string }
  | { kind: "wrong-pin"; left: number }
  | { kind: "needs-mail" | "resting" | "unknown-tablet" };

export async function unlockTablet(tabletToken: string, personId: number, pin: string): Promise<Unlocked> {
  const session = newSession(tabletToken);
  const hash = await pinHash(tabletToken, personId, pin);
  const [{ answer }] = await within(sql<[{ answer: Exclude<Unlocked, { token: string }> }]>`
    select unlock_tablet(${tabletToken}, ${personId}, ${hash}, ${session.hash}) as answer`);
  return withToken(answer, session);
}

type ChosenPin = { key: string; token: string; tabletToken: string; personId: number; pin: string };

/** For whoever is signed in there by mail. */
export async function setPin({ key, token, tabletToken, personId, pin }: ChosenPin) {
  const hash = await pinHash(tabletToken, personId, pin);
  const [{ answer }] = await within(sql<[{ answer: Refused | { kind: "pin-set" | "not-a-member" } }]>`
    select set_pin(${key}, ${token}, ${tabletToken}, ${hash}) as answer`);
  return answer;
}

type Enrolling = { key: string; token: string; organizationId: number; name: string };
type Enrolled = Refused | { kind: "enrolled" | "name-taken" | "is-tablet" };

/** The same form sent again by the same session gives the same secret: an answer that was lost is given once more. */
export async function enrollTablet(enrolling: Enrolling): Promise<{ answer: Enrolled; tabletToken: string }> {
  const { key, token, organizationId, name } = enrolling;
  const tabletToken = keyedHash("tablet", key, token).toString("base64url");
  const hash = createHash("sha256").update(tabletToken).digest();
  const [{ answer }] = await within(sql<[{ answer: Enrolled }]>`
    select enroll_tablet(${key}, ${token}, ${organizationId}, ${name}, ${hash}) as answer`);
  return { answer, tabletToken };
}

export async function endTablet({ key, token, tabletId }: { key: string; token: string; tabletId: number }) {
  const [{ answer }] = await within(sql<[{ answer: Refused | { kind: "ended" | "unknown-tablet" } }]>`
    select end_tablet(${key}, ${token}, ${tabletId}) as answer`);
  return answer;
}

type Sent<Of> = Omit<Of, "enrolledAt" | "lastUsedAt"> & { enrolledAt: string; lastUsedAt: string | null };
type SentOrganization = Omit<ManagedOrganization, "tablets"> & { tablets: Sent<ManagedTablet>[] };

/** null: not by PIN, nor for nobody. */
export async function managedOrganizations(token: string): Promise<ManagedOrganization[] | null> {
  const [{ managed }] = await within(sql<[{ managed: SentOrganization[] | null }]>`
    select managed_organizations(${token}) as managed`);
  if (!managed) return null;
  return managed.map((organization) => ({
    ...organization,
    tablets: organization.tablets.map(({ enrolledAt, lastUsedAt, ...tablet }) => ({
      ...tablet,
      enrolledAt: new Date(enrolledAt),
      lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt),
    })),
  }));
}

function withToken(answer: Exclude<Unlocked, { token: string }>, { token }: NewSession): Unlocked {
  const opened = answer as { kind: string; missed: number };
  return opened.kind === "unlocked" ? { kind: "unlocked", missed: opened.missed, token } : answer;
}

const slowly = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);

// About 50 ms a guess (OWASP's scrypt is dearer; it guards against dumps, which here have no salt to begin with): for who
// has the tablet's cookie, APP_SECRET and a dump at once, 10,000 PINs are minutes instead of no time.
const COST = { N: 2 ** 14, r: 8, p: 1 };

async function pinHash(tabletToken: string, personId: number, pin: string): Promise<Buffer> {
  return slowly(pin, keyedHash("pin", tabletToken, String(personId)), 32, COST);
}
