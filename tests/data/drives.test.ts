import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { bring, drivesOf, endDrive, noteBrought, startDrive } from "~/data/drives.server";
import { forgetAll } from "~/data/forgetting.server";
import { comeAlong, endRound, letOnRound, planRound, roundsOf } from "~/data/rounds.server";
import { testDatabase } from "../support/database";
import { dumpOf } from "../support/dump";
import { seedGroup, seedMember, type Seeded, type SeededGroup } from "../support/groups";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let wyco: SeededGroup;
let other: SeededGroup;
let maya: Seeded;
let noor: Seeded;

beforeAll(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  const regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
  other = await seedGroup(database.owner, regionId, { name: "Argentine Neighbors" });
  maya = await seedMember(database.owner, wyco.groupId);
  noor = await seedMember(database.owner, wyco.groupId, { name: "Noor" });
});

const by = ({ token }: Seeded) => ({ key: randomUUID(), token, groupId: wyco.groupId });
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const COATS = {
  name: "Coats",
  words: null,
  dropOff: "12 Canary Porch",
  until: dayFromNow(30),
  needs: [
    { what: "coats, size 6", wanted: 3 },
    { what: "blankets", wanted: 1000 },
  ],
};
const drive = async (who = maya) => (await drivesOf(who.token, wyco.groupId))![0]!;

test("what is needed, promised and there adds up; who brings it, coordinators read", async () => {
  const sent = { ...by(wyco.rosa), said: COATS };
  for (let times = 0; times < 2; times++) expect(await startDrive(sent)).toEqual({ kind: "done" });
  expect(await startDrive({ ...by(maya), said: COATS })).toEqual({ kind: "unknown-group" });
  expect(await drivesOf(maya.token, wyco.groupId)).toHaveLength(1);
  const [coats] = (await drive()).needs;
  const brings = (who: Seeded, n: number) => bring({ ...by(who), needId: coats!.needId, n });
  const tap = { ...by(maya), needId: coats!.needId, n: 2 };
  await Promise.all([bring(tap), bring(tap), bring(tap)]);
  expect(await brings(noor, 5)).toEqual({ kind: "done" });
  // Anew, not in addition; and none after all.
  expect(await brings(noor, 1)).toEqual({ kind: "done" });
  for (const n of [-1, 1001]) expect(await brings(noor, n)).toEqual({ kind: "out-of-range" });
  expect((await drive()).needs[0]).toMatchObject({
    promised: 3,
    brought: 0,
    gifts: [{ n: 2, isOwn: true, who: null }],
  });
  const seen = (await drive(wyco.rosa)).needs[0]!;
  expect(seen.gifts.map(({ who }) => who)).toEqual(["Maya", "Noor"]);
  const [hers, noors] = seen.gifts;
  expect(await noteBrought({ ...by(maya), giftId: noors!.giftId })).toEqual({ kind: "unknown" });
  expect(await noteBrought({ ...by(maya), giftId: hers!.giftId })).toEqual({ kind: "done" });
  expect(await noteBrought({ ...by(wyco.rosa), giftId: noors!.giftId })).toEqual({ kind: "done" });
  // What is there already is not taken back by a new promise.
  expect(await brings(maya, 0)).toEqual({ kind: "done" });
  expect((await drive()).needs[0]).toMatchObject({ promised: 3, brought: 3 });
});

test("another group's people neither read a drive, nor bring to it or end it", async () => {
  const { driveId, needs } = await drive();
  const asOther = { key: randomUUID(), token: other.rosa.token, groupId: other.groupId };
  expect(await drivesOf(other.rosa.token, wyco.groupId)).toBeNull();
  expect(await bring({ ...asOther, needId: needs[0]!.needId, n: 1 })).toEqual({ kind: "unknown" });
  expect(await endDrive({ ...asOther, key: randomUUID(), driveId })).toEqual({ kind: "unknown" });
  expect(await endDrive({ ...by(maya), driveId })).toEqual({ kind: "unknown-group" });
  expect(await endDrive({ ...by(wyco.luis), driveId })).toEqual({ kind: "done" });
  expect(await bring({ ...by(maya), needId: needs[0]!.needId, n: 1 })).toEqual({ kind: "unknown" });
});

const VISIT = { name: "Wednesday visit", onDay: dayFromNow(0), fromMinutes: 1080, words: "Take soup." };
const PLACE = "Under the canary bridge";
const rounds = async (who: Seeded) => (await roundsOf(who.token, wyco.groupId))!;

test("where a round goes is read by coordinators and by those a coordinator let on, and is nowhere in a dump", async () => {
  const sent = { ...by(wyco.rosa), said: VISIT, place: PLACE };
  for (let times = 0; times < 2; times++) expect(await planRound(sent)).toEqual({ kind: "done" });
  expect(await planRound({ ...by(maya), said: VISIT, place: PLACE })).toEqual({ kind: "unknown-group" });
  const [round] = await rounds(wyco.luis);
  expect(round).toMatchObject({ place: PLACE, standing: "not", people: [{ name: "Rosa", isOn: true }] });
  const { roundId } = round!;
  const hidden = { place: null, people: [], knows: false };
  expect(await rounds(maya)).toMatchObject([{ ...hidden, standing: "not", words: "Take soup." }]);
  expect(await comeAlong({ ...by(maya), roundId, comes: true })).toEqual({ kind: "done" });
  expect(await rounds(maya)).toMatchObject([{ ...hidden, standing: "asked" }]);

  const lets = (who: Seeded, personId: number, isOn = true) =>
    letOnRound({ ...by(who), roundId, personId, isOn });
  // Nobody lets themselves on, nor on somebody who has not asked.
  expect(await lets(maya, maya.personId)).toEqual({ kind: "unknown-group" });
  expect(await lets(wyco.luis, noor.personId)).toEqual({ kind: "unknown" });
  expect(await lets(wyco.luis, maya.personId)).toEqual({ kind: "done" });
  expect(await rounds(maya)).toMatchObject([{ place: PLACE, standing: "on" }]);
  expect(await rounds(noor)).toMatchObject([hidden]);
  expect(await roundsOf(other.rosa.token, wyco.groupId)).toBeNull();
  const dump = await dumpOf(database.owner);
  expect(dump).toContain("Wednesday visit");
  expect(dump.toLowerCase()).not.toContain("canary bridge");

  expect(await lets(wyco.luis, maya.personId, false)).toEqual({ kind: "done" });
  expect(await rounds(maya)).toMatchObject([{ ...hidden, standing: "not" }]);
});

test("who left the group reads no place any more", async () => {
  const [{ roundId } = { roundId: "" }] = await rounds(wyco.rosa);
  const gone = await seedMember(database.owner, wyco.groupId, { name: "Gus" });
  await comeAlong({ ...by(gone), roundId, comes: true });
  await letOnRound({ ...by(wyco.rosa), roundId, personId: gone.personId, isOn: true });
  expect(await rounds(gone)).toMatchObject([{ place: PLACE }]);
  await database.owner`update group_people set entry = 'ended' where person_id = ${gone.personId}`;
  expect(await roundsOf(gone.token, wyco.groupId)).toBeNull();
});

test("its place is forgotten when it is over, or by itself the day after; with it, later, who came", async () => {
  const [{ roundId } = { roundId: "" }] = await rounds(wyco.rosa);
  expect(await endRound({ ...by(maya), roundId, as: "done" })).toEqual({ kind: "unknown-group" });
  expect(await endRound({ ...by(wyco.rosa), roundId, as: "done" })).toEqual({ kind: "done" });
  expect(await rounds(wyco.rosa)).toMatchObject([{ place: null, overAs: "done" }]);

  const name = "Left open";
  await planRound({ ...by(wyco.rosa), said: { ...VISIT, name }, place: PLACE });
  await forgetAll();
  const open = async () => (await rounds(wyco.rosa)).find((round) => round.name === name);
  expect(await open()).toMatchObject({ place: PLACE, overAs: null });
  await database.owner`update rounds set on_day = on_day - 3 where name = ${name}`;
  await forgetAll();
  expect(await open()).toMatchObject({ place: null, overAs: "done" });
  expect(await database.owner`select from rounds where place is not null`).toEqual([]);
  await database.owner`update rounds set over_at = over_at - interval '31 days'`;
  await database.owner`update drives set ended_at = ended_at - interval '31 days'`;
  await forgetAll();
  expect(await database.owner`select from round_people`).toEqual([]);
  expect(await dumpOf(database.owner)).not.toContain("12 Canary Porch");
});
