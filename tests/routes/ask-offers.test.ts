import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { makeOffer, myOffers } from "~/data/offers.server";
import { loader as askPage } from "~/routes/group.$groupId.asks.$askId._index";
import { action as offered } from "~/routes/group.$groupId.asks.$askId.offered";
import { loader as askNew } from "~/routes/ask.new";
import type { OfferWords } from "~/domain/offer";
import { seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { askDesk } from "../support/desk";
import { askHandler } from "../support/handlers";
import { seedGroup, seedMember, type Seeded, type SeededGroup } from "../support/groups";
import { COATS, RIDE } from "../support/offers";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let maya: Seeded;

beforeAll(async () => {
  vi.stubEnv("WEATHER", "off").stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
  maya = await seedMember(database.owner, wyco.groupId);
});

type Beside = {
  offers: {
    offered: { offerId: string; who: string }[];
    fitting: { offerId: string; key: string; meeting: object }[];
    came: string | null;
  };
};

const makes = async (said: Partial<OfferWords> = {}) => {
  const made = await makeOffer({
    key: randomUUID(),
    token: maya.token,
    groupId: wyco.groupId,
    said: { ...COATS, ...said },
  });
  if (made.kind !== "made") throw new Error(made.kind);
  return made.offerId;
};
const at = (askId: string, by = wyco.rosa) => ({ by, groupId: wyco.groupId, askId });
const beside = async (askId: string) => {
  const { data } = await askDesk(askPage, at(askId));
  return (data as unknown as Beside).offers;
};
const offers = (askId: string, offer: string, key: string = randomUUID(), by = wyco.rosa) =>
  askDesk(offered, { ...at(askId, by), form: { key, offer } });
const shown = (askId: string, came: string) => ({
  status: 302,
  to: `/group/${wyco.groupId}/asks/${askId}?offered=${came}#offers`,
});

test("beside an ask stand the offers that fit it; one that was offered to its family is not offered again", async () => {
  const [coats, ride] = [await makes({ isOnce: true }), await makes(RIDE)];
  const askId = await seedAsk(wyco.groupId, { kinds: ["clothes"], area: "66101" });
  const before = await beside(askId);
  expect(before.fitting).toMatchObject([{ offerId: coats, meeting: { meets: "yes" }, who: "Maya" }]);
  expect(JSON.stringify(before)).not.toContain(ride);
  const { key } = before.fitting[0]!;
  for (let times = 0; times < 2; times++)
    expect(await offers(askId, coats, key)).toMatchObject(shown(askId, "used"));
  expect(await beside(askId)).toMatchObject({ offered: [{ offerId: coats, who: "Maya" }], fitting: [] });

  const second = await seedAsk(wyco.groupId, { kinds: ["clothes"], area: "66101" });
  expect((await beside(second)).fitting).toEqual([]);
  // From a page that was open when it was still there.
  expect(await offers(second, coats)).toMatchObject(shown(second, "closed"));
  expect(await offers(second, coats, "no key")).toMatchObject(shown(second, "old-form"));
  expect((await beside(second)).offered).toEqual([]);
});

test("its member reads that it helped, and nothing of the family", async () => {
  const coats = await makes({ isOnce: true });
  const askId = await seedAsk(wyco.groupId, { kinds: ["clothes"], area: "Canary Street", words: "canary" });
  await offers(askId, coats);
  const own = (await myOffers(maya.token, wyco.groupId))!;
  expect(own.find(({ offerId }) => offerId === coats)).toMatchObject({ state: "used", timesUsed: 1 });
  for (const secret of [askId, "canary", "Canary"]) expect(JSON.stringify(own)).not.toContain(secret);
  expect(await askDesk(askPage, at(askId, maya))).toMatchObject({ status: 404 });
  expect(await offers(askId, coats, randomUUID(), maya)).toMatchObject({ status: 404 });
});

test("another group's coordinator offers nothing here, and nothing of theirs meets an ask here", async () => {
  const other = await seedGroup(database.owner, regionId, { name: "Argentine Neighbors" });
  const [coats, askId] = [await makes(), await seedAsk(wyco.groupId, { kinds: ["clothes"] })];
  expect(await offers(askId, coats, randomUUID(), other.rosa)).toMatchObject({ status: 404 });
  const theirs = await seedAsk(other.groupId, { kinds: ["clothes"] });
  const sent = { by: other.rosa, groupId: other.groupId, askId: theirs };
  const answer = await askDesk(offered, { ...sent, form: { key: randomUUID(), offer: coats } });
  expect(answer.to).toContain("offered=closed");
  expect((await beside(askId)).offered).toEqual([]);
});

test("a link to asking has the group chosen and a ride ticked; what it names wrongly breaks nothing", async () => {
  const far = await seedRegion(database.owner, "far");
  const { groupId } = await seedGroup(database.owner, far, { name: "Far Neighbors", zips: ["66901"] });
  const asked = async (query: string) =>
    (await askHandler(askNew, { by: "nobody", placeId: 0, query })).data!;
  expect(await asked(`?group=${groupId}&kinds=ride&kinds=gold`)).toMatchObject({
    typed: { group: String(groupId), kinds: ["ride"] },
    groups: [{ groupId }],
    query: `group=${groupId}`,
  });
  expect(await asked(`?group=${wyco.groupId}`)).toMatchObject({ typed: { group: String(wyco.groupId) } });
  for (const wrong of ["999999", "x", "-1", "99999999999999999999"]) {
    const page = await asked(`?group=${wrong}`);
    expect(page).toMatchObject({ typed: { group: "", kinds: [] }, query: "" });
    expect((page.groups as unknown[]).length).toBeGreaterThan(0);
  }
});
