import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { askHelp } from "~/data/asks.server";
import { addStep } from "~/data/home-search.server";
import { notePaid, pledgeTo } from "~/data/pledges.server";
import { beginStay, endStay, moveStay, planStay, staysOf } from "~/data/stays.server";
import type { OwnSearch } from "~/domain/stay";
import { exitAnswer } from "~/http/exit.server";
import { openedAskCookie } from "~/http/own-ask.server";
import { loader as own } from "~/routes/ask._index";
import { action as tap } from "~/routes/ask.stay";
import { loader as json } from "~/routes/ask[.]json";
import { asking } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, type SeededGroup } from "../support/groups";
import { Phone } from "../support/phone";
import { seedRegion } from "../support/seeds";
import { daysFromNow, toPlan } from "../support/stays";

process.env.APP_SECRET ??= "only-for-tests-and-nothing-else!";
const database = testDatabase();
let wyco: SeededGroup;

beforeAll(async () => {
  wyco = await seedGroup(database.owner, await seedRegion(database.owner));
});

let askId: string;
let phone: Phone;
beforeEach(async () => {
  ({ askId } = (await askHelp(asking(wyco.groupId))) as { askId: string });
  phone = phoneOf(askId);
});

/** On which the ask is open. */
function phoneOf(of: string): Phone {
  const opened = new Phone();
  opened.keep(new Headers({ "Set-Cookie": openedAskCookie(of) }));
  return opened;
}
const by = () => ({ key: randomUUID(), token: wyco.rosa.token });
async function planned(): Promise<string> {
  const stay = await planStay({ ...by(), askId, said: toPlan() });
  return (stay as { stayId: string }).stayId;
}
type Shown = { stays: { own: OwnSearch; stayKey: string; told: string | null }; news: string };
const shownOn = async (on: Phone, query = "") => (await on.ask(own, { query })).data as unknown as Shown;
const taps = (on: Phone, stay: string, answer: string, more: Record<string, string> = {}) =>
  on.ask(tap, { form: { key: randomUUID(), stay, answer, ...more } });
const sheet = async (stayId: string) => (await staysOf(wyco.rosa.token, wyco.groupId, stayId))![0]!;

describe("a family's own page", () => {
  test("says where, until when, what is paid, who looks after it, and what is next; never a sum of money", async () => {
    const stayId = await planned();
    const pledge = { ...by(), stayId, cents: 20_000, way: "vendor" as const };
    const { pledgeId } = (await pledgeTo(pledge)) as { pledgeId: string };
    await notePaid({ ...by(), pledgeId, cents: 20_000, receipt: "R-17" });
    await addStep({ ...by(), askId, kind: "call", words: "KCKHA, Monday", dueOn: null });
    const { stays } = await shownOn(phone);
    expect(stays.own).toMatchObject({
      search: "going-on",
      steps: [{ words: "KCKHA, Monday" }],
      stays: [{ vendor: "Sample Inn", vendorKind: "motel", who: "Rosa", paidNights: 2, checkIn: null }],
    });
    expect(JSON.stringify(stays)).not.toMatch(/[Cc]ents|R-17|pledge/);
  });

  test("has nothing of it where there is none, and on a phone that has not the words", async () => {
    expect((await shownOn(phone)).stays.own).toEqual({ search: null, steps: [], stays: [] });
    const stayId = await planned();
    const strange = new Phone();
    expect(JSON.stringify((await strange.ask(own)).data)).not.toContain("Sample Inn");
    expect(await taps(strange, stayId, "want-out")).toMatchObject({ to: "/ask" });
    strange.keep(new Headers({ "Set-Cookie": `__Host-ask=${askId}.guessed; Path=/` }));
    expect(await taps(strange, stayId, "want-out")).toMatchObject({ to: "/ask" });
    expect((await sheet(stayId)).wantsOutAt).toBeNull();
  });

  test("tells an open page that the stay was made longer", async () => {
    const news = async () => {
      const answer = await phone.ask(async (args: never) => ({
        data: await ((await json(args)) as Response).json(),
      }));
      return answer.data.news;
    };
    const stayId = await planned();
    const before = await news();
    expect(before).toBe((await shownOn(phone)).news);
    await moveStay({ ...by(), stayId, leavesOn: daysFromNow(9) });
    expect(await news()).not.toBe(before);
  });
});

describe("how it goes, by one tap", () => {
  test.each(["all-right", "call-me", "want-out"])(
    "%s is heard once, however often it is tapped",
    async (answer) => {
      const stayId = await planned();
      await beginStay({ ...by(), stayId });
      expect((await shownOn(phone)).stays.own.stays[0]!.checkIn).toMatchObject({ what: "arrival" });
      const key = randomUUID();
      for (let times = 0; times < 3; times++)
        expect(await taps(phone, stayId, answer, { key })).toMatchObject({
          status: 302,
          to: `/ask?told=${answer}`,
        });
      expect((await sheet(stayId)).checkIns).toMatchObject([{ what: "arrival", answer }]);
      expect((await shownOn(phone, `told=${answer}`)).stays).toMatchObject({
        told: answer,
        own: { stays: [{ checkIn: null, wantsOutAt: answer === "want-out" ? expect.any(Date) : null }] },
      });
    },
  );

  test("before they have arrived too, for the night may be worse than it looked", async () => {
    const stayId = await planned();
    expect(await taps(phone, stayId, "want-out")).toMatchObject({ to: "/ask?told=want-out" });
    expect((await sheet(stayId)).wantsOutAt).toBeInstanceOf(Date);
  });

  test("an old form, another family's stay and one that is over say so and change nothing", async () => {
    const stayId = await planned();
    expect(await taps(phone, stayId, "fine")).toMatchObject({ to: "/ask?told=old-form" });
    expect(await taps(phone, stayId, "want-out", { key: "old" })).toMatchObject({ to: "/ask?told=old-form" });
    expect(await taps(phone, "1 or 1=1", "want-out")).toMatchObject({ to: "/ask?told=old-form" });
    const { askId: other } = (await askHelp(asking(wyco.groupId))) as { askId: string };
    expect(await taps(phoneOf(other), stayId, "want-out")).toMatchObject({ to: "/ask?told=over" });
    expect((await sheet(stayId)).wantsOutAt).toBeNull();
    await endStay({ ...by(), stayId, as: "called-off" });
    expect(await taps(phone, stayId, "all-right")).toMatchObject({ to: "/ask?told=over" });
    expect((await shownOn(phone)).stays.own.stays).toEqual([]);
  });

  test("no form of another site is heard, and after an exit nothing is shown", async () => {
    const stayId = await planned();
    const foreign = { form: { key: randomUUID(), stay: stayId, answer: "want-out" }, site: "cross-site" };
    expect(await phone.ask(tap, foreign)).toMatchObject({ status: 403 });
    phone.keep(exitAnswer().headers);
    expect(await taps(phone, stayId, "want-out")).toMatchObject({ to: expect.stringMatching(/^\/(ask)?$/) });
    expect(JSON.stringify((await phone.ask(own)).data)).not.toContain("Sample Inn");
    expect((await sheet(stayId)).wantsOutAt).toBeNull();
  });
});
