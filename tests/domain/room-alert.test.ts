import { describe, expect, test } from "vitest";
import { ONE_ADULT, type Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import type { Pool } from "~/domain/pool";
import { offersFor, type OfferedPool } from "~/domain/room-alert";
import { EVERYBODY, UNTOLD } from "../support/admits";
import { at, CHICAGO, hoursOf } from "../support/hours";

const now = at("2026-01-15 19:00");
const family: Party = { ...ONE_ADULT, adults: 2, childAges: [6, 9] };
const said = (minutesAgo: number) => ({ at: new Date((now - minutesAgo * 60) * 1000), way: "web" as const });

const pool = (more: Partial<Pool> = {}): Pool => ({
  poolId: 1,
  household: "families",
  unit: "room",
  peoplePerUnit: 4,
  capacity: 10,
  occupied: 9,
  held: 0,
  outOfService: 0,
  lastReport: said(10),
  ...more,
});

const place = (more: Partial<Place> = {}): Place => ({
  placeId: 1,
  kind: "shelter",
  name: "Hope House",
  organization: "Neighbors",
  phone: null,
  website: null,
  about: null,
  rules: null,
  languages: null,
  site: { lat: 39, lon: -94, name: null, address: null, city: null, zip: null, approximate: true },
  admits: EVERYBODY,
  pools: [pool()],
  hours: hoursOf("Mo-Su 18:00-07:00"),
  facts: [],
  ...more,
});

const offers = (
  places: Place[],
  { party = family, offered = [] as OfferedPool[], declined = [] as OfferedPool[], when = now } = {},
) => offersFor({ party, offered }, places, declined, { now: when, timeZone: CHICAGO });

test("a free room of a shelter that is open is offered from now on", () => {
  expect(offers([place()])).toEqual([{ poolId: 1, units: 1, arrivesAt: null }]);
});

test("before the doors open it is offered for then, as soon as a hold lasts so long", () => {
  const evening = place({ hours: hoursOf("Mo-Su 21:00-07:00") });
  expect(offers([evening])).toEqual([{ poolId: 1, units: 1, arrivesAt: at("2026-01-15 21:00") }]);
  expect(offers([place({ hours: hoursOf("Mo-Su 21:30-07:00") })])).toEqual([]);
});

test("nobody's hours are known, but staff count: somebody is there", () => {
  expect(offers([place({ hours: hoursOf("") })])).toHaveLength(1);
});

describe("nothing is offered", () => {
  const nights = hoursOf("Mo-Su 18:00-07:00", { rule: { lowAtOrBelowF: 25, decidedAt: 480 } });
  test.each<[string, Partial<Place>]>([
    ["of a warming center", { kind: "warming-center" }],
    ["of a member's room", { kind: "room" }],
    ["of a funded stay", { kind: "funded-stay" }],
    ["where families are not taken", { admits: { ...EVERYBODY, families: false } }],
    ["where tonight is not decided", { hours: nights }],
    [
      "where it is not tonight",
      { hours: { ...nights, words: [{ night: "2026-01-15", open: false, saidAt: new Date(now * 1000) }] } },
    ],
    [
      "after they stop letting people in",
      { hours: hoursOf("Mo-Su 18:00-07:00", { intake: "Mo-Su 18:00-18:30" }) },
    ],
    ["without a count", { pools: [pool({ lastReport: null })] }],
    ["of a count of an hour ago", { pools: [pool({ lastReport: said(60) })] }],
    ["of a count that is doubted", { pools: [pool({ doubted: true })] }],
    ["where all is taken", { pools: [pool({ occupied: 10 })] }],
    ["where the last one is held", { pools: [pool({ held: 1 })] }],
    ["where more are in than there is room", { pools: [pool({ occupied: 14 })] }],
    ["for adults alone", { pools: [pool({ household: "adults" })] }],
    ["but cribs", { pools: [pool({ unit: "crib" })] }],
    ["of beds for women alone", { pools: [pool({ household: "women" })] }],
  ])("%s", (_what, more) => {
    expect(offers([place(more)])).toEqual([]);
  });

  test("of beds for one gender, to one adult as well: nobody is asked for theirs", () => {
    const beds = place({ pools: [pool({ household: "men", unit: "bed", peoplePerUnit: 1 })] });
    expect(offers([beds], { party: ONE_ADULT })).toEqual([]);
  });

  test("in part: a family of six needs two rooms, or one for them all where they stay together", () => {
    const six = { ...family, adults: 4 };
    expect(offers([place()], { party: six })).toEqual([]);
    const roomy = place({ pools: [pool({ occupied: 8 })] });
    expect(offers([roomy], { party: six })).toEqual([{ poolId: 1, units: 2, arrivesAt: null }]);
    expect(offers([roomy], { party: { ...six, together: true } })).toEqual([]);
  });
});

test("what was passed on, or staff would not give, comes again when staff have counted again", () => {
  const [before, after] = [now - 20 * 60, now - 5 * 60];
  expect(offers([place()], { offered: [{ poolId: 1, at: after }] })).toEqual([]);
  expect(offers([place()], { offered: [{ poolId: 1, at: before }] })).toHaveLength(1);
  expect(offers([place()], { declined: [{ poolId: 1, at: after }] })).toEqual([]);
  expect(offers([place()], { declined: [{ poolId: 1, at: before }] })).toHaveLength(1);
});

test("a sure fit comes before one to ask about, then the smaller room, so that the large one is left for many", () => {
  const unsure = place({ admits: UNTOLD, pools: [pool({ poolId: 1, peoplePerUnit: 4 })] });
  const sure = place({
    pools: [pool({ poolId: 2, peoplePerUnit: 8 }), pool({ poolId: 3, peoplePerUnit: 5 })],
  });
  expect(offers([unsure, sure]).map(({ poolId }) => poolId)).toEqual([3, 2, 1]);
});
