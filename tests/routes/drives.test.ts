import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import type { Drive, Round } from "~/domain/drive";
import { numberToMend } from "~/http/drive-form.server";
import { action as change } from "~/routes/group.$groupId.drives.$change";
import { loader as page } from "~/routes/group.$groupId.drives._index";
import { action as start } from "~/routes/group.$groupId.drives.new";
import { action as plan } from "~/routes/group.$groupId.drives.round";
import { loader as table } from "~/routes/group.$groupId.helped[.]csv";
import { makeOffer } from "~/data/offers.server";
import { localTime } from "~/domain/zone";
import { seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler } from "../support/handlers";
import { COATS } from "../support/offers";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let wyco: SeededGroup;
let maya: Seeded;

beforeAll(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  wyco = await seedGroup(database.owner, await seedRegion(database.owner));
  maya = await seedMember(database.owner, wyco.groupId);
});

const at = () => `/group/${wyco.groupId}/drives`;
const ask = (
  handler: unknown,
  by: Seeded,
  form?: Record<string, string>,
  more: Record<string, string> = {},
) =>
  askHandler(handler, {
    by: by.token,
    placeId: 0,
    params: { groupId: String(wyco.groupId), ...more },
    form: form && { key: randomUUID(), ...form },
  });
const taps = (what: string, form: Record<string, string>, by = maya) =>
  ask(change, by, form, { change: what });
const shown = async (by = maya) =>
  (await ask(page, by)).data as unknown as {
    drives: Drive[];
    rounds: Round[];
    met: { line: { askId: string } }[];
  };
const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

test("a drive is started from a few lines, and a member brings some of it", async () => {
  const form = { name: "Coats", needs: "3 coats, size 6\nblankets", until: soon };
  expect(await ask(start, wyco.rosa, form)).toMatchObject({ to: `${at()}?said=saved` });
  const [drive] = (await shown()).drives;
  expect(drive!.needs).toMatchObject([
    { what: "coats, size 6", wanted: 3 },
    { what: "blankets", wanted: 1 },
  ]);
  const need = String(drive!.needs[0]!.needId);
  expect(await taps("bring", { need, n: "2" })).toMatchObject({ to: `${at()}?said=saved` });
  for (const n of ["", "-1", "two", "1001", "1.5", "99999"]) {
    const { to } = await taps("bring", { need, n });
    expect(to, n).toBe(`${at()}?said=number&need=${need}&n=${n}#n-${need}`);
    expect(numberToMend(new URL(to!, "http://here"))).toEqual({ need: Number(need), n });
  }
  expect(numberToMend(new URL("http://here/?said=saved&need=1&n=2"))).toBeNull();
  expect(await taps("bring", { n: "2" })).toMatchObject({ to: `${at()}?said=old-form` });
  expect(await taps("bring", { need: "999999", n: "2" })).toMatchObject({ to: `${at()}?said=over` });
  expect(await taps("give", { need })).toMatchObject({ status: 404 });
  expect((await shown()).drives[0]!.needs[0]).toMatchObject({ promised: 2 });
});

test.each([
  [{ name: "" }, { name: "name" }],
  [{ needs: "" }, { needs: "needs" }],
  [{ needs: "0 hats" }, { needs: "needs" }],
  [{ needs: "hat\n".repeat(31) }, { needs: "needs" }],
  [{ until: "2020-01-01" }, { until: "until" }],
  [{ until: "soon" }, { until: "until" }],
  [{ dropOff: "x".repeat(301) }, { dropOff: "dropOff" }],
  [{ key: "none" }, { form: "old-form" }],
])("a drive that is not clear comes back as it was typed: %o", async (wrong, problems) => {
  const typed: Record<string, string> = { name: "Coats", needs: "3 coats", until: soon, ...wrong };
  const answer = await ask(start, wyco.rosa, typed);
  const { key: _key, ...kept } = typed;
  const trimmed = Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, value.trim()]));
  expect(answer).toMatchObject({ status: 400, data: { problems, typed: trimmed } });
});

test("a round is planned; its place leaves the server for those who may know it alone", async () => {
  const form = { name: "Visit", day: soon, from: "18:00", place: "Under the canary bridge" };
  expect(await ask(plan, wyco.rosa, { ...form, place: "" })).toMatchObject({
    status: 400,
    data: { problems: { place: "place" }, typed: { name: "Visit" } },
  });
  expect(await ask(plan, wyco.rosa, form)).toMatchObject({ to: `${at()}?said=saved` });
  expect(JSON.stringify(await shown())).not.toContain("canary");
  const [round] = (await shown(wyco.rosa)).rounds;
  expect(round).toMatchObject({ place: "Under the canary bridge" });
  expect(await taps("come", { round: round!.roundId })).toMatchObject({ to: `${at()}?said=saved` });
  const letOn = { round: round!.roundId, person: String(maya.personId) };
  expect(await taps("let-on", letOn)).toMatchObject({ status: 404 });
  expect(JSON.stringify(await shown())).not.toContain("canary");
  expect(await taps("let-on", letOn, wyco.rosa)).toMatchObject({ to: `${at()}?said=saved` });
  expect(JSON.stringify(await shown())).toContain("canary");
});

test("coordinators alone see which asks the things offered may meet", async () => {
  await makeOffer({ key: randomUUID(), token: maya.token, groupId: wyco.groupId, said: COATS });
  const askId = await seedAsk(wyco.groupId, { kinds: ["clothes"], area: "66101" });
  expect((await shown(wyco.rosa)).met).toMatchObject([{ line: { askId } }]);
  expect((await shown()).met).toEqual([]);
});

test("how many were helped is there as a table too", async () => {
  const { status, text } = await ask(table, maya);
  expect([status, text]).toEqual([200, "month,what,of,number,with fewer than 5 each\r\n"]);
});

test("a drive until today, and a round for today, sent again after midnight are the same ones", async () => {
  const today = localTime(Date.now() / 1000, "America/Chicago").date;
  const count = async () => database.owner`
    select name from drives where name = 'Socks' union all select name from rounds where name = 'Socks'`;
  const drive = { key: randomUUID(), name: "Socks", needs: "3 socks", until: today };
  const round = { key: randomUUID(), name: "Socks", day: today, from: "20:00", place: "7th & Minnesota" };
  const both = async () => [await ask(start, wyco.rosa, drive), await ask(plan, wyco.rosa, round)];
  const first = await both();
  expect(first).toMatchObject([{ status: 302 }, { status: 302 }]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
  try {
    expect(await both()).toEqual(first);
    expect(await count()).toHaveLength(2);
    expect(await ask(start, wyco.rosa, { ...drive, key: randomUUID() })).toMatchObject({ status: 400 });
    expect(await ask(plan, wyco.rosa, { ...round, key: randomUUID() })).toMatchObject({ status: 400 });
  } finally {
    vi.useRealTimers();
  }
});
