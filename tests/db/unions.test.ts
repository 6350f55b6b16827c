import { beforeAll, expect, test } from "vitest";
import type { Fact, Admits } from "~/domain/place";
import { DOOR_WORDS } from "~/domain/door";
import { HOLD_EVENTS, HOLD_STATES } from "~/domain/hold";
import { PLACE_KINDS } from "~/domain/place";
import { HOUSEHOLDS, REPORT_WAYS, UNITS } from "~/domain/pool";
import type { Hotline } from "~/domain/region";
import { STAFF_ROLES } from "~/domain/staff";
import { PLACE_PARTS } from "~/domain/place-sheet";
import { ASK_ENDS, ASK_KINDS } from "~/domain/ask";
import { GROUP_ROLES, type GroupEntry, type GroupState } from "~/domain/group";
import { CALL_RESULTS } from "~/domain/call";
import { MATCH_STATES } from "~/domain/match";
import { OFFER_KINDS, type OfferState } from "~/domain/offer";
import { ROOM_KINDS, type RoomStepKind } from "~/domain/room";
import type { StayState } from "~/domain/stay";
import type { AlertEnd, RoomAlert } from "~/domain/room-alert";
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
const ALERT_STATES: Record<RoomAlert["state"], true> = {
  unconfirmed: true,
  waiting: true,
  offered: true,
  ended: true,
};
const ALERT_ENDS: Record<AlertEnd, true> = {
  taken: true,
  stopped: true,
  over: true,
  "no-answer": true,
  unreachable: true,
  replaced: true,
  unconfirmed: true,
};
const GROUP_STATES: Record<GroupState, true> = { gathering: true, waiting: true, open: true, closed: true };
const GROUP_ENTRIES: Record<GroupEntry, true> = { asked: true, invited: true, in: true, ended: true };

const OFFER_STATES: Record<OfferState, true> = { open: true, paused: true, used: true, ended: true };
const ROOM_STEPS: Record<RoomStepKind, true> = {
  identity: true,
  reference: true,
  background: true,
  visit: true,
  agreement: true,
  approved: true,
  applied: true,
  changed: true,
  reported: true,
  paused: true,
  resumed: true,
  ended: true,
};
const STAY_STATES: Record<StayState, true> = {
  planned: true,
  "under-way": true,
  ended: true,
  "ended-early": true,
  "called-off": true,
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

const COMPARED: [string, readonly string[]][] = [
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
  ["alert_state_known", Object.keys(ALERT_STATES)],
  ["alert_end_known", Object.keys(ALERT_ENDS)],
  ["group_role_known", GROUP_ROLES],
  ["group_state_known", Object.keys(GROUP_STATES)],
  ["group_entry_known", Object.keys(GROUP_ENTRIES)],
  ["ask_kind_known", ASK_KINDS],
  ["ask_end_known", ASK_ENDS],
  ["offer_kind_known", OFFER_KINDS],
  ["offer_state_known", Object.keys(OFFER_STATES)],
  ["call_result_known", CALL_RESULTS],
  ["room_kind_known", ROOM_KINDS],
  ["room_step_known", Object.keys(ROOM_STEPS)],
  ["stay_state_known", Object.keys(STAY_STATES)],
  ["match_state_known", MATCH_STATES],
];
// Read by the database alone, or by a switch that would not compile.
const OTHERS = ["notice_kind_known", "notice_end_known", "offer_end_known"];

test.each(COMPARED)("%s lists the words of the domain and no others", (name, words) => {
  expect(lists.get(name)?.toSorted()).toEqual([...words].toSorted());
});

test("no list of words is left out of this comparison", () => {
  expect([...lists.keys()].toSorted()).toEqual([...COMPARED.map(([name]) => name), ...OTHERS].toSorted());
});
