import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { forgetAll } from "~/data/forgetting.server";
import { helpedBy } from "~/data/helped.server";
import { ASK_KINDS, type AskKind } from "~/domain/ask";
import { countOf, type HelpedMonth } from "~/domain/helped";
import { addDays } from "~/domain/zone";
import { testDatabase } from "../support/database";
import { dumpOf } from "../support/dump";
import { seedGroup, seedMember, type SeededGroup } from "../support/groups";
import { seedPair } from "../support/matches";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
let seeds = 0;
let regionId: number;
let wyco: SeededGroup;

// Months that are over by more than four days, whatever day it is.
const monthsAgo = (n: number) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - n, 1)).toISOString().slice(0, 10);
};
const LAST = monthsAgo(2);

beforeEach(async () => {
  regionId = await seedRegion(database.owner, `helped-${++seeds}`);
  wyco = await seedGroup(database.owner, regionId);
  await database.owner`update groups set begun_at = ${`${LAST}T12:00:00Z`} where group_id = ${wyco.groupId}`;
});

type Asked = {
  kinds: AskKind[];
  answeredMinutes: number | null;
  helped?: { adults: number; ages: number[] };
};

/** As it would stand there by now: asked in that month, and over. */
const seedOld = async ({ kinds, answeredMinutes, helped }: Asked) => database.owner`
  insert into asks (
    ask_id, group_id, language, kinds, asked_at, answered_at, waits_since, closed_at, closed_as, code_hash, party, words
  )
  values (
    gen_random_uuid(), ${wyco.groupId}, 'en', ${kinds}::text[]::ask_kind[], ${`${LAST}T18:00:00Z`}::timestamptz + interval '2 days',
    ${`${LAST}T18:00:00Z`}::timestamptz + interval '2 days' + ${answeredMinutes}::integer * interval '1 minute',
    null, ${`${LAST}T18:00:00Z`}::timestamptz + interval '6 days', ${helped ? "helped" : "elsewhere"}, ${randomBytes(32)},
    ${helped ? database.owner.json({ adults: helped.adults, childAges: helped.ages, pets: [], wheelchair: false, together: false }) : null},
    'canary words'
  )`;
const seedSearches = (household: string, hour: number, n: number, area = "661") => database.owner`
  insert into empty_searches (region_id, month, household, area, hour, n)
  values (${regionId}, ${LAST}, ${household}, ${area}, ${hour}, ${n})`;
const told = async (): Promise<HelpedMonth> => {
  const helped = (await helpedBy(wyco.rosa.token, wyco.groupId))!;
  return helped.months.find(({ month }) => month === LAST)!;
};
const times = async (n: number, ask: Asked) => {
  for (let each = 0; each < n; each++) await seedOld(ask);
};
const of = ({ counts }: HelpedMonth, what: string) =>
  Object.fromEntries(counts.filter((count) => count.what === what).map(({ part, n }) => [part, n]));

test("what was asked, answered and helped stays when the asks are forgotten, and even when they are gone", async () => {
  await times(6, {
    kinds: ["sleep"],
    answeredMinutes: 10,
    helped: { adults: 1, ages: [6, 9] },
  });
  await times(5, { kinds: ["sleep", "food"], answeredMinutes: 100 });
  await forgetAll();
  expect(await dumpOf(database.owner)).not.toContain("canary words");
  await database.owner`delete from asks where group_id = ${wyco.groupId}`;
  const month = await told();
  expect([countOf(month, "asks"), countOf(month, "helped")]).toEqual([11, 6]);
  expect(of(month, "answered")).toEqual({ "half-hour": 6, "four-hours": 5 });
  expect(of(month, "kind")).toEqual({ sleep: 11, food: 5 });
  expect(of(month, "people")).toEqual({ adults: 6, children: 12 });
  const before = JSON.stringify(month);
  await forgetAll();
  expect(JSON.stringify(await told())).toBe(before);
});

test("fewer than five asks are told as nothing but that, and are not kept as a number either", async () => {
  await times(4, { kinds: ["bill"], answeredMinutes: null, helped: { adults: 2, ages: [] } });
  await seedSearches("families", 18, 4);
  await forgetAll();
  expect(await told()).toEqual({ month: LAST, counts: [] });
  const kept = await database.owner`select n from counts where n < 5`;
  expect(kept).toEqual([]);
  expect(await database.owner`select from helped_so_far union all select from empty_searches`).toEqual([]);
});

/** Five of three nights, of which one is the next month's, and two that ended after one; one that nobody slept. */
test("nights are told apart as they were paid or in a member's room, as many as were slept in the month", async () => {
  const { owner } = database;
  const { roomId } = await seedPair(owner, wyco, regionId);
  const lastDays = addDays(monthsAgo(1), -2);
  const slept = [3, 3, 3, 1, 1, 0];
  const over = (nights: number) => `${addDays(lastDays, nights)}T18:00:00Z`;
  await owner.unsafe("alter table matches disable trigger user");
  for (const nights of slept) {
    await owner`
      insert into stays (stay_id, group_id, vendor, vendor_kind, arrives_on, leaves_on, night_cents, state, kept_by, began_at, over_at)
      values (gen_random_uuid(), ${wyco.groupId}, 'Quiet Harbor Inn', 'motel', ${lastDays}, ${addDays(lastDays, 3)}, 8000,
        'ended-early', ${wyco.rosa.personId}, ${`${lastDays}T18:00:00Z`}, ${over(nights)})`;
    await owner`
      insert into matches (match_id, room_id, group_id, state, proposed_by, answer_until, arrives_on, arrives_at, leaves_on,
        host_yes_at, family_yes_at, agreed_at, arrived_at, over_at, ended_by)
      select gen_random_uuid(), ${roomId}, ${wyco.groupId}, 'done', ${wyco.rosa.personId}, at, ${lastDays}, 1080, ${addDays(lastDays, 3)},
        at, at, at, at, ${over(nights)}, 'time'
      from (values (${`${lastDays}T18:00:00Z`}::timestamptz)) as times (at)`;
  }
  await owner.unsafe("alter table matches enable trigger user");
  await forgetAll();
  const month = await told();
  for (const [stays, nights] of [
    ["stays", "nights"],
    ["room-stays", "room-nights"],
  ] as const)
    expect([countOf(month, stays), countOf(month, nights)]).toEqual([5, 8]);
});

test("who is in no group of theirs reads nothing, nor does a stranger", async () => {
  const other = await seedGroup(database.owner, regionId, { name: "Other" });
  expect(await helpedBy(other.rosa.token, wyco.groupId)).toBeNull();
  expect(await helpedBy("nobody", wyco.groupId)).toBeNull();
  const maya = await seedMember(database.owner, wyco.groupId);
  expect(await helpedBy(maya.token, wyco.groupId)).not.toBeNull();
});

test("searches without a bed are told by household, by hours put together, and by the start of the ZIP", async () => {
  await seedSearches("families", 17, 6);
  await seedSearches("families", 18, 2);
  await seedSearches("families", 23, 7, "641");
  await seedSearches("adults", 3, 3);
  await forgetAll();
  const month = await told();
  expect(countOf(month, "searches")).toBe(18);
  expect(of(month, "household")).toEqual({ families: 18 });
  expect(of(month, "hours")).toEqual({ "families 0-18": 9, "families 18-24": 9 });
  expect(of(month, "area")).toEqual({ "661": 11, "641": 7 });
  await expect(
    database.owner`select add_empty_searches(${database.owner.json([{ region_id: regionId, month: LAST, household: "adults", area: "661", hour: 3, n: 9 }])})`,
  ).resolves.toMatchObject([{ addEmptySearches: 0 }]);
});

const anAsk = fc.record({
  kinds: fc.subarray([...ASK_KINDS], { minLength: 1, maxLength: 4 }),
  answeredMinutes: fc.constantFrom(null, 5, 30, 31, 240, 241, 4_000),
});

test("parts add up to their whole, none is below five, and each small one might as well have been none at all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAsk, { maxLength: 40 }), async (asked) => {
      await counted(asked);
      const month = await told();
      for (const { n } of month.counts) expect(n).toBeGreaterThanOrEqual(5);
      const asks = countOf(month, "asks");
      expect(asks).toBe(asked.length >= 5 ? asked.length : null);
      const parts = month.counts.filter(({ what }) => what === "answered");
      if (parts.length > 0) expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(asks);
      // Another month, in which what is small had not happened, is told in the very same numbers.
      const fold = (what: string) =>
        month.counts.find((count) => count.what === what && count.folded.length > 0) ?? null;
      const [kind, took] = [fold("kind"), fold("answered")];
      const others = asked.map(({ kinds, answeredMinutes }) => ({
        kinds: [
          ...new Set(kinds.map((each) => (kind?.folded.includes(each) ? (kind.part as AskKind) : each))),
        ],
        answeredMinutes: took?.folded.includes(bucketOf(answeredMinutes))
          ? MINUTES[took.part as keyof typeof MINUTES]
          : answeredMinutes,
      }));
      await counted(others);
      expect(await told()).toEqual(month);
    }),
    { numRuns: 25 },
  );
}, 60_000);

const MINUTES = { "half-hour": 5, "four-hours": 100, later: 300, never: null };
const bucketOf = (minutes: number | null) =>
  minutes === null || minutes > 4_320
    ? "never"
    : minutes <= 30
      ? "half-hour"
      : minutes <= 240
        ? "four-hours"
        : "later";

/** Those asks alone, in a month that is counted for the first time. */
async function counted(asked: Asked[]): Promise<void> {
  const { owner } = database;
  await owner`delete from asks where group_id = ${wyco.groupId}`;
  await owner`delete from counted_months where group_id = ${wyco.groupId}`;
  for (const ask of asked) await seedOld(ask);
  await owner`select count_months()`;
}

test("a count that goes wrong keeps nobody from being forgotten", async () => {
  await times(5, { kinds: ["food"], answeredMinutes: 5 });
  await database.owner`alter table counts add constraint counts_broken check (n < 0) not valid`;
  try {
    await forgetAll();
    expect(await dumpOf(database.owner)).not.toContain("canary words");
    expect(await told()).toBeUndefined();
  } finally {
    await database.owner`alter table counts drop constraint counts_broken`;
  }
  await forgetAll();
  expect(countOf(await told(), "asks")).toBe(5);
});
