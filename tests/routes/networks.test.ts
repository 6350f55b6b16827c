import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { codeOf, codeWords } from "~/data/codes.server";
import { action as askAlert } from "~/routes/alert.ask";
import { action as sayWords } from "~/routes/alert.code";
import { action as openHold } from "~/routes/hold.code";
import { action as staffCode } from "~/routes/staff.code";
import { action as signIn } from "~/routes/staff.sign-in";
import { testDatabase } from "../support/database";
import { Phone } from "../support/phone";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let seeds = 0;

beforeAll(() => seedRegion(database.owner));
beforeEach(() => {
  seeds++;
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!")
    .stubEnv("OUTBOX", "on")
    .stubEnv("SMTP_URL", "");
});
afterEach(() => vi.unstubAllEnvs());

/** Another address each time, as a phone makes them, in one network. */
const ofOne = () => `2001:db8:${seeds}:2:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`;
const mail = () => `${randomUUID().slice(0, 8)}@example.org`;
const words = () => codeWords(codeOf("hold", randomUUID()), "en").join(" ");

const ASKED: [what: string, action: unknown, form: () => Record<string, string>][] = [
  ["words of a hold", openHold, () => ({ code: words() })],
  ["words of a wait", sayWords, () => ({ code: words() })],
  ["a wait", askAlert, () => ({ key: randomUUID(), contact: mail() })],
  ["a code for staff", signIn, () => ({ email: mail() })],
  ["a code of staff", staffCode, () => ({ code: "123456" })],
];

test.each(ASKED)(
  "%s is asked thirty times of one network, whatever its addresses are",
  async (_what, action, form) => {
    const phone = new Phone();
    const asked = async (address: string) => {
      phone.address = address;
      phone.cookies.set("__Host-asked", encodeURIComponent(mail()));
      return (await phone.ask(action, { query: "region=kck&adults=1&children=6", form: form() })).status;
    };
    for (let time = 0; time < 30; time++) expect(await asked(ofOne())).not.toBe(429);
    expect(await asked(ofOne())).toBe(429);
    expect(await asked(`2001:db8:${seeds}:3::1`)).not.toBe(429);
  },
);
