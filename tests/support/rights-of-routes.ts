/**
 * Who may ask what: every route and method has one line here, or tests/routes/authorization.test.ts fails. Whoever is not
 * among `may` is refused (404, or the way to sign in), reads nothing of the thing and changes nothing.
 */
import { randomUUID } from "node:crypto";
import type { World } from "./world-of-roles";

export const ROLES = [
  "nobody",
  // A phone with a hold of its own.
  "seeker",
  // Of the place, by mail; by PIN on its tablet; and of another organization's place.
  "staff",
  "manager",
  "pin",
  "elsewhere",
  // Of the group, and of another one; a guest is invited, and has not answered.
  "member",
  "coordinator",
  "neighbor",
  "guest",
  "operator",
] as const;
export type Role = (typeof ROLES)[number];

const ALL: readonly Role[] = ROLES;
const NONE: readonly Role[] = [];
const SEEKER: readonly Role[] = ["seeker"];
const SIGNED = ALL.filter((role) => role !== "nobody" && role !== "seeker");
// On a device of their own: a PIN opens no group.
const OWN = SIGNED.filter((role) => role !== "pin");
const STAFF: readonly Role[] = ["staff", "manager", "pin", "operator"];
const MANAGER: readonly Role[] = ["manager", "operator"];
const IN_GROUP: readonly Role[] = ["member", "coordinator", "operator"];
const MEMBERS: readonly Role[] = ["member", "coordinator"];
const COORDINATOR: readonly Role[] = ["coordinator"];
const GUEST: readonly Role[] = ["guest"];
const OPERATOR: readonly Role[] = ["operator"];

export type More = {
  /** Those of `may` who read of the thing, or change it; without it all of them. */
  own?: readonly Role[];
  /** A form that does change something, about somebody else's thing. */
  form?: (world: World) => Promise<Record<string, string>> | Record<string, string>;
  params?: (world: World) => Record<string, string>;
};
export type Row = [method: "GET" | "POST", route: string, may: readonly Role[], more?: More];

const AS_NOBODY_ELSE: More = { own: NONE };
const BOARD = "staff.places.$placeId";
const GROUP = "group.$groupId";
const ROOMS = `${GROUP}.rooms`;
const STAYS = `${GROUP}.stays`;
const NIGHTS = { vendor: "Another Inn", arrives: "2099-01-01", nights: "2", night: "80" };
const key = () => randomUUID();
const soon = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

export const ROWS: Row[] = [
  ["GET", "$", NONE],
  ["GET", "_index", ALL, AS_NOBODY_ELSE],
  ["GET", "access", ALL, AS_NOBODY_ELSE],
  ["GET", "access[.]json", ALL, AS_NOBODY_ELSE],
  ["GET", "alert._index", ALL, AS_NOBODY_ELSE],
  ["GET", "alert.answer", ALL, AS_NOBODY_ELSE],
  ["POST", "alert.answer", ALL, AS_NOBODY_ELSE],
  ["GET", "alert.ask", ALL, AS_NOBODY_ELSE],
  ["POST", "alert.ask", ALL, AS_NOBODY_ELSE],
  ["GET", "alert.code", ALL, AS_NOBODY_ELSE],
  ["POST", "alert.code", ALL, AS_NOBODY_ELSE],
  ["GET", "alert.keep", ALL, AS_NOBODY_ELSE],
  ["POST", "alert.keep", ALL, AS_NOBODY_ELSE],
  ["GET", "exit", ALL, AS_NOBODY_ELSE],
  ["GET", "groups", ALL, AS_NOBODY_ELSE],
  ["GET", "healthz", ALL, AS_NOBODY_ELSE],
  ["GET", "readyz", ALL, AS_NOBODY_ELSE],
  ["GET", "map[.]json", ALL, AS_NOBODY_ELSE],
  // From the server's own machine alone.
  ["GET", "outbox", NONE],
  ["GET", "places.$placeId._index", ALL, AS_NOBODY_ELSE],
  ["GET", "places.$placeId.door", ALL, AS_NOBODY_ELSE],
  ["POST", "places.$placeId.door", ALL, AS_NOBODY_ELSE],
  ["GET", "places.$placeId.hold", ALL, AS_NOBODY_ELSE],
  ["POST", "places.$placeId.hold", ALL, AS_NOBODY_ELSE],
  ["GET", "places[.]geojson", ALL, AS_NOBODY_ELSE],
  ["GET", "places[.]json", ALL, AS_NOBODY_ELSE],
  // Without an address of a map there are none; whoever asks gets the same (tests/routes/tiles.test.ts).
  ["GET", "tiles.$", NONE],

  ["GET", "hold._index", ALL, { own: SEEKER }],
  ["GET", "hold.cancel", ALL, AS_NOBODY_ELSE],
  ["GET", "hold.code", ALL, AS_NOBODY_ELSE],
  ["POST", "hold.code", ALL, AS_NOBODY_ELSE],
  ["GET", "hold.late", ALL, AS_NOBODY_ELSE],
  ["GET", "hold.mail", ALL, AS_NOBODY_ELSE],
  ["POST", "hold.mail", ALL, AS_NOBODY_ELSE],
  ["GET", "hold.mail-code", ALL, AS_NOBODY_ELSE],
  ["POST", "hold.mail-code", ALL, AS_NOBODY_ELSE],

  ["GET", "staff.sign-in", ["nobody", "seeker", "pin"], AS_NOBODY_ELSE],
  ["POST", "staff.sign-in", ALL, AS_NOBODY_ELSE],
  // Without a code that was asked for, and after leaving: the way to sign in.
  ["GET", "staff.code", NONE],
  ["POST", "staff.code", NONE],
  ["GET", "staff.sign-out", NONE],
  ["GET", "staff._index", SIGNED, AS_NOBODY_ELSE],
  ["GET", "staff.reminders", SIGNED, AS_NOBODY_ELSE],
  ["POST", "staff.reminders", SIGNED, { form: () => ({ wanted: "no" }) }],
  ["GET", "staff.people._index", SIGNED, { own: MANAGER }],
  [
    "POST",
    "staff.people._index",
    SIGNED,
    {
      own: MANAGER,
      form: ({ organizationId }) => ({
        organization: String(organizationId),
        name: "Zoe",
        email: `zoe-${key()}@example.org`,
        role: "staff",
      }),
    },
  ],
  ["GET", "staff.people.end", ALL, AS_NOBODY_ELSE],
  ["POST", "staff.people.end", SIGNED, { own: MANAGER, form: (world) => world.colleague() }],
  ["GET", "staff.tablets._index", SIGNED, { own: MANAGER }],
  ["GET", "staff.tablets.end", ALL, AS_NOBODY_ELSE],
  ["POST", "staff.tablets.end", SIGNED, { own: MANAGER, form: (world) => world.otherTablet() }],
  // On a tablet: whoever has no PIN there is led to its screen, or to sign in.
  ["GET", "staff.kept", NONE],
  ["POST", "staff.kept", NONE],
  ["GET", "staff.pin._index", NONE],
  ["POST", "staff.pin._index", ["pin"], AS_NOBODY_ELSE],
  ["GET", "staff.pin.$personId", ["pin"]],
  ["POST", "staff.pin.$personId", ["pin"], AS_NOBODY_ELSE],

  ["GET", `${BOARD}._index`, STAFF],
  ["GET", `${BOARD}.count`, ALL, AS_NOBODY_ELSE],
  ["POST", `${BOARD}.count`, STAFF, { form: (world) => world.count({ occupied: "3" }) }],
  ["GET", `${BOARD}.count[.]json`, ALL, AS_NOBODY_ELSE],
  ["POST", `${BOARD}.count[.]json`, STAFF],
  ["GET", `${BOARD}.extra`, ALL, AS_NOBODY_ELSE],
  ["POST", `${BOARD}.extra`, STAFF, { form: (world) => world.count({ extra: "2", until: "8 am" }) }],
  ["GET", `${BOARD}.extra[.]json`, ALL, AS_NOBODY_ELSE],
  ["POST", `${BOARD}.extra[.]json`, STAFF],
  ["GET", `${BOARD}.tonight`, ALL, AS_NOBODY_ELSE],
  ["POST", `${BOARD}.tonight`, STAFF],
  ["GET", `${BOARD}.tonight[.]json`, ALL, AS_NOBODY_ELSE],
  ["POST", `${BOARD}.tonight[.]json`, STAFF],
  ["GET", `${BOARD}.note`, STAFF],
  ["POST", `${BOARD}.note`, STAFF, { form: () => ({ seen: "0", en: "Ring the bell.", until: "tonight" }) }],
  ["GET", `${BOARD}.log`, STAFF],
  ["GET", `${BOARD}.log[.]csv`, STAFF],
  ["GET", `${BOARD}.edit._index`, MANAGER],
  ["GET", `${BOARD}.edit.$part`, MANAGER],
  ["POST", `${BOARD}.edit.$part`, MANAGER],
  ["GET", `${BOARD}.holds._index`, STAFF],
  ["GET", `${BOARD}.holds.$step`, ALL, AS_NOBODY_ELSE],
  ["POST", `${BOARD}.holds.$step`, STAFF, { form: ({ holdId }) => ({ hold: holdId }) }],
  ["GET", `${BOARD}.holds.code.$holdId`, STAFF],
  ["GET", `${BOARD}.holds.decline`, ALL, AS_NOBODY_ELSE],
  ["POST", `${BOARD}.holds.decline`, STAFF, { form: (world) => world.otherHold({ reason: "full" }) }],
  ["GET", `${BOARD}.holds.phone`, STAFF],
  ["POST", `${BOARD}.holds.phone`, STAFF],

  ["GET", "join._index", ALL.filter((role) => role !== "pin"), AS_NOBODY_ELSE],
  ["POST", "join._index", ALL.filter((role) => role !== "pin"), AS_NOBODY_ELSE],
  ["GET", "join.code", NONE],
  ["POST", "join.code", NONE],
  ["GET", "group._index", OWN, AS_NOBODY_ELSE],
  ["GET", "group.begin", OWN, AS_NOBODY_ELSE],
  ["POST", "group.begin", OWN, { form: (world) => world.newGroup() }],
  ["GET", `${GROUP}._index`, IN_GROUP, { own: ["coordinator", "operator"] }],
  [
    "POST",
    `${GROUP}._index`,
    COORDINATOR,
    { form: () => ({ name: "Zoe", email: `zoe-${key()}@example.org`, role: "member" }) },
  ],
  ["GET", `${GROUP}.about`, COORDINATOR],
  ["POST", `${GROUP}.about`, COORDINATOR, { form: () => ({ name: "Renamed", about: "Rides.", zips: "" }) }],
  ["GET", `${GROUP}.decide`, ALL, AS_NOBODY_ELSE],
  [
    "POST",
    `${GROUP}.decide`,
    OPERATOR,
    { form: () => ({ say: "yes" }), params: ({ waitingId }) => ({ groupId: String(waitingId) }) },
  ],
  ["GET", `${GROUP}.invitation`, [...GUEST, "member", "coordinator"], AS_NOBODY_ELSE],
  ["POST", `${GROUP}.invitation`, GUEST, { form: () => ({ say: "no" }) }],
  ["GET", `${GROUP}.join`, OWN, AS_NOBODY_ELSE],
  ["POST", `${GROUP}.join`, OWN, { form: () => ({ words: "I can drive." }) }],
  ["GET", `${GROUP}.people.answer`, ALL, AS_NOBODY_ELSE],
  ["POST", `${GROUP}.people.answer`, COORDINATOR, { form: (world) => world.asking({ say: "yes" }) }],
  ["GET", `${GROUP}.people.end`, ALL, AS_NOBODY_ELSE],
  ["POST", `${GROUP}.people.end`, COORDINATOR, { form: (world) => world.otherMember({}) }],
  ["GET", `${GROUP}.people.role`, ALL, AS_NOBODY_ELSE],
  [
    "POST",
    `${GROUP}.people.role`,
    COORDINATOR,
    { form: (world) => world.otherMember({ to: "coordinator" }) },
  ],

  ["GET", `${GROUP}.desk`, COORDINATOR],
  ["GET", `${GROUP}.asks.$askId._index`, COORDINATOR],
  ["GET", `${GROUP}.asks.$askId.$change`, COORDINATOR, { params: () => ({ change: "note" }) }],
  ["POST", `${GROUP}.asks.$askId.$change`, COORDINATOR, { params: () => ({ change: "note" }) }],
  ["GET", `${GROUP}.asks.$askId.offered`, ALL, AS_NOBODY_ELSE],
  ["POST", `${GROUP}.asks.$askId.offered`, COORDINATOR, { form: (world) => world.offer() }],
  ["GET", `${GROUP}.shared`, MEMBERS],
  ["GET", `${GROUP}.calls._index`, MEMBERS],
  ["POST", `${GROUP}.calls._index`, MEMBERS],
  // Without a call of their own: the list.
  ["GET", `${GROUP}.calls.$placeId`, MEMBERS],
  ["POST", `${GROUP}.calls.$placeId`, MEMBERS],
  ["GET", `${GROUP}.drives._index`, MEMBERS],
  ["GET", `${GROUP}.drives.new`, COORDINATOR],
  [
    "POST",
    `${GROUP}.drives.new`,
    COORDINATOR,
    { form: () => ({ name: "Coats", needs: "3 coats", until: soon() }) },
  ],
  ["GET", `${GROUP}.drives.round`, COORDINATOR],
  [
    "POST",
    `${GROUP}.drives.round`,
    COORDINATOR,
    { form: () => ({ name: "Visit", day: soon(), from: "18:00", place: "Under the bridge" }) },
  ],
  ["GET", `${GROUP}.drives.$change`, ALL, { ...AS_NOBODY_ELSE, params: () => ({ change: "come" }) }],
  // Whose round it is, or whose gift, tests/routes/drives.test.ts asks.
  [
    "POST",
    `${GROUP}.drives.$change`,
    MEMBERS,
    { form: (world) => world.need(), params: () => ({ change: "bring" }) },
  ],
  ["GET", `${GROUP}.helped._index`, MEMBERS],
  ["GET", `${GROUP}.helped[.]csv`, MEMBERS],
  ["GET", `${GROUP}.offers._index`, MEMBERS],
  ["POST", `${GROUP}.offers._index`, MEMBERS],
  ["GET", `${GROUP}.offers.new`, MEMBERS],
  ["POST", `${GROUP}.offers.new`, MEMBERS],
  // Nobody's own: tests/routes/offers.test.ts has one of somebody.
  ["GET", `${GROUP}.offers.$offerId`, NONE],
  ["POST", `${GROUP}.offers.$offerId`, NONE],
  ["GET", `${GROUP}.offers.all`, COORDINATOR],

  // Where a room is, its host alone reads.
  ["GET", `${ROOMS}.mine._index`, MEMBERS, { own: ["member"] }],
  ["POST", `${ROOMS}.mine._index`, MEMBERS],
  ["GET", `${ROOMS}.mine.$step`, MEMBERS, { ...AS_NOBODY_ELSE, params: () => ({ step: "pause" }) }],
  ["POST", `${ROOMS}.mine.$step`, ["member"], { form: () => ({}), params: () => ({ step: "pause" }) }],
  ["GET", `${ROOMS}._index`, COORDINATOR],
  ["GET", `${ROOMS}.$roomId._index`, COORDINATOR],
  ["GET", `${ROOMS}.$roomId.$step`, COORDINATOR, { params: () => ({ step: "identity" }) }],
  ["POST", `${ROOMS}.$roomId.$step`, COORDINATOR, { form: () => ({}), params: () => ({ step: "identity" }) }],

  ["GET", `${ROOMS}.mine.match.$deed`, MEMBERS, { ...AS_NOBODY_ELSE, params: () => ({ deed: "answer" }) }],
  // Somebody else's room: tests/routes/matches.test.ts has one of the host's own.
  [
    "POST",
    `${ROOMS}.mine.match.$deed`,
    NONE,
    { form: ({ matchId }) => ({ match: matchId, say: "yes" }), params: () => ({ deed: "answer" }) },
  ],
  [
    "GET",
    `${GROUP}.asks.$askId.rooms.$roomId`,
    COORDINATOR,
    { params: ({ openRoomId }) => ({ roomId: openRoomId }) },
  ],
  [
    "POST",
    `${GROUP}.asks.$askId.rooms.$roomId`,
    COORDINATOR,
    { params: ({ openRoomId }) => ({ roomId: openRoomId }) },
  ],
  ["GET", `${GROUP}.matches.$matchId._index`, COORDINATOR],
  ["GET", `${GROUP}.matches.$matchId.$deed`, COORDINATOR, { params: () => ({ deed: "note" }) }],
  [
    "POST",
    `${GROUP}.matches.$matchId.$deed`,
    COORDINATOR,
    { form: () => ({ words: "The key is with the host." }), params: () => ({ deed: "note" }) },
  ],

  ["GET", `${GROUP}.asks.$askId.search._index`, COORDINATOR],
  ["GET", `${GROUP}.asks.$askId.search.$change`, COORDINATOR, { params: () => ({ change: "step" }) }],
  [
    "POST",
    `${GROUP}.asks.$askId.search.$change`,
    COORDINATOR,
    { form: () => ({ kind: "call", words: "The housing authority" }), params: () => ({ change: "step" }) },
  ],
  ["GET", `${GROUP}.asks.$askId.stay`, COORDINATOR],
  ["POST", `${GROUP}.asks.$askId.stay`, COORDINATOR, { form: () => NIGHTS }],
  ["GET", `${STAYS}._index`, COORDINATOR],
  ["GET", `${STAYS}.$stayId._index`, COORDINATOR],
  ["GET", `${STAYS}.$stayId.letter`, COORDINATOR],
  ["GET", `${STAYS}.$stayId.$change`, COORDINATOR, { params: () => ({ change: "begin" }) }],
  [
    "POST",
    `${STAYS}.$stayId.$change`,
    COORDINATOR,
    { form: () => ({}), params: () => ({ change: "begin" }) },
  ],
  ["GET", `${GROUP}.fund._index`, MEMBERS],
  [
    "POST",
    `${GROUP}.fund._index`,
    MEMBERS,
    { form: ({ params }) => ({ stay: params.stayId!, amount: "80", way: "vendor" }) },
  ],
  ["GET", `${GROUP}.fund.back`, MEMBERS],
  // Taken back by whose promise it is: tests/routes/fund.test.ts.
  ["POST", `${GROUP}.fund.back`, MEMBERS],

  ["GET", "ask.stay", ALL, AS_NOBODY_ELSE],
  ["POST", "ask.stay", ALL, AS_NOBODY_ELSE],
  ["GET", "ask._index", ALL, AS_NOBODY_ELSE],
  ["POST", "ask._index", ALL, AS_NOBODY_ELSE],
  ["GET", "ask[.]json", ALL, AS_NOBODY_ELSE],
  ["GET", "ask.code", ALL, AS_NOBODY_ELSE],
  ["POST", "ask.code", ALL, AS_NOBODY_ELSE],
  // Without an ask of one's own: the way to its five words.
  ["GET", "ask.room", ALL, AS_NOBODY_ELSE],
  ["POST", "ask.room", ALL, AS_NOBODY_ELSE],
  ["GET", "ask.new", ALL, AS_NOBODY_ELSE],
  ["POST", "ask.new", ALL, AS_NOBODY_ELSE],

  // The family's own tap, once staff have accepted its hold; at last it gives it back.
  ["POST", "hold.late", ALL, { own: SEEKER, form: ({ holdId }) => ({ hold: holdId, minutes: "30" }) }],
  ["POST", "hold.cancel", ALL, { own: SEEKER, form: ({ holdId }) => ({ hold: holdId }) }],
  // What ends things for whoever does it: a device becomes a tablet, a session is over.
  [
    "POST",
    "staff.tablets._index",
    SIGNED,
    {
      own: MANAGER,
      form: ({ organizationId }) => ({ organization: String(organizationId), name: "Door" }),
    },
  ],
  ["POST", "staff.sign-out", NONE],
];
