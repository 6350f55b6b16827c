import { beforeAll, expect, test } from "vitest";
import type { Fact, Admits } from "~/domain/place";
import { DOOR_WORDS } from "~/domain/door";
import { HOLD_EVENTS, HOLD_STATES } from "~/domain/hold";
import { PLACE_KINDS } from "~/domain/place";
import { HOUSEHOLDS, REPORT_WAYS, UNITS } from "~/domain/pool";
import type { Hotline } from "~/domain/region";
import { STAFF_ROLES } from "~/domain/staff";
import { PLACE_PARTS } from "~/domain/place-sheet";
import type { ListedFeed } from "~/data/feeds.server";
import { testDatabase } from "../support/database";

const database = testDatabase();
let lists: Map<string, string[]>;

// A word missing here, or one too many, does not compile.
const HOTLINE_KINDS: Record<Hotline["kind"], true> = {
  help: true,
  transit: true,
  "safety-shelter": true,
  emergency: true,
  "mutual-aid": true,
  local: true,
};
const ABOUT: Record<Fact["about"], "site" | "place"> = {
  address: "site",
  position: "site",
  hours: "place",
  rules: "place",
  phone: "place",
  beds: "place",
};
const GENDERS: Record<NonNullable<Admits["gender"]>, true> = { any: true, women: true, men: true };
const FEED_STATES: Record<ListedFeed["state"], true> = {
  receiving: true,
  checked: true,
  active: true,
  retired: true,
};

const about = (of: "site" | "place") =>
  Object.keys(ABOUT).filter((word) => ABOUT[word as Fact["about"]] === of);

beforeAll(async () => {
  const rows = await database.owner<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where connamespace = 'warmstop'::regnamespace and conname like '%\\_known'`;
  lists = new Map(
    rows.map(({ name, definition }) => [
      name,
      [...definition.matchAll(/'([^']*)'/g)].map(([, word]) => word!),
    ]),
  );
});

test.each([
  ["place_kind_known", PLACE_KINDS],
  ["household_known", HOUSEHOLDS],
  ["unit_known", UNITS],
  ["report_way_known", REPORT_WAYS],
  ["hotline_kind_known", Object.keys(HOTLINE_KINDS)],
  ["places_gender_known", Object.keys(GENDERS)],
  ["site_facts_about_known", about("site")],
  ["place_facts_about_known", about("place")],
  ["feed_state_known", Object.keys(FEED_STATES)],
  ["schedule_use_known", ["operating", "intake"]],
  ["staff_role_known", STAFF_ROLES],
  ["place_part_known", PLACE_PARTS],
  ["hold_state_known", HOLD_STATES],
  ["hold_event_known", HOLD_EVENTS],
  ["door_word_known", DOOR_WORDS],
])("%s lists the words of the domain and no others", (name, words) => {
  expect(lists.get(name)?.toSorted()).toEqual([...words].toSorted());
});

test("no list of words is left out of this comparison", () => {
  expect(lists.size).toBe(20);
});
