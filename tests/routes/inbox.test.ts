import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { codeOf, codeWords } from "~/data/codes.server";
import { action as tapped, loader as tappedPage } from "~/routes/staff.places.$placeId.holds.$step";
import { loader as inbox } from "~/routes/staff.places.$placeId.holds._index";
import { loader as code } from "~/routes/staff.places.$placeId.holds.code.$holdId";
import { action as decline } from "~/routes/staff.places.$placeId.holds.decline";
import { action as call, loader as phone } from "~/routes/staff.places.$placeId.holds.phone";
import { loader as board } from "~/routes/staff.places.$placeId._index";
import { testDatabase } from "../support/database";
import { askHandler, type AskedAs, type Told } from "../support/handlers";
import {
  inMinutes,
  letPass,
  MOTHER_AND_TWO,
  requested,
  storedHold,
  storedPool,
  takeHold,
  type ToTake,
  wanted,
} from "../support/holds";
import { countPool, seedPlace, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let hopeHouse: number;
let elsewhere: number;
let otherOfHers: number;
let token: string;
let stranger: string;
let poolId: number;
let sizes = 0;

beforeAll(async () => {
  const { owner } = database;
  const regionId = await seedRegion(owner);
  const hope = await seedPlace(owner, regionId, { key: "hope-house" });
  hopeHouse = hope.placeId;
  ({ placeId: elsewhere } = await seedPlace(owner, regionId, { key: "elsewhere" }));
  const second = await seedPlace(owner, regionId, { key: "second-house" });
  otherOfHers = second.placeId;
  await owner`
    update programs
    set organization_id = (select organization_id from programs where program_id = ${hope.programId})
    where program_id = ${second.programId}`;
  ({ token } = await seedStaff(owner, hopeHouse));
  ({ token: stranger } = await seedStaff(owner, elsewhere, { name: "Sam" }));
});

// A pool of its own for each test: what one holds is in nobody's way.
beforeEach(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  poolId = await newPool(hopeHouse, 4);
});

async function newPool(placeId: number, capacity: number): Promise<number> {
  const [pool] = await database.owner<[{ poolId: number }]>`
    insert into pools (place_id, household, unit, people_per_unit, capacity)
    values (${placeId}, 'families', ${sizes % 2 ? "room" : "mat"}, ${4 + Math.floor((sizes += 1) / 2)}, ${capacity})
    returning pool_id`;
  await countPool(database.owner, pool.poolId);
  return pool.poolId;
}

const ask = (handler: unknown, asked: Partial<AskedAs> = {}) =>
  askHandler(handler, { by: token, placeId: hopeHouse, ...asked });

async function taken(hold: ToTake): Promise<string> {
  expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
  return hold.holdId;
}

const aRequest = (more: Partial<ToTake> = {}) => taken(requested(poolId, more));
const aHold = (more: Partial<ToTake> = {}) => taken(wanted(poolId, more));
const stored = (holdId: string) => storedHold(database.owner, holdId);

type Tap = Partial<AskedAs> & { key?: string; more?: Record<string, string> };

function tap(step: string, holdId: string, { key = randomUUID(), more, ...asked }: Tap = {}): Promise<Told> {
  const form = { key, hold: holdId, ...more };
  return ask(step === "decline" ? decline : tapped, { form, params: { step }, ...asked });
}

type Shown = { holdId: string; steps: { step: string; key: string }[]; codes: unknown[]; party: unknown };

async function shown(query = ""): Promise<{ holds: Shown[]; savedId: string | null; overBy: number }> {
  const { status, data } = await ask(inbox, { query });
  expect(status).toBe(200);
  return data as never;
}

const savedBy = (told: Told) => {
  expect(told).toMatchObject({
    status: 302,
    to: expect.stringMatching(/^\/staff\/places\/\d+\/holds\?saved=/),
  });
  return shown(told.to!.slice(told.to!.indexOf("?")));
};

const FORM = { key: randomUUID(), hold: randomUUID() };
const PAGES: [string, unknown, Record<string, string>?, Record<string, string>?][] = [
  ["the inbox", inbox],
  ["the board", board],
  ["the words of a hold", code, undefined, { holdId: randomUUID() }],
  ["the form for a caller", phone],
  ["a tap", tapped, FORM, { step: "accept" }],
  ["a no", decline, FORM],
  ["a call", call, { key: randomUUID(), pool: "1" }],
];

describe.each(PAGES)("%s", (_name, handler, form, params) => {
  test("is nobody's who has not signed in", async () => {
    expect(await ask(handler, { by: "nobody", form, params })).toMatchObject({
      status: 302,
      to: "/staff/sign-in",
    });
  });

  test("of a place that is somebody else's is not there", async () => {
    expect(await ask(handler, { placeId: elsewhere, form, params })).toMatchObject({ status: 404 });
    expect(await ask(handler, { placeId: 987_654, form, params })).toMatchObject({ status: 404 });
  });
});

test.each(PAGES.filter(([, , form]) => form))(
  "%s sent from another site is refused",
  async (_name, handler, form, params) => {
    expect(await ask(handler, { form, params, site: "cross-site" })).toMatchObject({ status: 403 });
  },
);

describe("the inbox", () => {
  test("shows who they are, what may be tapped, and the words they say at the door", async () => {
    const holdId = await aRequest({ journey: { lines: ["107"], outsideMinutes: 7 } });
    const { holds, savedId } = await shown();
    expect(savedId).toBeNull();
    const hold = holds.find((one) => one.holdId === holdId)!;
    expect(hold).toMatchObject({ party: MOTHER_AND_TWO, confirmed: false, journey: { outsideMinutes: 7 } });
    expect(hold.steps.map(({ step }) => step)).toEqual(["accept", "arrived", "decline"]);
    expect(new Set(hold.steps.map(({ key }) => key)).size).toBe(3);
    const said = (language: "en" | "es") => codeWords(codeOf("hold", holdId), language).join(" ");
    expect(hold.codes).toEqual([
      { language: "en", words: said("en") },
      { language: "es", words: said("es") },
    ]);
    expect(await ask(code, { params: { holdId } })).toMatchObject({
      status: 200,
      data: { hold: { holdId }, codes: hold.codes },
    });
  });

  test("has nothing of another place, not even of one's own other place", async () => {
    const there = await taken(wanted(await newPool(otherOfHers, 2)));
    const here = await aHold();
    const ids = (await shown()).holds.map(({ holdId }) => holdId);
    expect(ids).toContain(here);
    expect(ids).not.toContain(there);
    expect(await ask(code, { params: { holdId: there } })).toMatchObject({ status: 404 });
    expect(await ask(inbox, { by: stranger })).toMatchObject({ status: 404 });
    for (const step of ["accept", "arrived", "more-time", "did-not-come", "decline"]) {
      const told = await tap(step, there, { more: { reason: "full" } });
      expect(told).toMatchObject({ status: 404, data: { refused: { kind: "unknown-hold" }, hold: null } });
      expect(await tap(step, here, { by: stranger })).toMatchObject({ status: 404 });
    }
    expect(await stored(there)).toMatchObject({ state: "held", events: ["taken"] });
    expect(await stored(here)).toMatchObject({ state: "held", events: ["taken"] });
  });

  test("is counted on the board: who asks, and who is on the way", async () => {
    const before = (await ask(board)).data!.open as { asks: number; coming: number };
    await aRequest();
    await aHold();
    const lapsed = await aHold();
    await letPass(database.owner, lapsed, 61);
    expect((await ask(board)).data!.open).toEqual({ asks: before.asks + 1, coming: before.coming + 1 });
  });
});

describe("a tap", () => {
  test("of yes holds it, says so once, and a second tap of the same form is the same", async () => {
    const holdId = await aRequest({ arrivesAt: inMinutes(60) });
    const key = randomUUID();
    const first = await tap("accept", holdId, { key });
    expect(await savedBy(first)).toMatchObject({ savedId: holdId });
    expect(await tap("accept", holdId, { key })).toMatchObject({ status: 302, to: first.to });
    expect(await stored(holdId)).toMatchObject({
      confirmed: true,
      minutes: 90,
      events: ["taken", "accepted"],
    });
    await tap("more-time", holdId);
    // By now somebody has changed it: that it was saved so is not true any more.
    expect((await shown(first.to!.slice(first.to!.indexOf("?")))).savedId).toBeNull();
  });

  test("of arrived makes the board's count no younger", async () => {
    const holdId = await aHold();
    const countedAt = async () => {
      const { rows } = (await ask(board)).data!.news as { rows: { saved: string }[] };
      return rows.map(({ saved }) => saved);
    };
    const before = await countedAt();
    const zoe = await seedStaff(database.owner, hopeHouse, { name: "Zoe" });
    await tap("arrived", holdId, { by: zoe.token });
    expect(before).toContainEqual(expect.stringMatching(/^Saved /));
    expect(await countedAt()).toEqual(before);
  });

  test("of arrived lets them in once, and the count of taken goes up by it", async () => {
    const holdId = await aHold();
    const key = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => tap("arrived", holdId, { key })));
    expect(await savedBy(await tap("arrived", holdId, { key }))).toMatchObject({
      savedId: holdId,
      overBy: 0,
    });
    expect(await storedPool(database.owner, poolId)).toMatchObject({ occupied: 1, held: 0 });
  });

  test("of arrived, where others have the room, is true all the same, and says by how many it is over", async () => {
    poolId = await newPool(hopeHouse, 1);
    const late = await aHold();
    await letPass(database.owner, late, 61);
    await aHold();
    expect(await savedBy(await tap("arrived", late))).toMatchObject({ savedId: late, overBy: 1 });
  });

  test("of 30 min more gives it them once", async () => {
    const holdId = await aHold();
    const key = randomUUID();
    for (const _ of [1, 2]) expect(await savedBy(await tap("more-time", holdId, { key }))).toBeTruthy();
    expect(await stored(holdId)).toMatchObject({ minutes: 90 });
  });

  test("of did not come frees what was held, and who comes late still arrives", async () => {
    const holdId = await aHold({ arrivesAt: inMinutes(20) });
    await letPass(database.owner, holdId, 25);
    const { holds, savedId } = await savedBy(await tap("did-not-come", holdId));
    expect(savedId).toBe(holdId);
    expect(holds.find((one) => one.holdId === holdId)!.steps.map(({ step }) => step)).toEqual(["arrived"]);
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0 });
    await savedBy(await tap("arrived", holdId));
    expect(await stored(holdId)).toMatchObject({ state: "arrived" });
  });

  test("of a step nobody knows is not there", async () => {
    const holdId = await aHold();
    for (const step of ["", "toString", "cancel"]) {
      expect(
        await ask(tapped, { form: { key: randomUUID(), hold: holdId }, params: { step } }),
      ).toMatchObject({
        status: 404,
      });
    }
  });

  test("whose form is none of ours changes nothing", async () => {
    const holdId = await aHold();
    for (const form of [{ hold: holdId }, { key: "again", hold: holdId }, { key: randomUUID(), hold: "1" }])
      expect(
        await ask(tapped, { form: form as Record<string, string>, params: { step: "arrived" } }),
      ).toMatchObject({ status: 404 });
    expect(await stored(holdId)).toMatchObject({ events: ["taken"] });
  });

  test("has an address that by itself tells nothing and leads back", async () => {
    expect(await ask(tappedPage, { by: "nobody", params: { step: "accept" } })).toMatchObject({
      status: 200,
      data: { back: `/staff/places/${hopeHouse}/holds` },
    });
  });
});

describe("a tap that changes nothing says why:", () => {
  const refused = (told: Told, status: number, more: object) =>
    expect(told).toMatchObject({ status, data: { refused: more } });

  test("closed already", async () => {
    const holdId = await aHold();
    await tap("arrived", holdId);
    for (const step of ["accept", "arrived", "more-time", "did-not-come"])
      refused(await tap(step, holdId), 409, { kind: "closed", state: "arrived" });
    refused(await tap("decline", holdId, { more: { reason: "full" } }), 409, {
      kind: "closed",
      state: "arrived",
    });
  });

  test("an ask that lapsed before the yes", async () => {
    const holdId = await aRequest();
    await letPass(database.owner, holdId, 16);
    refused(await tap("accept", holdId), 409, { kind: "closed", state: "expired" });
    await savedBy(await tap("more-time", holdId));
    expect(await stored(holdId)).toMatchObject({ state: "held", confirmed: true });
  });

  test("too early to say that they did not come", async () => {
    const arrivesAt = inMinutes(20);
    const holdId = await aHold({ arrivesAt });
    refused(await tap("did-not-come", holdId), 409, { kind: "too-early", from: arrivesAt.getTime() / 1000 });
  });

  test("nobody has said yes to it yet", async () => {
    refused(await tap("did-not-come", await aRequest()), 409, { kind: "still-a-request" });
  });

  test("full by now", async () => {
    poolId = await newPool(hopeHouse, 1);
    const holdId = await aHold();
    await letPass(database.owner, holdId, 61);
    await aHold();
    refused(await tap("more-time", holdId), 409, { kind: "full" });
  });

  test("no more time than three hours from now", async () => {
    const holdId = await aHold();
    await database.owner`update holds set until = ${inMinutes(181)} where hold_id = ${holdId}`;
    refused(await tap("more-time", holdId), 409, { kind: "no-more-time" });
  });

  test("they hold another bed by now", async () => {
    const device = wanted(poolId).device;
    const holdId = await aHold({ device });
    await letPass(database.owner, holdId, 61);
    await taken(wanted(await newPool(otherOfHers, 2), { device }));
    refused(await tap("more-time", holdId), 409, { kind: "has-hold" });
  });

  test("the form was sent before, for something else", async () => {
    const [one, two] = [await aHold(), await aHold()];
    const key = randomUUID();
    await savedBy(await tap("more-time", one, { key }));
    refused(await tap("more-time", two, { key }), 409, { kind: "key-used-otherwise" });
  });
});

describe("a no", () => {
  test("needs a reason, and keeps what was typed", async () => {
    const holdId = await aRequest();
    expect(await tap("decline", holdId, { more: { words: "  " } })).toMatchObject({
      status: 400,
      data: { problem: "needs-a-reason", hold: { holdId }, typed: { reason: null, ownWords: "" } },
    });
    const words = "Come to the side door, and ".repeat(9).trim();
    expect(await tap("decline", holdId, { more: { reason: "call", words } })).toMatchObject({
      status: 400,
      data: { problem: "too-long", typed: { reason: "call", ownWords: words } },
    });
    expect(await stored(holdId)).toMatchObject({ state: "held", events: ["taken"] });
  });

  test("with one is told to them in both languages, once", async () => {
    const holdId = await aRequest();
    const key = randomUUID();
    const more = { reason: "broken", words: "The heating." };
    for (const _ of [1, 2]) expect(await savedBy(await tap("decline", holdId, { key, more }))).toBeTruthy();
    const [row] = await database.owner<[{ reason: string }]>`
      select decline_reason as reason from holds where hold_id = ${holdId}`;
    expect(row.reason).toMatch(/^Something in the house broke\. .* \/ Algo se descompuso .* The heating\.$/);
    expect(await stored(holdId)).toMatchObject({ state: "declined", events: ["taken", "declined"] });
  });
});
