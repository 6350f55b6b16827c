import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ASK_KINDS, SEEKER_QUICK } from "~/domain/ask";
import { LONGEST, type LongField } from "~/domain/ask-form";
import { readAsk, readEnd, readReach, readSay } from "~/http/ask-form.server";

const key = randomUUID();

function sent(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, value);
  return form;
}

const asked = (fields: Record<string, string | string[]>) => readAsk(sent({ key, group: "7", ...fields }));

describe("asking", () => {
  test("with nothing filled in is an ask of somebody who is not sure", () => {
    expect(asked({ adults: "", children: "", area: "", words: " ", share: "coordinators" })).toMatchObject({
      kind: "asked",
      groupId: 7,
      said: {
        kinds: ["unsure"],
        party: null,
        area: null,
        words: null,
        contact: null,
        reach: null,
        avoid: null,
        isShared: false,
      },
    });
  });

  test("with several things is an ask for each of them, and for nothing a stranger adds", () => {
    const kinds = ["food", "sleep", "sleep", "car", "__proto__"];
    expect(asked({ kinds, share: "everybody" })).toMatchObject({
      said: { kinds: ["sleep", "food"], isShared: false },
    });
    expect(asked({ kinds: [...ASK_KINDS] })).toMatchObject({ said: { kinds: [...ASK_KINDS] } });
  });

  test("reads who comes as the search form does", () => {
    expect(asked({ adults: "", children: "9 and 6", pets: "cat", together: "1" })).toMatchObject({
      said: { party: { adults: 1, childAges: [6, 9], pets: ["cat"], wheelchair: false, together: true } },
    });
  });

  test.each([
    [{ adults: "many" }, "adults"],
    [{ adults: "-2" }, "adults"],
    [{ adults: "1.5" }, "adults"],
    [{ adults: "0", children: "" }, "adults"],
    [{ children: "six" }, "children"],
    [{ children: "6, 40" }, "children"],
    [{ pets: "dragon" }, "pets"],
  ])("asks again about %j, and keeps all that was typed", (party, field) => {
    const read = asked({ ...party, words: "Too cold.", contact: "913-555-0142", kinds: "ride" });
    expect(read).toMatchObject({
      kind: "unclear",
      why: "fields",
      problems: { party: [{ field }], long: {} },
      typed: { words: "Too cold.", contact: "913-555-0142", kinds: ["ride"], group: "7" },
    });
  });

  test.each((Object.keys(LONGEST) as LongField[]).filter((field) => field !== "said"))(
    "takes as many letters of %s as the database, and says how many there are too many",
    (field) => {
      const most = LONGEST[field];
      // Two code units a letter.
      expect(asked({ [field]: "🧥".repeat(most) })).toMatchObject({ kind: "asked" });
      expect(asked({ [field]: "🧥".repeat(most + 1) })).toMatchObject({
        why: "fields",
        problems: { long: { [field]: { length: most + 1, most } } },
        typed: { [field]: "🧥".repeat(most + 1) },
      });
    },
  );

  test("keeps lines in their own words alone, and nothing that no database takes", () => {
    expect(asked({ words: " one\r\ntwo\u0000\u202ethree ", area: "7th\n& Minnesota" })).toMatchObject({
      said: { words: "one\ntwo three", area: "7th & Minnesota" },
    });
  });

  test.each([
    { key: "1", group: "7" },
    { key, group: "7 or 1=1" },
    { key, group: "" },
  ])("with %j is no form of ours, and still nothing typed is lost", (head) => {
    expect(readAsk(sent({ ...head, words: "Help" }))).toMatchObject({
      why: "old-form",
      typed: { words: "Help" },
    });
  });
});

describe("saying something", () => {
  const quickKey = randomUUID();
  const said = (fields: Record<string, string>) => readSay(sent({ key, "quick-key": quickKey, ...fields }));

  test("in own words, or by one tap, which leaves what is typed alone", () => {
    expect(said({ said: " We are cold.\r\nCome? " })).toEqual({
      kind: "said",
      key,
      said: "We are cold.\nCome?",
      quick: null,
      typed: "",
    });
    for (const quick of SEEKER_QUICK)
      expect(said({ said: "half a", quick })).toEqual({
        kind: "said",
        key: quickKey,
        said: null,
        quick,
        typed: "half a",
      });
  });

  test("nothing, too much, or with no form of ours is asked again", () => {
    expect(said({ said: "  ", quick: "found-something" })).toMatchObject({ why: "empty" });
    expect(said({ said: "x".repeat(2001) })).toMatchObject({ why: "fields", long: { length: 2001 } });
    expect(said({ key: "1", said: "Help" })).toMatchObject({ why: "old-form", typed: "Help" });
  });
});

test("how to reach them may be emptied, and is asked again where it is too long", () => {
  expect(
    readReach(sent({ key, contact: " ", reach: "", avoid: "no calls", share: "members" })),
  ).toMatchObject({
    kind: "reach",
    reach: { contact: null, reach: null, avoid: "no calls", isShared: true },
  });
  expect(readReach(sent({ key, reach: "x".repeat(301) }))).toMatchObject({
    why: "fields",
    long: { reach: { length: 301, most: 300 } },
  });
});

test("an ask is ended by its family as helped or not needed, as nothing else", () => {
  for (const as of ["helped", "withdrawn"]) expect(readEnd(sent({ key, as }))).toEqual({ key, as });
  for (const as of ["", "duplicate", "no-contact"]) expect(readEnd(sent({ key, as }))).toBeNull();
});
