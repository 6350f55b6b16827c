import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { faultIn } from "./apps";
import { formsIn } from "./browser";
import { faultsIn, microsecondsOf } from "./check";
import type { Attempt, Change, ChangeKind, History, Rows, Said } from "./history";
import { FAULTS, roundOf } from "./plan";
import { seeded } from "../../scripts/bench/seeded";

const POOL = 1;
const SAID_AT = "2026-01-15T18:00:00.123456+00:00";
let clock = 0;

const done = { kind: "done" } as const;
const unknown = { kind: "unknown", why: "no answer" } as const;

function attempt(said: Said, more: Partial<Attempt> = {}): Attempt {
  return { sentAt: 1000, ms: 20, heldMs: 0, status: 200, said, during: null, ...more };
}

/** A pool of two rooms of which staff said that one is taken, and a family that holds the other; all as it should be. */
function goodNight(): { history: History; rows: Rows; take: Change; holdId: string } {
  const [holdId, take, count] = [randomUUID(), sent("take", done), sent("count", done)];
  clock = 0;
  const rows: Rows = {
    keys: [
      { key: count.key, change: "report", answer: { kind: "reported", pool_id: POOL, said_at: SAID_AT } },
      { key: take.key, change: "take_hold", answer: { kind: "taken", hold_id: holdId } },
    ],
    holds: [{ holdId, poolId: POOL, units: 1, state: "held" }],
    reports: [report(1, SAID_AT)],
    events: [event(holdId, "taken")],
    pools: [{ poolId: POOL, capacity: 2, occupied: 1, held: 1, outOfService: 0 }],
    doorReports: 0,
    openings: 0,
  };
  return { history: { changes: [take, count], readings: [] }, rows, take, holdId };
}

function sent(kind: ChangeKind, ...said: Said[]): Change {
  return { kind, key: randomUUID(), attempts: said.map((one) => attempt(one)) };
}

function event(holdId: string, what: string) {
  return { eventId: ++clock, holdId, what, at: clock };
}

function report(occupied: number, saidAt: string) {
  const counts = { capacity: 2, occupied, outOfService: 0 };
  return { reportId: 1, poolId: POOL, ...counts, way: "web", at: ++clock, saidAt: microsecondsOf(saidAt) };
}

/** Another family's hold, with all its rows. */
function alsoHeld({ history, rows }: { history: History; rows: Rows }) {
  const [holdId, take] = [randomUUID(), sent("take", done)];
  history.changes.push(take);
  rows.keys.push({ key: take.key, change: "take_hold", answer: { kind: "taken", hold_id: holdId } });
  rows.holds.push({ holdId, poolId: POOL, units: 1, state: "held" });
  rows.events.push(event(holdId, "taken"));
  rows.pools[0]!.held++;
}

describe("the checker of a run", () => {
  test("finds nothing where all is as it was said", () => {
    const { history, rows } = goodNight();
    expect(faultsIn(history, rows)).toEqual([]);
  });

  test("finds a room that was promised twice", () => {
    const night = goodNight();
    alsoHeld(night);
    expect(faultsIn(night.history, night.rows)).toEqual([
      expect.stringMatching(/^pool 1 is oversold by hold/),
    ]);
  });

  test("finds it even where the room was given back before the end", () => {
    const night = goodNight();
    alsoHeld(night);
    const second = night.rows.holds[1]!;
    const cancel = sent("cancel", { kind: "over" });
    night.history.changes.push(cancel);
    night.rows.keys.push({
      key: cancel.key,
      change: "cancel_hold",
      answer: { kind: "cancelled", hold_id: second.holdId },
    });
    second.state = "cancelled";
    night.rows.events.push(event(second.holdId, "cancelled"));
    night.rows.pools[0]!.held--;
    expect(faultsIn(night.history, night.rows)).toEqual([
      expect.stringMatching(/^pool 1 is oversold by hold/),
    ]);
  });

  test("allows a report to say that more is taken than there is", () => {
    const night = goodNight();
    const count = sent("count", done);
    const at = "2026-01-15T18:05:00+00:00";
    night.history.changes.push(count);
    night.rows.keys.push({
      key: count.key,
      change: "report",
      answer: { kind: "reported", pool_id: POOL, said_at: at },
    });
    night.rows.reports.push(report(2, at));
    night.rows.pools[0]!.occupied = 2;
    expect(faultsIn(night.history, night.rows)).toEqual([]);
  });

  test("finds what was acknowledged and is lost", () => {
    const { history, rows, take } = goodNight();
    Object.assign(rows, { keys: rows.keys.slice(0, 1), holds: [], events: [] });
    rows.pools[0]!.held = 0;
    expect(faultsIn(history, rows)).toEqual([`take ${take.key}: acknowledged at 1.0 s, and lost`]);
  });

  test("finds an effect that happened twice for one key", () => {
    const { history, rows, holdId } = goodNight();
    const arrived = sent("arrived", { kind: "done", holdId });
    history.changes.push(arrived);
    rows.keys.push({ key: arrived.key, change: "arrive", answer: { kind: "arrived", hold_id: holdId } });
    rows.holds[0]!.state = "arrived";
    Object.assign(rows.pools[0]!, { occupied: 2, held: 0 });
    rows.events.push(event(holdId, "arrived"));
    rows.reports.push(report(2, "2026-01-15T18:05:00+00:00"));
    expect(faultsIn(history, rows)).toEqual([]);
    rows.events.push(event(holdId, "arrived"));
    expect(faultsIn(history, rows)).toContain(
      `arrived ${holdId}: 1 more effects than keys that asked for it`,
    );
  });

  test("finds an answer without its effect", () => {
    const { history, rows, holdId } = goodNight();
    const late = sent("late", done);
    history.changes.push(late);
    rows.keys.push({ key: late.key, change: "extend_hold", answer: { kind: "extended", hold_id: holdId } });
    expect(faultsIn(history, rows)).toEqual([`extended ${holdId}: answered, and 1 effects are missing`]);
  });

  test("takes a change without an answer either way, but not for ever", () => {
    const { history, rows, take } = goodNight();
    take.attempts = [attempt(unknown, { status: null }), attempt(done)];
    expect(faultsIn(history, rows)).toEqual([]);
    take.attempts.pop();
    expect(faultsIn(history, rows)).toEqual([`take ${take.key}: never answered, however often it was sent`]);
  });

  test("finds a key that was sent again and told something else", () => {
    const { history, rows, take } = goodNight();
    take.attempts = [attempt(unknown, { status: null }), attempt({ kind: "refused", why: "409" })];
    expect(faultsIn(history, rows)).toEqual([
      `take ${take.key}: done, but told at 1.0 s that it was not (409)`,
    ]);
  });

  test("finds a request that hangs, and forgives the time the machine gave it no processor", () => {
    const { history, rows, take } = goodNight();
    take.attempts = [attempt(done, { ms: 5_100 })];
    expect(faultsIn(history, rows)).toEqual([expect.stringContaining("5.1 s")]);
    take.attempts = [attempt(done, { ms: 5_100, heldMs: 900 })];
    expect(faultsIn(history, rows)).toEqual([]);
  });

  test("finds a bug's answer, a change nobody sent, and a door that was heard twice", () => {
    const { history, rows, take } = goodNight();
    take.attempts.push(attempt(unknown, { status: 500 }));
    const stranger = { key: randomUUID(), change: "say_at_door", answer: { kind: "heard" } };
    rows.keys.push(stranger);
    rows.doorReports = 2;
    expect(faultsIn(history, rows)).toEqual([
      `take ${take.key}: answered 500 at 1.0 s`,
      `say_at_door ${stranger.key}: nobody sent it`,
      "door reports: 2 rows for 1 answered keys",
    ]);
  });
});

test("the log of an app tells a bug from an honest refusal", () => {
  expect(faultIn('{"level":30,"msg":"answered","status":200}')).toBeNull();
  expect(faultIn('{"level":50,"msg":"answered with a fault","status":503}')).toBeNull();
  expect(faultIn('{"level":50,"msg":"answered with a fault","status":500}')).toContain("500");
  expect(faultIn('{"level":60,"msg":"a fault nobody caught","err":{"message":"read ECONNRESET"}}')).toContain(
    "read ECONNRESET",
  );
  expect(faultIn("TypeError: x is not a function")).toContain("TypeError");
});

test("a form is read as a browser without script would send it", () => {
  const html = `<form method="post" action="/a?b=1&amp;c=2"><input type="hidden" name="key" value="k"/>
    <input type="radio" name="pool" value="7"/><button name="word" value="full">Full</button>
    <button name="word" value="off" disabled="">Off</button></form><form action="/search"></form>`;
  expect(formsIn(html)).toEqual([
    {
      action: "/a?b=1&c=2",
      fields: { key: "k" },
      choices: [
        { name: "pool", value: "7" },
        { name: "word", value: "full" },
      ],
    },
  ]);
});

test("each round has every fault once, in the order of its seed", () => {
  const [one, again, other] = [roundOf(seeded(1)), roundOf(seeded(1)), roundOf(seeded(2))];
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
  expect(one.toSorted()).toEqual([...FAULTS].toSorted());
});
