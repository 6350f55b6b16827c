import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cellAt, cellsAround, replaceCells } from "~/data/cells.server";
import * as matches from "~/data/matches.server";
import { answerMatchCheckIn, matchesOfAsk } from "~/data/own-match.server";
import { findRegion } from "~/data/regions.server";
import { pauseRoom } from "~/data/rooms.server";
import { timetableOf } from "~/data/timetables.server";
import { openedAskCookie } from "~/http/own-ask.server";
import { action as ownAction, loader as ownPage } from "~/routes/ask.room";
import { loader as ownAsk } from "~/routes/ask._index";
import * as proposal from "~/routes/group.$groupId.asks.$askId.rooms.$roomId";
import * as sheet from "~/routes/group.$groupId.matches.$matchId._index";
import * as deed from "~/routes/group.$groupId.matches.$matchId.$deed";
import * as mine from "~/routes/group.$groupId.rooms.mine._index";
import * as hostSay from "~/routes/group.$groupId.rooms.mine.match.$deed";
import { startApp, type App } from "../support/app";
import { testDatabase } from "../support/database";
import { dumpOf } from "../support/dump";
import { seedGroup, seedMember, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler, type Told } from "../support/handlers";
import { agreed, familySays, hostSays, inDays, type Paired, proposed, seedPair } from "../support/matches";
import { Phone } from "../support/phone";
import { ARMSTRONG, NEBRASKA } from "../support/rooms";

process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
const database = testDatabase();
let app: App;
let regionId: number;
let group: SeededGroup;

beforeAll(async () => {
  app = await startApp({ database, sample: true });
  const region = (await findRegion("kck-sample"))!;
  ({ regionId } = region);
  // Asked of the routes by themselves too: this process must have its buses first.
  await vi.waitFor(() => timetableOf(region), { timeout: 60_000, interval: 500 });
  group = await seedGroup(database.owner, regionId);
  const [fine] = cellsAround(cellAt(NEBRASKA.at!));
  await replaceCells(database.owner, regionId, new Map([[fine!, 2_400]]));
}, 120_000);
afterAll(() => app?.stop());

const pair = (more = {}) =>
  seedPair(database.owner, group, regionId, { ask: { area: "7th & Minnesota" }, ...more });
const phoneOf = ({ askId }: Pick<Paired, "askId">) => {
  const phone = new Phone();
  phone.keep(new Headers({ "Set-Cookie": openedAskCookie(askId) }));
  return phone;
};
const on = async (path: string, cookie: string) => {
  const answer = await fetch(new URL(path, app.url), { headers: { Cookie: cookie }, redirect: "manual" });
  return { status: answer.status, html: await answer.text() };
};
const family = ({ askId }: Pick<Paired, "askId">) => openedAskCookie(askId).split(";")[0]!;
const staff = ({ token }: Seeded) => `__Host-staff=${token}`;
const at = () => `/group/${group.groupId}`;

function ask(
  handler: unknown,
  by: Seeded,
  params: Record<string, string>,
  form?: Record<string, string>,
): Promise<Told> {
  const sent = form && { form: { key: randomUUID(), ...form } };
  return askHandler(handler, {
    by: by.token,
    placeId: 0,
    params: { groupId: String(group.groupId), ...params },
    ...sent,
  });
}

describe("an evening", () => {
  test("by forms: proposed, two yeses, the address and the way, a key, arrived, words, over", async () => {
    const those = await pair();
    const { askId, roomId, host } = those;
    const form = { arrivesOn: inDays(0), arrivesAt: "18:30", nights: "3" };
    expect(
      await ask(proposal.action, group.rosa, { askId, roomId }, { ...form, nights: "many" }),
    ).toMatchObject({
      status: 400,
      data: { problems: ["nights"], typed: { nights: "many", arrivesAt: "18:30" } },
    });
    expect(await ask(proposal.action, group.luis, { askId, roomId }, form)).toMatchObject({ status: 409 });
    expect(await ask(proposal.action, group.rosa, { askId, roomId }, form)).toMatchObject({ status: 302 });
    const [{ matchId } = { matchId: "" }] = await matchesOfAsk(askId);

    const say = (words: Record<string, string>) =>
      ask(hostSay.action, host, { deed: "answer" }, { match: matchId, ...words });
    expect(await say({ say: "perhaps" })).toMatchObject({ status: 409, data: { why: "key-used-otherwise" } });
    expect(await say({ say: "yes" })).toMatchObject({ status: 302, to: `${at()}/rooms/mine` });

    const phone = phoneOf(those);
    const tap = (words: Record<string, string>) =>
      phone.ask(ownAction, { form: { key: randomUUID(), match: matchId, ...words } });
    expect((await phone.ask(ownPage)).data).toMatchObject({ door: null, way: { kind: "way" } });
    expect(await tap({ do: "answer", say: "yes" })).toMatchObject({
      status: 302,
      to: "/ask/room?said=agreed",
    });
    expect((await phone.ask(ownPage)).data).toMatchObject({
      door: { address: NEBRASKA.address, isDoor: false },
      way: { kind: "way", from: "7th & Minnesota" },
    });
    expect((await tap({ do: "way", from: "47th & State" })).data).toMatchObject({
      way: { from: "47th & State" },
    });
    expect((await tap({ do: "way", from: "qqzz" })).data).toMatchObject({ way: { kind: "not-known" } });

    expect(
      await ask(deed.action, group.luis, { matchId, deed: "note" }, { words: "Hana opens at 6." }),
    ).toMatchObject({ status: 302 });
    for (const page of [await on("/ask/room", family(those)), await on(`${at()}/rooms/mine`, staff(host))])
      expect(page.html).toContain("Hana opens at 6.");
    expect(await tap({ do: "tap", say: "here" })).toMatchObject({ to: "/ask/room?said=answered" });
    expect(await tap({ do: "tell", words: " " })).toMatchObject({ status: 409, data: { mend: "empty" } });
    expect(await tap({ do: "tell", words: "It is warm." })).toMatchObject({ to: "/ask/room?said=said" });
    expect(await tap({ do: "tap", say: "want-out" })).toMatchObject({ to: "/ask/room?said=answered" });
    expect((await on(`${at()}/asks/${askId}`, staff(group.luis))).html).toContain("They want to leave now.");
    expect(
      await ask(hostSay.action, host, { deed: "tell" }, { match: matchId, words: "Kind people." }),
    ).toMatchObject({ status: 302 });
    expect((await ask(sheet.loader, group.luis, { matchId })).data).toMatchObject({
      match: { words: [{ words: "It is warm." }, { words: "Kind people." }] },
    });
    expect(await ask(deed.action, group.luis, { matchId, deed: "done" }, {})).toMatchObject({ status: 302 });
    expect(await tap({ do: "tap", say: "all-right" })).toMatchObject({
      status: 409,
      data: { mend: "moved-on" },
    });
  });

  test("goes on for more nights by forms; a day that is none comes back as it was typed, with why", async () => {
    const those = await pair();
    const matchId = await agreed(those);
    const asks = (form: Record<string, string>, what = "longer") =>
      ask(deed.action, group.rosa, { matchId, deed: what }, form);
    for (const [typed, refused] of [
      ["next week", "day"],
      ["2026-02-31", "day"],
      [inDays(2), "day"],
      [inDays(29), "too-many-nights"],
    ] as const)
      expect(await asks({ day: typed })).toMatchObject({ status: 409, data: { refused, day: typed } });
    expect(await asks({ day: inDays(5) })).toMatchObject({ status: 302 });
    const says = { match: matchId, say: "yes", until: inDays(5) };
    expect(await ask(hostSay.action, those.host, { deed: "longer" }, { ...says, until: "x" })).toMatchObject({
      data: { why: "key-used-otherwise" },
    });
    expect(await ask(hostSay.action, those.host, { deed: "longer" }, says)).toMatchObject({ status: 302 });
    const phone = phoneOf(those);
    const sent = { key: randomUUID(), do: "longer", ...says };
    expect(await phone.ask(ownAction, { form: { ...sent, until: inDays(4) } })).toMatchObject({
      data: { mend: "moved-on" },
    });
    expect(await phone.ask(ownAction, { form: { ...sent, key: randomUUID() } })).toMatchObject({
      to: "/ask/room?said=longer",
    });
    expect((await matches.matchSheet(group.rosa.token, matchId))!.leavesOn).toBe(inDays(5));
    expect(await asks({}, "no-longer")).toMatchObject({ status: 302 });
  });

  test("has one word for the door, told to the family, the host and coordinators once both have said yes", async () => {
    const those = await pair();
    const matchId = await proposed(those);
    const words = async () => {
      const [own] = await matchesOfAsk(those.askId);
      const [host] = await matches.matchesOfHost(those.host.token, group.groupId);
      const of = await matches.matchSheet(group.rosa.token, matchId);
      return [own, host, of].map((seen) => seen!.doorWords);
    };
    expect(await words()).toEqual([null, null, null]);
    await hostSays(those, matchId);
    await familySays(those, matchId);
    const [own, host, of] = await words();
    expect(own!.en).toMatch(/^[a-z]+$/);
    expect([host, of]).toEqual([own, own]);
    expect((await on("/ask/room", family(those))).html).toContain(`<strong>${own!.en}</strong>`);
    const home = await on(`${at()}/rooms/mine`, staff(those.host));
    for (const word of [own!.en, own!.es]) expect(home.html).toContain(word);
    // As it is told: the word alone may be one of the page's own, or of its code.
    expect((await on("/ask", family(those))).html).not.toContain(`<strong>${own!.en}</strong>`);
  });

  test("a family that did not say who it is gets a room once a coordinator has said it", async () => {
    const { askId, roomId } = await pair({ ask: { party: null } });
    const form = { arrivesOn: inDays(0), arrivesAt: "18:30", nights: "3" };
    expect(await ask(proposal.action, group.rosa, { askId, roomId }, form)).toMatchObject({
      status: 400,
      data: { problems: ["adults"] },
    });
    const whole = { ...form, adults: "1", children: "4" };
    expect(await ask(proposal.action, group.rosa, { askId, roomId }, whole)).toMatchObject({ status: 302 });
  });

  test.each([{}, { party: null }])(
    "sent again after its room went off again is the proposal it was; a new one finds no room; ask: %o",
    async (about) => {
      const { askId, roomId, host } = await pair({ ask: about });
      const who: Record<string, string> = "party" in about ? { adults: "1", children: "4" } : {};
      const form = { key: randomUUID(), arrivesOn: inDays(0), arrivesAt: "18:30", nights: "3", ...who };
      const propose = (more = {}) =>
        ask(proposal.action, group.rosa, { askId, roomId }, { ...form, ...more });
      expect(await propose()).toMatchObject({ status: 302 });
      await pauseRoom({ key: randomUUID(), token: host.token, roomId, because: null });
      expect(await propose()).toMatchObject({ status: 302, to: `${at()}/asks/${askId}#rooms` });
      expect((await propose({ key: randomUUID() })).status).toBeGreaterThanOrEqual(404);
      expect((await ask(proposal.action, group.rosa, { askId, roomId: "1" }, form)).status).toBe(404);
    },
  );

  test.each(["en", "es"])("every page of it can be read in %s, in each state", async (lang) => {
    const those = await pair({ said: { smoking: true } });
    const matchId = await proposed(those);
    const pages = () =>
      Promise.all([
        on(`/ask?lang=${lang}`, family(those)),
        on(`/ask/room?lang=${lang}`, family(those)),
        on(`${at()}/rooms/mine?lang=${lang}`, staff(those.host)),
        on(`${at()}/asks/${those.askId}?lang=${lang}`, staff(group.rosa)),
        on(`${at()}/matches/${matchId}?lang=${lang}`, staff(group.rosa)),
      ]);
    const hud = lang === "en" ? "list for help with housing" : "lista de ayuda para vivienda";
    const [, first] = await pages();
    expect(first!.html).toContain(hud);
    const next: (() => Promise<unknown>)[] = [
      () => hostSays(those, matchId),
      () => familySays(those, matchId),
      () => answerMatchCheckIn({ key: randomUUID(), askId: those.askId, matchId, answer: "here" }),
      () => matches.settleMatch({ key: randomUUID(), token: group.rosa.token, matchId, as: "done" }),
    ];
    for (const step of next) {
      await step();
      for (const { status, html } of await pages()) {
        expect(status).toBe(200);
        expect(html).not.toMatch(/undefined|\[object|Invalid Date|NaN/);
      }
    }
  });
});

describe("nobody else", () => {
  test("reads, answers or opens another family's room", async () => {
    const [those, others] = [await pair(), await pair({ host: "Bea" })];
    const matchId = await agreed(those);
    const phone = phoneOf(others);
    expect(await phone.ask(ownPage)).toMatchObject({ status: 302, to: "/ask" });
    await proposed(others);
    const forms: Record<string, string>[] = [
      { do: "answer", say: "no" },
      { do: "tap", say: "want-out" },
      { do: "tell", words: "Bad.", "not-safe": "yes" },
      { do: "way", from: "66101" },
    ];
    for (const form of forms)
      expect(
        await phone.ask(ownAction, { form: { key: randomUUID(), match: matchId, ...form } }),
      ).toMatchObject({ status: 409, data: { mend: "moved-on" } });
    expect(await new Phone().ask(ownPage)).toMatchObject({ status: 302, to: "/ask" });
    expect(
      await phoneOf(those).ask(ownAction, {
        form: { key: randomUUID(), match: matchId },
        site: "cross-site",
      }),
    ).toMatchObject({ status: 403 });
    const other = await seedGroup(database.owner, regionId, { name: randomUUID() });
    const member = await seedMember(database.owner, group.groupId);
    for (const who of [other.rosa, member, those.host, others.host])
      expect((await ask(sheet.loader, who, { matchId })).status).toBe(404);
    for (const who of [group.luis, member, others.host])
      expect((await ask(hostSay.action, who, { deed: "answer" }, { match: matchId, say: "no" })).status).toBe(
        404,
      );
    expect((await matches.matchSheet(group.rosa.token, matchId))!.state).toBe("agreed");
  });

  test("reads an address: in no page, data, log or dump, but on the page of the room for its family", async () => {
    const place = { address: "4711 Canary Lane Apt 9", at: { lat: 39.11877, lon: -94.62733 } };
    const [those, others] = [await pair({ place }), await pair({ host: "Bea" })];
    await proposed(others);
    const matchId = await agreed(those);
    const { askId } = those;
    const told = await Promise.all([
      on("/ask", family(those)),
      on("/ask.json", family(those)),
      on("/ask/room", family(others)),
      on(`${at()}/asks/${askId}`, staff(group.rosa)),
      on(`${at()}/asks/${others.askId}/rooms/${those.roomId}`, staff(group.rosa)),
      on(`${at()}/matches/${matchId}`, staff(group.rosa)),
      on(`${at()}/rooms`, staff(group.rosa)),
      on(`${at()}/rooms/${those.roomId}`, staff(group.rosa)),
      on(`${at()}/rooms/mine`, staff(others.host)),
      on("/?where=66101&adults=1", family(those)),
    ]);
    const page = await on("/ask/room", family(those));
    expect(page.html).toContain("4711 Canary Lane Apt 9");
    const fine = cellAt(place.at);
    const all = `${JSON.stringify(told)}${app.log()}${await dumpOf(database.owner)}`;
    for (const secret of [
      "4711 C",
      "Canary",
      "Apt 9",
      "39.11877",
      Buffer.from(place.address).toString("hex"),
    ])
      expect(all.toLowerCase(), secret).not.toContain(secret.toLowerCase());
    // The public cell is the fine one here; where the door is in it nobody reads.
    expect(page.html).not.toContain(fine);
    await matches.settleMatch({ key: randomUUID(), token: group.rosa.token, matchId, as: "withdrawn" });
    expect((await on("/ask/room", family(those))).html).not.toContain("Canary");
  });

  test.each(["en", "es"])(
    "can tell two doors of one part of town apart: before both yeses the family's pages are the same bytes, in %s",
    async (lang) => {
      const those = await pair({ place: NEBRASKA, host: "Hana" });
      const other = await pair({ place: ARMSTRONG, host: "Omar" });
      const bytes = async (roomId: string) => {
        const matchId = await proposed({ ...those, roomId });
        const pages = [
          await on(`/ask?lang=${lang}`, family(those)),
          await on(`/ask/room?lang=${lang}`, family(those)),
        ];
        await matches.settleMatch({ key: randomUUID(), token: group.rosa.token, matchId, as: "withdrawn" });
        await database.owner`delete from ask_messages where ask_id = ${those.askId}`;
        await database.owner`delete from matches where match_id = ${matchId}`.catch(async () => {
          await database.owner`delete from notices where match_id = ${matchId}`;
          await database.owner`delete from matches where match_id = ${matchId}`;
        });
        return JSON.stringify(pages)
          .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id")
          .replaceAll(/\d+:\d\d|\d+[.\d]*(?=[ \u00a0](?:am|pm|min))/g, "then")
          .replaceAll(/data-talk=\\"[^"]+\\"/g, "news");
      };
      const one = await bytes(those.roomId);
      expect(one).toContain(lang === "en" ? "middle of that part of town" : "centro de esa zona");
      expect(await bytes(other.roomId)).toBe(one);
    },
  );
});

test("the page of the ask tells of the room, and its news change with it", async () => {
  const those = await pair();
  const phone = phoneOf(those);
  const news = async () => (await phone.ask(ownAsk)).data as unknown as { news: string; matches: unknown[] };
  const before = await news();
  const matchId = await proposed(those);
  await familySays(those, matchId);
  const asked = await news();
  await hostSays(those, matchId);
  const after = await news();
  expect(new Set([before.news, asked.news, after.news]).size).toBe(3);
  expect(after.matches).toMatchObject([{ state: "agreed" }]);
  expect((await ask(mine.loader, those.host, {})).data).toMatchObject({ matches: [{ state: "agreed" }] });
});
