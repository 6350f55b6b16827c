import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { codeOf, codeWords } from "~/data/codes.server";
import { acceptHold, declineHold } from "~/data/holds.server";
import { openTonight, report } from "~/data/reports.server";
import { exitAnswer } from "~/http/exit.server";
import { action as open } from "~/routes/hold.code";
import { action as cancel } from "~/routes/hold.cancel";
import { action as late } from "~/routes/hold.late";
import { loader as own } from "~/routes/hold._index";
import { action as send, loader as question } from "~/routes/places.$placeId.hold";
import { testDatabase } from "../support/database";
import { letPass, requested, storedHold, storedPool, takeHold, wanted } from "../support/holds";
import { Phone, type Asked } from "../support/phone";
import { seedPlace, seedPool, seedRegion, seedStaff, tonight } from "../support/seeds";

const database = testDatabase();
process.env.APP_SECRET ??= "only-for-tests-and-nothing-else!";
const FAMILY = "adults=1&children=6,9&together=1";
let hopeHouse: number;
let poolId: number;
let token: string;

beforeAll(async () => {
  const { owner } = database;
  const regionId = await seedRegion(owner);
  ({ placeId: hopeHouse } = await seedPlace(owner, regionId, { key: "hope-house", phone: "913-555-0101" }));
  for (const key of ["b", "c", "d", "e"]) await seedPlace(owner, regionId, { key });
  ({ token } = await seedStaff(owner, hopeHouse));
});

// Each test has rooms of its own: one pool a household and unit is all a place has.
beforeEach(async () => {
  const { owner } = database;
  await owner`update places set families = null`;
  await owner`insert into openings (place_id, night, is_open, way, who) values (${hopeHouse}, ${tonight()}, null, 'command', 'the desk')`;
  await owner`update pools set retired_at = now() where retired_at is null`;
  poolId = await seedPool(owner, hopeHouse);
  await report({ key: randomUUID(), token, poolId, occupied: 0 });
});

/** A family's, at Hope House. */
class FamilyPhone extends Phone {
  override ask(handler: unknown, asked: Asked = {}) {
    return super.ask(handler, { query: FAMILY, placeId: hopeHouse, ...asked });
  }

  /** Opens the question, and sends its form. */
  async send(more: Record<string, string> = {}) {
    const { data } = await this.ask(question);
    const form = { key: String(data.formKey), pool: String(poolId), contact: "", ...more };
    return { form, answer: await this.ask(send, { form }) };
  }

  async hold() {
    return (await this.ask(own)).data;
  }
}

const words = (holdId: string, lang: "en" | "es" = "en") => codeWords(codeOf("hold", holdId), lang).join(" ");

describe("asking for a hold", () => {
  test("is answered with the hold's own page, and its five words in the reader's language", async () => {
    const phone = new FamilyPhone();
    expect((await phone.ask(question)).data).toMatchObject({
      offer: { kind: "ask", counts: [{ poolId, needs: 1 }] },
      hasHold: false,
    });
    const { answer } = await phone.send({ contact: "913-555-0199" });
    expect(answer).toMatchObject({ status: 302, to: "/hold?children=6%2C9&together=1" });
    const page = await phone.hold();
    expect(page).toMatchObject({ kind: "hold", hold: { state: "held", confirmed: false, units: 1 } });
    expect((page.code as string[]).join(" ")).toBe(words(page.hold!.holdId));
    const spanish = await phone.ask(own, { query: "lang=es" });
    expect((spanish.data.code as string[]).join(" ")).toBe(words(page.hold!.holdId, "es"));
  });

  test("twice with one form is one hold", async () => {
    const phone = new FamilyPhone();
    const { form } = await phone.send();
    const answers = await Promise.all([phone.ask(send, { form }), phone.ask(send, { form })]);
    for (const { status } of answers) expect(status).toBe(302);
    expect((await storedPool(database.owner, poolId)).held).toBe(1);
  });

  test("with two forms is one hold, and leads to it", async () => {
    const phone = new FamilyPhone();
    await phone.send();
    const { answer } = await phone.send();
    expect(answer).toMatchObject({ status: 409, data: { why: "has-hold" } });
    expect((await phone.ask(question)).data).toMatchObject({ hasHold: true });
    expect((await storedPool(database.owner, poolId)).held).toBe(1);
  });

  test("with the same form and other words leads to the first one's hold", async () => {
    const phone = new FamilyPhone();
    const { form } = await phone.send();
    expect(await phone.ask(send, { form: { ...form, contact: "ana@example.org" } })).toMatchObject({
      status: 302,
    });
  });

  test("that comes again when its place has shut and it is over tells how it ended; a new one is not held", async () => {
    const phone = new FamilyPhone();
    const { form, answer } = await phone.send();
    const { to } = answer;
    expect(to).toMatch(/^\/hold\?/);
    await phone.ask(cancel, { form: { key: randomUUID(), hold: (await phone.hold()).hold!.holdId } });
    await openTonight({ key: randomUUID(), token, placeId: hopeHouse, night: tonight(), open: false });
    expect((await phone.ask(send, { form })).to).toBe(to);
    expect((await phone.hold()).hold!.state).toBe("cancelled");
    expect(await phone.ask(send, { form: { ...form, key: randomUUID() } })).toMatchObject({ status: 409 });
  });

  test("without a cookie takes nothing, gives one, and keeps what was typed", async () => {
    const phone = new FamilyPhone();
    const { data } = await new FamilyPhone().ask(question);
    const form = { key: String(data.formKey), pool: String(poolId), contact: "ana@example.org" };
    expect(await phone.ask(send, { form })).toMatchObject({
      status: 400,
      data: { why: "no-cookie", contact: "ana@example.org" },
    });
    expect((await storedPool(database.owner, poolId)).held).toBe(0);
    await phone.ask(question);
    expect(await phone.ask(send, { form })).toMatchObject({ status: 302 });
  });

  test("with a contact that cannot be read keeps it, and takes nothing", async () => {
    const { answer } = await new FamilyPhone().send({ contact: "call my sister" });
    expect(answer).toMatchObject({ status: 400, data: { why: "contact", contact: "call my sister" } });
  });

  test("from another site is refused", async () => {
    const phone = new FamilyPhone();
    await phone.ask(question);
    for (const action of [send, open, cancel, late])
      expect(await phone.ask(action, { form: { key: randomUUID() }, site: "cross-site" })).toMatchObject({
        status: 403,
      });
  });

  test.each([
    ["full", "full"],
    ["many", "too-many-requests"],
    ["gone", "unknown-pool"],
  ])("of a pool that is %s meanwhile says so, and shows three others", async (what, why) => {
    const { owner } = database;
    const phone = new FamilyPhone();
    const { data } = await phone.ask(question);
    if (what === "full") await owner`update pools set occupied = capacity where pool_id = ${poolId}`;
    if (what === "many") for (let n = 0; n < 3; n++) await takeHold(requested(poolId));
    if (what === "gone") await owner`update pools set retired_at = now() where pool_id = ${poolId}`;
    const form = { key: String(data.formKey), pool: String(poolId), contact: "ana@example.org" };
    expect(await phone.ask(send, { form })).toMatchObject({
      status: 409,
      data: { why, contact: "ana@example.org" },
    });
    expect((await phone.ask(question)).data.others).toHaveLength(3);
  });

  test.each([
    [
      "is not open tonight",
      () => openTonight({ key: randomUUID(), token, placeId: hopeHouse, night: tonight(), open: false }),
    ],
    [
      "has no such rooms any more",
      () => database.owner`update pools set retired_at = now() where pool_id = ${poolId}`,
    ],
    [
      "takes no families any more",
      () => database.owner`update places set families = false where place_id = ${hopeHouse}`,
    ],
  ])("that was answered into the void leads to what it took, after the place %s", async (_what, change) => {
    const phone = new FamilyPhone();
    const { form } = await phone.send();
    await change();
    expect(await phone.ask(send, { form })).toMatchObject({
      status: 302,
      to: expect.stringMatching(/^\/hold\?/),
    });
    expect(await phone.hold()).toMatchObject({ hold: { state: "held" } });
    const another = await new FamilyPhone().send();
    expect(another.answer).toMatchObject({ status: 409, data: { why: "unknown-pool" } });
  });

  test("of a pool of another place is nothing to hold here", async () => {
    const { answer } = await new FamilyPhone().send({ pool: "987654" });
    expect(answer).toMatchObject({ status: 409, data: { why: "unknown-pool" } });
  });

  test("of a place that is not there is 404", async () => {
    expect(await new FamilyPhone().ask(question, { placeId: 987_654 })).toMatchObject({ status: 404 });
  });
});

describe("the page of a hold", () => {
  test("is the same page of five words for whoever has none, and for a strange cookie", async () => {
    const stranger = new FamilyPhone();
    const nothing = await stranger.hold();
    expect(nothing).toMatchObject({ kind: "code" });
    const held = requested(poolId);
    await takeHold(held);
    stranger.cookies.set("__Host-device", "A".repeat(43)).set("__Host-hold", `${held.holdId}.AAAA`);
    expect(await stranger.hold()).toEqual(nothing);
  });

  test("opens on another phone by its words, however they are typed, and can be cancelled there", async () => {
    const phone = new FamilyPhone();
    await phone.send();
    const { holdId } = (await phone.hold()).hold!;
    const other = new FamilyPhone();
    const typed = `  ${words(holdId, "es").toUpperCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(" ", "   ")} `;
    expect(await other.ask(open, { form: { code: typed } })).toMatchObject({ status: 302, to: "/hold" });
    expect(await other.hold()).toMatchObject({ hold: { holdId, state: "held" } });
    const form = { key: randomUUID(), hold: holdId };
    expect(await other.ask(cancel, { form })).toMatchObject({
      status: 302,
      to: "/hold",
    });
    expect(await other.hold()).toMatchObject({ hold: { state: "cancelled" } });
    expect(await phone.hold()).toMatchObject({ hold: { state: "cancelled" } });
    expect((await storedPool(database.owner, poolId)).held).toBe(0);
  });

  test.each([
    ["one word", { kind: "too-few" }],
    ["a b c d e f", { kind: "too-many" }],
    ["qqqq qqqq qqqq qqqq qqqq", { kind: "unknown-word" }],
    [words(randomUUID()), { kind: "unknown-code" }],
  ])("is not opened by %s, which is kept", async (typed, problem) => {
    expect(await new FamilyPhone().ask(open, { form: { code: typed } })).toMatchObject({
      status: 400,
      data: { typed, problem },
    });
  });

  test("is not opened from an address with too many tries; who opened it before still sees it", async () => {
    const held = requested(poolId);
    await takeHold({ ...held, codeHash: held.codeHash });
    const phone = new FamilyPhone();
    await phone.send();
    const { holdId } = (await phone.hold()).hold!;
    const other = new FamilyPhone();
    await other.ask(open, { form: { code: words(holdId) } });
    for (let n = 0; n < 30; n++) await other.ask(open, { form: { code: words(randomUUID()) } });
    expect(await other.ask(open, { form: { code: words(holdId) } })).toMatchObject({
      status: 429,
      data: { problem: { kind: "too-many-guesses" } },
    });
    expect(await other.hold()).toMatchObject({ hold: { holdId } });
  });

  test("gives a late bus more time once staff said yes", async () => {
    const phone = new FamilyPhone();
    await phone.send();
    const { holdId } = (await phone.hold()).hold!;
    const tell = (more = {}) =>
      phone.ask(late, { form: { key: randomUUID(), hold: holdId, minutes: "30", ...more } });
    expect((await tell()).to).toContain("late=still-a-request");
    await acceptHold({ key: randomUUID(), token, holdId });
    // Half an hour later than now is within the hour it stands; the next half hour is not.
    expect((await tell()).to).toContain("late=extended");
    expect(await storedHold(database.owner, holdId)).toMatchObject({ minutes: 60 });
    expect((await tell()).to).toContain("late=extended");
    expect(await storedHold(database.owner, holdId)).toMatchObject({ minutes: 90 });
    await database.owner`update holds set arrives_at = taken_at + interval '170 minutes' where hold_id = ${holdId}`;
    expect((await tell()).to).toContain("late=arrives-too-late");
    expect((await tell({ hold: randomUUID() })).to).toContain("late=unclear");
    expect((await tell({ minutes: "600" })).to).toContain("late=unclear");
  });

  test("says how it ended", async () => {
    const phone = new FamilyPhone();
    await phone.send();
    const { holdId } = (await phone.hold()).hold!;
    await letPass(database.owner, holdId, 16);
    expect(await phone.hold()).toMatchObject({ hold: { state: "expired", confirmed: false } });
    const second = new FamilyPhone();
    await second.send();
    const declined = (await second.hold()).hold!.holdId;
    await declineHold({ key: randomUUID(), token, holdId: declined, reason: "The heating broke" });
    expect(await second.hold()).toMatchObject({
      hold: { state: "declined", declineReason: "The heating broke" },
    });
  });

  test("is nobody's after an exit: not shown, and only its words open it", async () => {
    const phone = new FamilyPhone();
    await phone.send();
    const { holdId } = (await phone.hold()).hold!;
    phone.keep(exitAnswer().headers);
    for (const page of [own, question]) expect(await phone.ask(page)).toMatchObject({ status: 302, to: "/" });
    expect(await phone.ask(open, { form: { code: words(holdId) } })).toMatchObject({ status: 302, to: "/" });
    expect(await phone.ask(own, { query: "begin=1" })).toMatchObject({ status: 303 });
    expect(await phone.hold()).toMatchObject({ kind: "code" });
    await phone.ask(open, { form: { code: words(holdId) } });
    expect(await phone.hold()).toMatchObject({ hold: { holdId } });
  });
});

test("a hold of one device is not another's", async () => {
  await takeHold(wanted(poolId));
  expect(await new FamilyPhone().hold()).toMatchObject({ kind: "code" });
});
