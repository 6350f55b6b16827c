import { expect, test } from "vitest";
import type { ListedFeed } from "~/data/feeds.server";
import { stateSaid, turnSaid, turnsOf } from "../../../scripts/data-in/say-turns";

const TODAY = "2026-04-20";

function feed(
  feedId: number,
  source: string,
  dates: string,
  state: ListedFeed["state"] = "active",
): ListedFeed {
  const [startsOn, endsOn] = dates.split(" to ") as [string, string];
  return { feedId, name: "carta", source, state, byteCount: 9, startsOn, endsOn, importedAt: new Date(0) };
}

const last = feed(1, "carta-2025.zip", "2025-08-17 to 2026-05-09");
const next = feed(2, "carta-2026.zip", "2026-05-10 to 2026-08-22");
const after = feed(3, "autumn.zip", "2026-09-01 to 2026-12-31");

const said = (feeds: ListedFeed[], feedId: number) => turnSaid(turnsOf(feeds, "carta"), feedId, TODAY);

test("a feed in force at once needs no more words", () => {
  expect(said([last], 1)).toEqual([]);
});

test("a feed that waits says from when it is in force, and what stays until then", () => {
  expect(said([next, last], 2)).toEqual([
    "In force from 2026-05-10; until then the feed of 2025-08-17 (carta-2025.zip) stays.",
  ]);
  expect(said([next], 2)).toEqual(["In force from 2026-05-10; until then no bus of it is shown."]);
  expect(said([next, feed(1, "old.zip", "2025-08-17 to 2026-04-19")], 2)).toEqual([
    "In force from 2026-05-10; until then no bus of it is shown.",
  ]);
});

test("days that no feed covers are named, before a feed and after it", () => {
  expect(said([after, next, feed(1, "short.zip", "2025-08-17 to 2026-05-08")], 2)).toEqual([
    "In force from 2026-05-10; until then the feed of 2025-08-17 (short.zip) stays.",
    "Careful: no feed covers 2026-05-09: no bus is shown then.",
    "From 2026-09-01 on the feed after it is in force (autumn.zip).",
    "Careful: no feed covers 2026-08-23 to 2026-08-31: no bus is shown then.",
  ]);
});

test("the feed in force that is brought in again says what follows it", () => {
  expect(said([last, next], 1)).toEqual([
    "From 2026-05-10 on the feed after it is in force (carta-2026.zip).",
  ]);
});

test("feeds of other names, and those taken out, have no turn", () => {
  const others = [feed(7, "x", "2026-01-01 to 2026-12-31", "retired"), { ...next, feedId: 8, name: "other" }];
  expect(turnsOf([...others, last], "carta").map(({ feedId }) => feedId)).toEqual([1]);
});

test("a list says what each feed is doing", () => {
  const turn = turnsOf([next], "carta")[0];
  expect(stateSaid(last, turn, TODAY)).toBe("in force until 2026-05-09");
  expect(stateSaid({ ...last, endsOn: "2026-06-30" }, turn, TODAY)).toBe("in force until 2026-05-09");
  expect(stateSaid(next, undefined, TODAY)).toBe("waits: in force 2026-05-10 to 2026-08-22");
  expect(stateSaid(last, turn, "2026-05-10")).toBe("ended on 2026-05-09");
  expect(stateSaid({ ...last, state: "retired" }, turn, TODAY)).toBe("taken out, kept for a way back");
  expect(stateSaid({ ...last, state: "checked" }, turn, TODAY)).toBe("never put in force");
});
