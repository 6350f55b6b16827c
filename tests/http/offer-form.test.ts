import { describe, expect, test } from "vitest";
import type { Offer } from "~/domain/offer";
import { offerKind, readKeeping, readOffer, typedOffer } from "~/http/offer-form.server";

const KEY = "00000000-0000-4000-8000-000000000001";
const form = (fields: Record<string, string>) => {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  return sent;
};
const COATS = { key: KEY, words: "Two coats", "helps-clothes": "on" };
const RIDE = { key: KEY, words: "Evenings", "helps-ride": "on", seats: "3", "child-seats": "1" };

describe("what is read", () => {
  test("things, once, anywhere", () => {
    expect(readOffer(form(COATS), "things")).toMatchObject({
      kind: "offer",
      said: { kind: "things", helps: ["clothes"], words: "Two coats", zips: [], isOnce: true, seats: null },
    });
  });

  test("nights in dollars as people write them, again and again, in parts of town", () => {
    const fields = { ...COATS, amount: "$1,200", once: "again", zips: "66101, 66102" };
    expect(readOffer(form(fields), "nights")).toMatchObject({
      said: { amountCents: 120_000, isOnce: false, zips: ["66101", "66102"] },
    });
  });

  test("a ride at any hour, and one at times over midnight; times typed for any hour are no times", () => {
    const times = { from: "18:00", until: "02:00", "day-1": "on", "day-5": "on" };
    expect(readOffer(form({ ...RIDE, ...times, when: "any" }), "ride")).toMatchObject({
      said: { seats: 3, childSeats: 1, days: null, fromMinutes: null },
    });
    expect(readOffer(form({ ...RIDE, ...times, when: "times" }), "ride")).toMatchObject({
      said: { days: [1, 5], fromMinutes: 1080, untilMinutes: 120 },
    });
  });

  test("an offer typed anew is read as it was", () => {
    const fields = {
      ...RIDE,
      when: "times",
      from: "18:00",
      until: "02:00",
      "day-1": "on",
      zips: "66101",
      once: "again",
    };
    const read = readOffer(form(fields), "ride");
    if (read.kind !== "offer") throw new Error("not read");
    const offer = {
      ...read.said,
      offerId: KEY,
      state: "open",
      standsSince: new Date(),
      until: new Date(),
    } as Offer;
    expect(readOffer(form({ ...typedOffer(offer), key: KEY }), "ride")).toMatchObject({ said: read.said });
  });
});

describe("what is asked about again", () => {
  test.each([
    ["no words", "things", { ...COATS, words: " " }, { words: "words" }],
    ["words without end", "things", { ...COATS, words: "x".repeat(601) }, { words: "words" }],
    ["what helps with nothing", "things", { key: KEY, words: "Coats" }, { helps: "helps" }],
    ["a part of town that is none", "things", { ...COATS, zips: "Rosedale" }, { zips: "zips" }],
    ["no amount", "nights", COATS, { amount: "amount" }],
    ["an amount below nothing", "nights", { ...COATS, amount: "-5" }, { amount: "amount" }],
    ["cents", "nights", { ...COATS, amount: "12.50" }, { amount: "amount" }],
    ["no seats", "ride", { ...RIDE, seats: "0" }, { seats: "seats" }],
    [
      "more seats for children than seats",
      "ride",
      { ...RIDE, "child-seats": "4" },
      { "child-seats": "childSeats" },
    ],
    ["no day", "ride", { ...RIDE, when: "times", from: "18:00", until: "20:00" }, { when: "times" }],
    ["half a time", "ride", { ...RIDE, when: "times", from: "18:00", "day-1": "on" }, { when: "times" }],
    [
      "a time of no length",
      "ride",
      { ...RIDE, when: "times", from: "18:00", until: "18:00", "day-1": "on" },
      { when: "times" },
    ],
    ["no key of ours", "things", { ...COATS, key: "7" }, { form: "old-form" }],
  ] as const)("%s", (_what, kind, fields, problems) => {
    const read = readOffer(form(fields), kind);
    expect(read).toMatchObject({ kind: "unclear", problems });
    expect(read.typed.words).toBe(fields.words.trim());
  });
});

test("only what there is can be offered and kept", () => {
  expect(offerKind("ride")).toBe("ride");
  for (const kind of ["room", "", null, "toString"]) expect(offerKind(kind)).toBeNull();
  expect(readKeeping(form({ key: KEY, offer: KEY, do: "open" }))).toMatchObject({ do: "open" });
  expect(readKeeping(form({ key: KEY, offer: KEY, do: "used" }))).toBeNull();
});
