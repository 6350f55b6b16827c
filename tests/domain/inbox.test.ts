import { describe, expect, test } from "vitest";
import type { HoldState } from "~/domain/hold";
import { holdBehind, inboxOf, isDone, missedFrom, noteOf, poolFit, stepsFor, wayOf } from "~/domain/inbox";
import type { Party } from "~/domain/party";
import { inMinutes, MOTHER_AND_TWO } from "../support/holds";

const NOW = Date.now() / 1000;

function hold(state: HoldState, confirmed: boolean, minutes: { arrives?: number; until?: number } = {}) {
  const { arrives, until = 60 } = minutes;
  return {
    state,
    confirmed,
    until: inMinutes(until),
    arrivesAt: arrives === undefined ? null : inMinutes(arrives),
    takenAt: inMinutes(-5),
  };
}

describe("what may be tapped", () => {
  test.each([
    ["an ask", hold("held", false), ["accept", "arrived", "decline"]],
    [
      "a hold before they meant to come",
      hold("held", true, { arrives: 20 }),
      ["arrived", "more-time", "decline"],
    ],
    [
      "a hold whose bus is late",
      hold("held", true, { arrives: -5 }),
      ["arrived", "more-time", "did-not-come", "decline"],
    ],
    [
      "a hold without a time to come, as long as it stands",
      hold("held", true),
      ["arrived", "more-time", "decline"],
    ],
    ["a lapsed hold", hold("expired", true), ["arrived", "more-time", "did-not-come"]],
    ["a lapsed ask: nobody failed to come", hold("expired", false), ["arrived", "more-time"]],
    ["who did not come", hold("no-show", true), ["arrived"]],
    ["who is in", hold("arrived", true), ["not-in"]],
    ["who gave it back", hold("cancelled", true), []],
    ["who was told no", hold("declined", false), []],
  ])("on %s", (_what, of, steps) => expect(stepsFor(of, NOW)).toEqual(steps));

  test("that they did not come, from when they meant to be there, else from its end", () => {
    expect(missedFrom(hold("held", true, { arrives: 20 })) - NOW).toBeCloseTo(1200, -1);
    expect(missedFrom(hold("held", true, { until: 60 })) - NOW).toBeCloseTo(3600, -1);
  });
});

test("asks come first by how long they wait, then who comes by when, then what is over by how lately", () => {
  const named = (name: string, of: ReturnType<typeof hold>, waited = 5) => ({
    ...of,
    name,
    takenAt: inMinutes(-waited),
  });
  const inbox = inboxOf([
    named("comes late", hold("held", true, { arrives: 90 })),
    named("asked just now", hold("held", false), 1),
    named("was long ago", hold("expired", true, { until: -300 })),
    named("asked before", hold("held", false), 9),
    named("was just now", hold("arrived", true, { until: -10 })),
    named("comes soon", hold("held", true, { arrives: 20 })),
  ]);
  const names = (of: { name: string }[]) => of.map(({ name }) => name);
  expect(names(inbox.asks)).toEqual(["asked before", "asked just now"]);
  expect(names(inbox.coming)).toEqual(["comes soon", "comes late"]);
  expect(names(inbox.over)).toEqual(["was just now", "was long ago"]);
});

describe("a party and its pool", () => {
  const rooms = { unit: "room", household: "families", peoplePerUnit: 4 } as const;
  const many: Party = { ...MOTHER_AND_TWO, childAges: [1, 3, 6, 9, 12] };
  test.each([
    ["fits", MOTHER_AND_TWO, rooms, 1],
    ["tight", { ...many, together: false }, rooms, 1],
    ["apart", many, rooms, 2],
    ["fits", { ...many, together: false }, rooms, 2],
    ["not-meant", MOTHER_AND_TWO, { ...rooms, household: "adults" }, 1],
    ["fits", MOTHER_AND_TWO, { ...rooms, household: "anyone", unit: "bed", peoplePerUnit: 1 }, 3],
  ] as const)("%s", (fit, party, pool, units) =>
    expect(poolFit({ ...party, childAges: [...party.childAges], pets: [] }, pool, units)).toBe(fit),
  );
});

describe("the way they come", () => {
  test("is told as far as it is known", () => {
    expect(wayOf({ by: "bus", lines: ["107"], leavesAt: 1_790_000_000, outsideMinutes: 9 })).toEqual({
      onFoot: false,
      lines: ["107"],
      leavesAt: 1_790_000_000,
      outsideMinutes: 9,
    });
    const unknown = { leavesAt: null, outsideMinutes: null };
    expect(wayOf({ lines: ["101", 7, ""] })).toEqual({ onFoot: false, lines: ["101"], ...unknown });
    expect(wayOf({ by: "foot", lines: [] })).toEqual({ onFoot: true, lines: [], ...unknown });
  });

  test.each([[null], [{}], [{ lines: "107", leavesAt: "soon", outsideMinutes: -1 }]])(
    "%j tells nothing",
    (journey) => expect(wayOf(journey)).toBeNull(),
  );
});

describe("what is said beside a change", () => {
  const now = {
    holdId: "x",
    poolId: 1,
    version: 1,
    until: new Date(0),
    confirmed: true,
    state: "held",
  } as const;
  test.each([
    ["that half an hour could not be given whole", { kind: "extended", isMost: true, ...now }, "most"],
    ["nothing of a whole half hour", { kind: "extended", isMost: false, ...now }, null],
    ["that a later count stays", { kind: "taken-back", isCountedSince: true, ...now }, "counted-since"],
    ["nothing where the count went back too", { kind: "taken-back", isCountedSince: false, ...now }, null],
    ["nothing of others", { kind: "full" }, null],
  ] as const)("is %s", (_what, answer, note) => expect(noteOf(answer)).toBe(note));
});

test("a count is known to be an arrival's by its pool and its moment", () => {
  const [at, other] = [new Date(1_790_000_000_000), new Date(1_790_000_001_000)];
  const holds = [
    { poolId: 1, state: "arrived" as const, countedAt: at },
    { poolId: 2, state: "held" as const, countedAt: other },
    { poolId: 3, state: "held" as const, countedAt: null },
  ];
  expect(holdBehind({ poolId: 1, said: [{ at }] }, holds)).toBe(holds[0]);
  expect(holdBehind({ poolId: 1, said: [{ at: other }, { at }] }, holds)).toBeUndefined();
  expect(holdBehind({ poolId: 3, said: [] }, holds)).toBeUndefined();
});

test("an answer is done or refused", () => {
  expect(isDone({ kind: "full" })).toBe(false);
  expect(isDone({ kind: "unknown-hold" })).toBe(false);
  const now = { holdId: "x", poolId: 1, version: 1, until: new Date(0), confirmed: true } as const;
  expect(isDone({ kind: "accepted", state: "held", ...now })).toBe(true);
  expect(isDone({ kind: "too-early", state: "held", ...now })).toBe(false);
});
