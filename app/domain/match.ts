/** A family's ask and a member's room, put together by a coordinator: what each side may know of the other, and when. */
import type { EpochSeconds, Journey, LatLon } from "~/domain/journey";
import type { Party, Pet } from "~/domain/party";
import { ROOM_KINDS, type RoomKind } from "~/domain/room";
import { addDays, type LocalDate, type WallMinutes } from "~/domain/zone";

export const MATCH_STATES = [
  "proposed",
  "agreed",
  "under-way",
  "done",
  "ended-early",
  "declined",
  "withdrawn",
  "lapsed",
] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/** The family's one tap. */
export const MATCH_ANSWERS = ["here", "all-right", "call-me", "want-out"] as const;
export type MatchAnswer = (typeof MATCH_ANSWERS)[number];
export type MatchCheckInTime = "arrival" | "two-hours" | "morning" | "daily";
export type AgeBand = "baby" | "small" | "school" | "teen";

/** What the family says at the door, so that the host knows them: in either language. */
export type DoorWords = Record<"en" | "es", string>;

export type Match = {
  matchId: string;
  state: MatchState;
  arrivesOn: LocalDate;
  /** By the region's clock. */
  arrivesAt: WallMinutes;
  leavesOn: LocalDate;
  lapsesAt: Date;
  overAt: Date | null;
  /** A coordinator's words for both, once both have said yes. */
  handover: string | null;
  /** The later last day that both are asked about. */
  longerUntil: LocalDate | null;
};

type RoomFacts = {
  kind: RoomKind;
  stepFree: boolean | null;
  smoking: boolean;
  pets: Pet[];
  livesAdults: number;
  livesChildAges: number[];
  livesAnimals: string | null;
};

/** As the family sees it. `cell`: the part of town, as the public knows it. */
export type OwnMatch = Match &
  RoomFacts & {
    cell: string | null;
    saidYes: boolean;
    host: string | null;
    isAddressOpen: boolean;
    wantsOut: boolean;
    saidYesLonger: boolean;
    /** While both yeses stand. */
    doorWords: DoorWords | null;
    canTell: boolean;
    /** What is asked of them now. */
    checkIn: MatchCheckInTime | null;
  };

/** As the host sees it. */
export type HostMatch = Match & {
  adults: number;
  children: number;
  pets: Pet[] | null;
  ageBands: AgeBand[] | null;
  saidYes: boolean;
  saidYesLonger: boolean;
  doorWords: DoorWords | null;
  canTell: boolean;
};

export type MatchWords = { side: "host" | "family"; words: string; isReport: boolean; at: Date };

/** As a coordinator sees it who neither hosts nor lives there. */
export type GroupMatch = Match & {
  askId: string;
  roomId: string;
  host: string;
  kind: RoomKind;
  party: Party;
  proposer: string;
  proposedAt: Date;
  hostYesAt: Date | null;
  familyYesAt: Date | null;
  agreedAt: Date | null;
  doorWords: DoorWords | null;
  arrivedAt: Date | null;
  wantsOutAt: Date | null;
  endedBy: "host" | "family" | "group" | "time" | null;
  longerHostYesAt: Date | null;
  longerFamilyYesAt: Date | null;
  /** The last such question ended with this side's no. */
  longerRefusedBy: "host" | "family" | null;
  checkIns: {
    dueAt: Date;
    what: MatchCheckInTime;
    answer: MatchAnswer | null;
    answeredAt: Date | null;
  }[];
  words: MatchWords[];
};

export const ROOM_MISFITS = [
  "not-offered",
  "too-many-people",
  "pets",
  "steps",
  "too-many-nights",
  "checks-end",
] as const;
export type RoomMisfit = (typeof ROOM_MISFITS)[number];

export type RoomForAsk = RoomFacts & {
  roomId: string;
  host: string;
  mostAdults: number;
  mostChildren: number;
  mostNights: number;
  notes: string | null;
  /** Another family is asked about it, or is there. */
  isTaken: boolean;
  problem: RoomMisfit | null;
};

/** But for the coordinator's own. */
export type RoomsForAsk = { rooms: RoomForAsk[]; matches: GroupMatch[] };

/** `isDoor`: the point is the door's own; else it is the middle of the few blocks around it. */
export type RoomDoor = { address: string; at: LatLon | null; isDoor: boolean };

/** The way to it; `from`: the family's own words, or a corner it typed. */
export type RoomWay =
  | { kind: "way"; from: string; journey: Journey; leaveFrom: EpochSeconds }
  | { kind: "no-way" | "not-known" | "several"; from: string }
  | { kind: "no-start" };

/** What a family should ask or know before its yes; unknown counts as maybe, never as no. */
export function roomDoubts(
  { stepFree, smoking, livesAnimals }: Pick<RoomFacts, "stepFree" | "smoking" | "livesAnimals">,
  party: Party | null,
): ("steps" | "smoking" | "animals")[] {
  return [
    ...(party?.wheelchair && stepFree === null ? (["steps"] as const) : []),
    ...(smoking ? (["smoking"] as const) : []),
    ...(livesAnimals !== null ? (["animals"] as const) : []),
  ];
}

export type SortedRooms = { fitting: RoomForAsk[]; others: RoomForAsk[] };

/** A door of one's own first; those that are taken or do not fit apart, with why. */
export function roomsInOrder(rooms: readonly RoomForAsk[]): SortedRooms {
  const ordered = rooms.toSorted(
    (one, other) => ROOM_KINDS.indexOf(one.kind) - ROOM_KINDS.indexOf(other.kind),
  );
  const fits = ({ isTaken, problem }: RoomForAsk) => !isTaken && problem === null;
  return { fitting: ordered.filter(fits), others: ordered.filter((room) => !fits(room)) };
}

/** Both have said yes, and it is not over. */
export function stands({ state }: Pick<Match, "state">): boolean {
  return state === "agreed" || state === "under-way";
}

export function isOpen({ state }: Pick<Match, "state">): boolean {
  return state === "proposed" || state === "agreed" || state === "under-way";
}

/** What a coordinator types when proposing. */
export type TypedProposal = Record<"arrivesOn" | "arrivesAt" | "nights" | "adults" | "children", string>;

/** An hour from now, as it would be typed: by the region's clock. */
export function firstProposal(
  { date, minutes }: { date: LocalDate; minutes: WallMinutes },
  mostNights: number,
): TypedProposal {
  const hour = Math.floor(minutes / 60) + 1;
  return {
    arrivesOn: hour > 23 ? addDays(date, 1) : date,
    arrivesAt: hour > 23 ? "00:30" : `${String(hour).padStart(2, "0")}:30`,
    nights: String(mostNights),
    adults: "1",
    children: "",
  };
}
