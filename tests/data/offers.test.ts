import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import {
  changeOffer,
  keepOffer,
  makeOffer,
  myOffers,
  offersOf,
  rideTimes,
  useOffer,
} from "~/data/offers.server";
import type { OfferWords } from "~/domain/offer";
import { seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let maya: Seeded;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
  maya = await seedMember(database.owner, wyco.groupId);
});

const COATS: OfferWords = {
  kind: "things",
  helps: ["clothes"],
  words: "Coats for 6 and 9",
  zips: ["66101"],
  amountCents: null,
  seats: null,
  childSeats: null,
  days: null,
  fromMinutes: null,
  untilMinutes: null,
  isOnce: true,
};
const RIDE: OfferWords = {
  ...COATS,
  kind: "ride",
  helps: ["ride"],
  words: "Evenings",
  seats: 3,
  childSeats: 1,
  days: [5, 1],
  fromMinutes: 1080,
  untilMinutes: 120,
  isOnce: false,
};
const makes = (said: Partial<OfferWords> = {}, who = maya, groupId = wyco.groupId) =>
  makeOffer({ key: randomUUID(), token: who.token, groupId, said: { ...COATS, ...said } });
const made = async (said: Partial<OfferWords> = {}, who = maya) =>
  ((await makes(said, who)) as { offerId: string }).offerId;
const by = (who: Seeded, offerId: string) => ({ key: randomUUID(), token: who.token, offerId });

test("what a member offers is theirs to see, and the coordinators'; not another member's", async () => {
  const offerId = await made();
  expect((await myOffers(maya.token, wyco.groupId))!.find((own) => own.offerId === offerId)).toMatchObject({
    ...COATS,
    timesUsed: 0,
  });
  const seen = (await offersOf(wyco.rosa.token, wyco.groupId))!.find((one) => one.offerId === offerId);
  expect(seen).toMatchObject({ who: "Maya", email: maya.email });
  const other = await seedMember(database.owner, wyco.groupId, { name: "Noor" });
  expect(await myOffers(other.token, wyco.groupId)).toEqual([]);
  expect(await offersOf(other.token, wyco.groupId)).toBeNull();
  for (const who of [other, wyco.rosa])
    expect(await changeOffer({ ...by(who, offerId), said: COATS })).toEqual({ kind: "unknown-offer" });
});

test.each<[string, Partial<OfferWords>]>([
  ["a ride without seats", { kind: "ride" }],
  ["more seats for children than there are", { ...RIDE, seats: 1, childSeats: 2 }],
  ["half a time", { ...RIDE, days: null }],
  ["nights for nothing", { kind: "nights" }],
  ["coats with an amount", { amountCents: 5000 }],
  ["what helps with nothing", { helps: [] }],
  ["blank words", { words: " " }],
  ["a part of town that is none", { zips: ["Rosedale"] }],
  ["a day that is none", { ...RIDE, days: [8] }],
  ["an hour that is none", { ...RIDE, fromMinutes: 1440 }],
])("%s is no offer", async (_what, said) => {
  expect(await makes(said)).toEqual({ kind: "out-of-range" });
});

test("twenty at a time, and only in one's own group", async () => {
  const busy = await seedMember(database.owner, wyco.groupId, { name: "Busy" });
  const all = await Promise.all(Array.from({ length: 24 }, () => makes({}, busy)));
  expect(all.filter(({ kind }) => kind === "made")).toHaveLength(20);
  expect(await makes({}, await seedPerson(database.owner))).toEqual({ kind: "unknown-group" });
});

test("once is gone when it was used, the rest is there again and again; each ask counts once", async () => {
  const [coats, ride] = [await made(), await made(RIDE)];
  const [first, second] = [await seedAsk(wyco.groupId), await seedAsk(wyco.groupId)];
  const uses = (offerId: string, askId: string, who = wyco.rosa) => useOffer({ ...by(who, offerId), askId });
  expect(await uses(coats, first, maya)).toEqual({ kind: "unknown-ask" });
  expect(await uses(coats, first)).toEqual({ kind: "used" });
  expect(await uses(coats, second)).toEqual({ kind: "closed" });
  for (const askId of [first, first, second]) expect(await uses(ride, askId)).toEqual({ kind: "used" });
  const own = (await myOffers(maya.token, wyco.groupId))!;
  expect(own.find(({ offerId }) => offerId === coats)).toMatchObject({ state: "used", timesUsed: 1 });
  expect(own.find(({ offerId }) => offerId === ride)).toMatchObject({
    state: "open",
    timesUsed: 2,
    days: [1, 5],
  });
});

test("another group's offer meets no ask here", async () => {
  const other = await seedGroup(database.owner, regionId, { name: "Other" });
  const theirs = await made({}, other.rosa).catch(() => "");
  expect(theirs).toBeUndefined();
  const offerId = (
    (await makeOffer({
      key: randomUUID(),
      token: other.rosa.token,
      groupId: other.groupId,
      said: COATS,
    })) as { offerId: string }
  ).offerId;
  const askId = await seedAsk(wyco.groupId);
  expect(await useOffer({ ...by(wyco.rosa, offerId), askId })).toEqual({ kind: "unknown-offer" });
});

test("an offer is believed for thirty days; asked about three days before, one tap makes it stand again", async () => {
  const zoe = await seedMember(database.owner, wyco.groupId, { name: "Zoe" });
  const offerId = await made({}, zoe);
  const asked = async () => {
    const [{ told }] = await database.owner<[{ told: number }]>`select ask_whether_offers_stand() as told`;
    return told;
  };
  const rides = async (until: string) => database.owner`
    update offers set until = clock_timestamp() + ${until}::interval where offer_id = ${offerId}`;
  expect(await asked()).toBe(0);
  await rides("2 days");
  expect(await asked()).toBe(1);
  expect(await asked()).toBe(0);
  await rides("-1 day");
  const doubtful = (await offersOf(wyco.rosa.token, wyco.groupId))!.find((one) => one.offerId === offerId)!;
  expect(doubtful.until.getTime()).toBeLessThan(Date.now());
  expect(await keepOffer({ ...by(zoe, offerId), as: "open" })).toEqual({ kind: "changed" });
  const [own] = (await myOffers(zoe.token, wyco.groupId))!;
  expect(own!.until.getTime() - Date.now()).toBeGreaterThan(29 * 86_400_000);
  expect(await keepOffer({ ...by(zoe, offerId), as: "ended" })).toEqual({ kind: "changed" });
  expect((await offersOf(wyco.rosa.token, wyco.groupId))!.map((one) => one.offerId)).not.toContain(offerId);
});

test("the public reads when somebody may be driven, and not by whom, from where or how many", async () => {
  const far = await seedRegion(database.owner, "far");
  const group = await seedGroup(database.owner, far, { name: "Drivers" });
  const [ned, oda] = [
    await seedMember(database.owner, group.groupId, { name: "Ned" }),
    await seedMember(database.owner, group.groupId, { name: "Oda" }),
  ];
  const drives = (who: Seeded, said: Partial<OfferWords> = {}) =>
    makes({ ...RIDE, ...said }, who, group.groupId);
  await drives(ned);
  const one = await rideTimes(far);
  expect(one).toEqual([{ days: [1, 5], fromMinutes: 1080, untilMinutes: 120 }]);
  await drives(oda, { seats: 7, words: "A van", zips: ["66109"] });
  expect(await rideTimes(far)).toEqual(one);
  await database.owner`update group_people set entry = 'ended' where person_id in (${ned.personId}, ${oda.personId})`;
  expect(await rideTimes(far)).toEqual([]);
});
