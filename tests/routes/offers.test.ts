import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { myOffers } from "~/data/offers.server";
import { action as change, loader as changing } from "~/routes/group.$groupId.offers.$offerId";
import { action as keep, loader as mine } from "~/routes/group.$groupId.offers._index";
import { loader as all } from "~/routes/group.$groupId.offers.all";
import { action as make, loader as making } from "~/routes/group.$groupId.offers.new";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler, type AskedAs } from "../support/handlers";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let wyco: SeededGroup;
let maya: Seeded;
let noor: Seeded;

beforeAll(async () => {
  wyco = await seedGroup(database.owner, await seedRegion(database.owner));
  maya = await seedMember(database.owner, wyco.groupId);
  noor = await seedMember(database.owner, wyco.groupId, { name: "Noor" });
});

const ask = (handler: unknown, by: string, { params, ...more }: Partial<AskedAs> = {}) =>
  askHandler(handler, { by, placeId: 0, params: { groupId: String(wyco.groupId), ...params }, ...more });
const at = () => `/group/${wyco.groupId}/offers`;
const coats = (more: object = {}) => ({
  query: "?kind=things",
  form: { key: randomUUID(), words: "Two coats, for 6 and 9", "helps-clothes": "on", once: "once", ...more },
});
const first = async () => (await myOffers(maya.token, wyco.groupId))![0]!;

test("a member offers coats, says them in other words, and takes them away", async () => {
  expect((await ask(making, maya.token, { query: "?kind=things" })).data).toMatchObject({
    kind: "things",
    typed: { "helps-clothes": "on" },
  });
  expect(await ask(making, maya.token, { query: "?kind=room" })).toMatchObject({ to: at() });
  const form = coats();
  for (let times = 0; times < 2; times++)
    expect(await ask(make, maya.token, form)).toMatchObject({ to: `${at()}?said=saved` });
  expect((await ask(mine, maya.token)).data).toMatchObject({ offers: [{ words: "Two coats, for 6 and 9" }] });
  const { offerId } = await first();
  const params = { offerId };
  expect((await ask(changing, maya.token, { params })).data).toMatchObject({
    typed: { words: "Two coats, for 6 and 9" },
  });
  expect(await ask(change, maya.token, { params, ...coats({ words: "" }) })).toMatchObject({
    status: 400,
    data: { problems: { words: "words" } },
  });
  expect(await ask(change, maya.token, { params, ...coats({ words: "One coat" }) })).toMatchObject({
    to: `${at()}?said=saved`,
  });
  expect(await first()).toMatchObject({ words: "One coat" });
  const ends = { form: { key: randomUUID(), offer: offerId, do: "ended" } };
  expect(await ask(keep, maya.token, ends)).toMatchObject({ to: `${at()}?said=saved` });
  expect(await ask(change, maya.token, { params, ...coats() })).toMatchObject({
    status: 409,
    data: { problems: { form: "closed" } },
  });
});

test("coordinators read whose they are; no other member reads, changes or ends them", async () => {
  await ask(make, maya.token, coats({ words: "A stroller" }));
  const { offerId } = (await myOffers(maya.token, wyco.groupId))!.find(
    ({ words }) => words === "A stroller",
  )!;
  expect((await ask(all, wyco.rosa.token)).data).toMatchObject({
    offers: [{ words: "A stroller", who: "Maya" }],
  });
  expect(await ask(all, noor.token)).toMatchObject({ status: 404 });
  const params = { offerId };
  for (const who of [noor, wyco.rosa]) {
    expect(await ask(changing, who.token, { params })).toMatchObject({ status: 404 });
    expect(await ask(change, who.token, { params, ...coats() })).toMatchObject({ status: 404 });
    await ask(keep, who.token, { form: { key: randomUUID(), offer: offerId, do: "ended" } });
  }
  const left = (await myOffers(maya.token, wyco.groupId))!.find((offer) => offer.offerId === offerId);
  expect(left).toMatchObject({ state: "open", words: "A stroller" });
});

test("a stranger, and whoever is signed out, sees nothing of it", async () => {
  const stranger = await seedPerson(database.owner);
  for (const handler of [mine, making, changing, all]) {
    const refused = await ask(handler, stranger.token, {
      params: { offerId: randomUUID() },
      query: "?kind=things",
    });
    expect(refused).toMatchObject({ status: 404 });
    expect(JSON.stringify(refused)).not.toContain("stroller");
    expect(await ask(handler, "nobody")).toMatchObject({ to: "/staff/sign-in" });
  }
});
