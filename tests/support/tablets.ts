/** A shared tablet for tests, made as people make one: enrolled by a manager, signed in on by mail, a PIN chosen. */
import { randomUUID } from "node:crypto";
import type { Sql } from "~/data/connection.server";
import { outboxMessages } from "~/data/mail.server";
import { askSignIn, signIn, tokenOnTablet } from "~/data/people.server";
import { enrollTablet, setPin, unlockTablet } from "~/data/tablets.server";
import { seedStaff } from "./seeds";

export const PIN = "7305";

let asked = 0;
// From an address of its own each time: the limits of codes are tested elsewhere.
const address = () => `198.51.100.${++asked}`;

export type SeededTablet = { tabletToken: string; tabletId: number; manager: string; managerId: number };

export async function seedTablet(
  owner: Sql,
  placeId: number,
  name = `Desk ${++asked}`,
): Promise<SeededTablet> {
  const { token, personId } = await seedStaff(owner, placeId, { name: "Mia", role: "manager" });
  const organizationId = await organizationOf(owner, placeId);
  const { answer, tabletToken } = await enrollTablet({ key: randomUUID(), token, organizationId, name });
  if (answer.kind !== "enrolled") throw new Error(answer.kind);
  const [{ tabletId }] = await owner<[{ tabletId: number }]>`
    select tablet_id from tablets where name = ${name} and ended_at is null`;
  // The manager's own phone from here on.
  await owner`update sessions set tablet_id = null where token_sha256 = sha256(convert_to(${token}, 'UTF8'))`;
  return { tabletToken, tabletId, manager: token, managerId: personId };
}

export async function organizationOf(owner: Sql, placeId: number): Promise<number> {
  const [{ organizationId }] = await owner<[{ organizationId: number }]>`
    select organization_id from places join programs using (program_id) where place_id = ${placeId}`;
  return organizationId;
}

export async function codeFor(email: string): Promise<string> {
  await askSignIn(email, address());
  const mail = outboxMessages().find(({ to }) => to === email);
  return /\d{3} \d{3}/.exec(mail!.text)![0];
}

/** The token of a session that a mail began on the tablet. */
export async function byMail(tabletToken: string, email: string): Promise<string> {
  const answer = await signIn(email, await codeFor(email), address(), new Date(), tabletToken);
  if (answer.kind !== "signed-in") throw new Error(answer.kind);
  return tokenOnTablet(answer.token, tabletToken);
}

/** Staff of the place's organization, with a PIN on the tablet. */
export async function seedWithPin(owner: Sql, placeId: number, tabletToken: string, name = "Ana") {
  const { email, personId } = await seedStaff(owner, placeId, { name });
  const token = await byMail(tabletToken, email);
  const answer = await setPin({ key: randomUUID(), token, tabletToken, personId, pin: PIN });
  if (answer.kind !== "pin-set") throw new Error(answer.kind);
  return { email, personId, byMailToken: token };
}

export async function byPin(tabletToken: string, personId: number): Promise<string> {
  const answer = await unlockTablet(tabletToken, personId, PIN);
  if (answer.kind !== "unlocked") throw new Error(answer.kind);
  return tokenOnTablet(answer.token, tabletToken);
}
