import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { settleMatch, type SettledAs } from "~/data/matches.server";
import { answerMatchCheckIn, doorOfMatch } from "~/data/own-match.server";
import { pauseRoom, resumeRoom } from "~/data/rooms.server";
import { approveRoom, reportRoom } from "~/data/vetting.server";
import { endAsk } from "~/data/asks.server";
import type { MatchState } from "~/domain/match";
import { testDatabase } from "../support/database";
import { seedGroup, type SeededGroup } from "../support/groups";
import { familySays, hostSays, minutesPass, propose, seedPair, type Paired } from "../support/matches";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;

beforeAll(async () => void (regionId = await seedRegion(database.owner)));

const DO = [
  "propose",
  "host yes",
  "host no",
  "family yes",
  "family no",
  "pause",
  "resume",
  "report",
  "approve again",
  "arrived",
  "withdrawn",
  "done",
  "ended-early",
  "here",
  "want out",
  "end ask",
  "watch",
] as const;
type Deed = (typeof DO)[number];
type Round = { together: Deed[] } | { minutes: number };

// What people do when all goes well, else it seldom would.
const WELL: Deed[] = [
  "propose",
  "host yes",
  "family yes",
  "host yes",
  "family yes",
  "here",
  "resume",
  "approve again",
];
const rounds: fc.Arbitrary<Round[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({ together: ["propose"] as Deed[] }) },
    {
      weight: 3,
      arbitrary: fc.constant({ together: ["family yes", "host yes"] as Deed[] }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ together: fc.array(fc.constantFrom(...WELL), { minLength: 1, maxLength: 3 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ together: fc.array(fc.constantFrom(...DO), { minLength: 2, maxLength: 5 }) }),
    },
    { weight: 1, arbitrary: fc.record({ minutes: fc.constantFrom(20, 70, 200, 1_500) }) },
  ),
  { minLength: 4, maxLength: 12 },
);

type Evening = { group: SeededGroup; pairs: [Paired, Paired]; matchIds: string[] };
const key = () => randomUUID();

async function newEvening(): Promise<Evening> {
  const group = await seedGroup(database.owner, regionId, { name: key() });
  const pairs: [Paired, Paired] = [
    await seedPair(database.owner, group, regionId),
    await seedPair(database.owner, group, regionId, { host: "Bea" }),
  ];
  return { group, pairs, matchIds: [] };
}

/** `at` says which of the two rooms and families it is about: they cross now and then. */
async function does({ group, pairs, matchIds }: Evening, deed: Deed, at: number): Promise<unknown> {
  const [ask, room] = [pairs[at % 2]!, pairs[(at >> 1) % 2]!];
  const crossed: Paired = { ...ask, roomId: room.roomId, host: room.host };
  const matchId = matchIds.at(-1 - (at % 3)) ?? key();
  const by = { key: key(), token: group.rosa.token };
  switch (deed) {
    case "propose": {
      const answer = await propose(crossed);
      if (answer.kind === "proposed") matchIds.push(answer.matchId);
      return answer;
    }
    case "host yes":
    case "host no":
      // Whichever of the two it is about, the other is told that there is none.
      return Promise.all(pairs.map((pair) => hostSays(pair, matchId, deed === "host yes")));
    case "family yes":
    case "family no":
      return Promise.all(pairs.map((pair) => familySays(pair, matchId, deed === "family yes")));
    case "pause":
      return pauseRoom({ ...by, roomId: room.roomId, because: null });
    case "resume":
      return resumeRoom({ ...by, roomId: room.roomId });
    case "report":
      return reportRoom({ ...by, roomId: room.roomId, because: "It was not safe." });
    case "approve again":
      return Promise.all(
        [group.rosa, group.luis].map(({ token }) => approveRoom({ key: key(), token, roomId: room.roomId })),
      );
    case "here":
    case "want out": {
      const answer = deed === "here" ? "here" : "want-out";
      return Promise.all(
        pairs.map(({ askId }) => answerMatchCheckIn({ key: key(), askId, matchId, answer })),
      );
    }
    case "end ask":
      return endAsk({ key: key(), askId: ask.askId, as: "withdrawn" });
    case "watch":
      return database.owner`select watch_matches()`;
    default:
      return settleMatch({ ...by, matchId, as: deed satisfies SettledAs });
  }
}

type Row = {
  matchId: string;
  roomId: string;
  askId: string;
  state: MatchState;
  hostYesAt: Date | null;
  familyYesAt: Date | null;
  agreedAt: Date | null;
  isOffered: boolean;
};
const rowsOf = ({ group }: Evening) => database.owner<Row[]>`
  select match_id, room_id, ask_id, state, host_yes_at, family_yes_at, agreed_at,
    exists (select from offerable_rooms where offerable_rooms.room_id = matches.room_id) as is_offered
  from matches
  where group_id = ${group.groupId}`;

const NEXT: Record<MatchState, MatchState[]> = {
  proposed: ["agreed", "under-way", "done", "ended-early", "declined", "withdrawn", "lapsed"],
  agreed: ["under-way", "done", "ended-early", "withdrawn", "lapsed"],
  "under-way": ["done", "ended-early"],
  done: [],
  "ended-early": [],
  declined: [],
  withdrawn: [],
  lapsed: [],
};

/** Slowly, from the plain rows: what must hold whatever was done. */
async function holds(evening: Evening, before: ReadonlyMap<string, MatchState>): Promise<number> {
  const rows = await rowsOf(evening);
  for (const one of ["roomId", "askId"] as const) {
    const agreed = rows
      .filter(({ state }) => state === "agreed" || state === "under-way")
      .map((row) => row[one]);
    expect(new Set(agreed).size).toBe(agreed.length);
  }
  const open = rows.filter(({ state }) => state === "proposed").map(({ askId }) => askId);
  expect(new Set(open).size).toBe(open.length);
  let agreed = 0;
  for (const row of rows) {
    if (row.agreedAt !== null) expect([row.hostYesAt, row.familyYesAt]).not.toContain(null);
    const earlier = before.get(row.matchId);
    if (earlier && earlier !== row.state) expect(NEXT[earlier]).toContain(row.state);
    // A room that is paused or was reported waits for nobody.
    if (row.state === "proposed" || row.state === "agreed") expect(row.isOffered).toBe(true);
    const isOpen = ["agreed", "under-way", "done", "ended-early"].includes(row.state);
    if (isOpen) agreed += 1;
    for (const { askId } of evening.pairs) {
      const door = await doorOfMatch(askId, row.matchId, regionId);
      if (!isOpen || askId !== row.askId) expect(door).toBeNull();
    }
  }
  return agreed;
}

const ENOUGH = 8;

test("in whatever order and however many at once, nobody is told where a room is without two yeses to one that may be offered", async () => {
  let agreed = 0;
  const always = fc.asyncProperty(rounds, fc.integer({ min: 0, max: 1_000 }), async (all, seed) => {
    const evening = await newEvening();
    for (const [number, round] of all.entries()) {
      const before = new Map((await rowsOf(evening)).map(({ matchId, state }) => [matchId, state]));
      if ("minutes" in round)
        for (const matchId of evening.matchIds) await minutesPass(database.owner, matchId, round.minutes);
      else await Promise.all(round.together.map((deed, n) => does(evening, deed, seed + (number >> 1) + n)));
      agreed += await holds(evening, before);
    }
  });
  // Evenings in which nobody ever agrees prove nothing: once in a while most are.
  for (let times = 0; times < 3; times++) {
    await fc.assert(always, { numRuns: 40 });
    if (agreed > ENOUGH) break;
  }
  expect(agreed).toBeGreaterThan(ENOUGH);
}, 300_000);

test("a pause and two yeses at the same moment, many times: never is one agreed and its room paused", async () => {
  for (let round = 0; round < 25; round += 1) {
    const evening = await newEvening();
    const [pair] = evening.pairs;
    const answer = await propose(pair);
    if (answer.kind !== "proposed") throw new Error(answer.kind);
    const stop =
      round % 2 === 0
        ? pauseRoom({ key: key(), token: pair.host.token, roomId: pair.roomId, because: null })
        : reportRoom({ key: key(), token: evening.group.luis.token, roomId: pair.roomId, because: "No." });
    await Promise.all([hostSays(pair, answer.matchId), stop, familySays(pair, answer.matchId)]);
    expect(await doorOfMatch(pair.askId, answer.matchId, regionId)).toBeNull();
    expect((await rowsOf(evening)).map(({ state }) => state)).toEqual(["withdrawn"]);
  }
}, 120_000);
