import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { action as say, loader as call } from "~/routes/group.$groupId.calls.$placeId";
import { action as take, loader as calls } from "~/routes/group.$groupId.calls._index";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler, type AskedAs } from "../support/handlers";
import { seedPlace, seedPool, seedRegion } from "../support/seeds";

const database = testDatabase();
let wyco: SeededGroup;
let maya: Seeded;
let placeId: number;
let poolId: number;

beforeAll(async () => {
  const regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
  maya = await seedMember(database.owner, wyco.groupId);
  ({ placeId } = await seedPlace(database.owner, regionId, { key: "hope-house", phone: "913-555-0123" }));
  poolId = await seedPool(database.owner, placeId);
});

const ask = (handler: unknown, by: string, more: Partial<AskedAs> = {}) =>
  askHandler(handler, { by, placeId, params: { groupId: String(wyco.groupId) }, ...more });
const at = () => `/group/${wyco.groupId}/calls`;
const taking = () => ({ form: { key: randomUUID(), place: String(placeId) } });
const saying = (fields: Record<string, string>) => ({
  form: { key: randomUUID(), result: "counted", ...fields },
});

test("a member takes a call, says what was said, and the place needs none any more", async () => {
  const list = (await ask(calls, maya.token)).data as { calls: { name: string; phone: string }[] };
  expect(list.calls).toMatchObject([{ name: "hope-house" }]);
  expect(await ask(take, maya.token, taking())).toMatchObject({ status: 302, to: `${at()}/${placeId}` });
  expect(await ask(calls, maya.token)).toMatchObject({ to: `${at()}/${placeId}` });
  expect((await ask(call, maya.token)).data).toMatchObject({ call: { phone: "913-555-0123" } });
  const wrong = await ask(say, maya.token, saying({ [`free-${poolId}`]: "99" }));
  expect(wrong).toMatchObject({ status: 400, data: { problem: "out-of-range", typed: { [poolId]: "99" } } });
  const said = saying({ [`free-${poolId}`]: "4" });
  for (let times = 0; times < 2; times++)
    expect(await ask(say, maya.token, said)).toMatchObject({ to: `${at()}?list=1&said=thanks` });
  expect((await ask(calls, maya.token)).data).toMatchObject({ calls: [] });
});

test("a place of another region is none to call from here", async () => {
  const other = await seedPlace(database.owner, await seedRegion(database.owner, "east"), {
    key: "other",
    phone: "913-555-0199",
  });
  expect(
    await ask(take, maya.token, { form: { key: randomUUID(), place: String(other.placeId) } }),
  ).toMatchObject({
    to: `${at()}?list=1&said=old-form`,
  });
});

test("a stranger, and whoever is signed out, gets no list, no number and no call", async () => {
  const stranger = await seedPerson(database.owner);
  for (const [handler, more] of [
    [calls, {}],
    [call, {}],
    [take, taking()],
    [say, saying({ [`free-${poolId}`]: "1" })],
  ] as const) {
    const refused = await ask(handler, stranger.token, more);
    expect(refused).toMatchObject({ status: 404 });
    expect(JSON.stringify(refused)).not.toContain("555");
    expect(await ask(handler, "nobody", more)).toMatchObject({ to: "/staff/sign-in" });
  }
});
