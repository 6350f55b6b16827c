/** A member's room: what it is, whom it takes, and how far coordinators have come in vetting it. */
import type { Pet } from "~/domain/party";
import type { LocalDate } from "~/domain/zone";

/** In the order in which they are thought of: a door of one's own first. */
export const ROOM_KINDS = ["whole-unit", "congregation", "private-room", "shared"] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** In the order the database holds them to; "reference" twice, "approved" by two. */
export const VETTING_STEPS = [
  "identity",
  "reference",
  "background",
  "visit",
  "agreement",
  "approved",
] as const;
export type VettingStep = (typeof VETTING_STEPS)[number];
export type RoomStepKind = VettingStep | "applied" | "changed" | "reported" | "paused" | "resumed" | "ended";

/** What is looked at in a home, all of it. */
export const VISIT_ITEMS = ["alarms", "door", "exits", "beds", "firearms"] as const;
export type VisitItem = (typeof VISIT_ITEMS)[number];

export const USUAL_NIGHTS = 7;
/** From 30 nights on a guest may be a tenant. */
export const MOST_NIGHTS = 29;

/** What a host says of it. */
export type RoomWords = {
  kind: RoomKind;
  mostAdults: number;
  mostChildren: number;
  mostNights: number;
  pets: Pet[];
  stepFree: boolean | null;
  smoking: boolean;
  livesAdults: number;
  livesChildAges: number[];
  livesAnimals: string | null;
  /** Coordinators of the group who live there too. */
  livesWith: number[];
  notes: string | null;
};

/** Where it stands; never its address. */
export type Room = RoomWords & {
  roomId: string;
  groupId: number;
  host: string;
  /** Somebody has said where in the region it is. */
  hasArea: boolean;
  appliedAt: Date;
  pausedAt: Date | null;
  isPausedByHost: boolean | null;
  endedAt: Date | null;
  /** null: no step is due. */
  next: VettingStep | null;
  referenceCount: number;
  backgroundUntil: LocalDate | null;
  approvedUntil: Date | null;
  isOfferable: boolean;
};

export type RoomStep = {
  what: RoomStepKind;
  /** null: a family's report. */
  name: string | null;
  at: Date;
  validUntil: LocalDate | null;
  words: string | null;
};

/** What a coordinator sees; `mayNot`: why they may not vouch for it. */
export type ListedRoom = Room & { mayNot: "own-room" | "unknown-room" | null };

/** And all that was done; `yesWouldNotCount`: why their yes adds nothing to those there are. */
export type RoomSheet = ListedRoom & {
  steps: RoomStep[];
  yesWouldNotCount: "approved-already" | "same-eyes" | null;
};

// A new background check takes weeks.
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** The first day on which a check or the approval of an offered room runs out, where that is soon. */
export function endsSoon(
  room: Pick<Room, "isOfferable" | "backgroundUntil" | "approvedUntil">,
  now: Date,
): Date | null {
  if (!room.isOfferable) return null;
  const ends = [
    ...(room.backgroundUntil ? [new Date(`${room.backgroundUntil}T12:00:00Z`)] : []),
    ...(room.approvedUntil ? [room.approvedUntil] : []),
  ].toSorted((one, other) => one.getTime() - other.getTime());
  const [first] = ends;
  return first && first.getTime() - now.getTime() < SOON_DAYS * DAY_MS ? first : null;
}

/** What is to be done first: the nearest to being offered, then what runs out, then what stands still. */
export function byWhatIsNext<Of extends Room>(rooms: readonly Of[], now: Date): Of[] {
  const rank = (room: Of) => {
    if (room.pausedAt !== null) return 3;
    if (room.next !== null) return 0;
    return endsSoon(room, now) ? 1 : 2;
  };
  const left = ({ next }: Of) => (next === null ? 0 : VETTING_STEPS.length - VETTING_STEPS.indexOf(next));
  return rooms.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      left(one) - left(other) ||
      one.appliedAt.getTime() - other.appliedAt.getTime(),
  );
}

/** A host's form as it was typed. */
export type TypedRoom = Record<
  | "kind"
  | "address"
  | "corner"
  | "mostAdults"
  | "mostChildren"
  | "mostNights"
  | "stepFree"
  | "smoking"
  | "livesAdults"
  | "livesChildAges"
  | "livesAnimals"
  | "notes",
  string
> &
  Record<"pets" | "livesWith", string[]>;

/** A room as its host would type it again; without one an empty form. Its address is not told. */
export function typedRoom(room: RoomWords | null): TypedRoom {
  if (!room) {
    const [numbers, lists] = [
      { mostAdults: "1", mostChildren: "2", mostNights: String(USUAL_NIGHTS) },
      { pets: [], livesWith: [] },
    ];
    const empty = { kind: "", address: "", corner: "", smoking: "", livesAdults: "", livesChildAges: "" };
    return { ...empty, ...numbers, ...lists, stepFree: "unknown", livesAnimals: "", notes: "" };
  }
  return {
    kind: room.kind,
    address: "",
    corner: "",
    mostAdults: String(room.mostAdults),
    mostChildren: String(room.mostChildren),
    mostNights: String(room.mostNights),
    pets: room.pets,
    stepFree: room.stepFree === null ? "unknown" : room.stepFree ? "yes" : "no",
    smoking: room.smoking ? "yes" : "no",
    livesAdults: String(room.livesAdults),
    livesChildAges: room.livesChildAges.join(", "),
    livesAnimals: room.livesAnimals ?? "",
    livesWith: room.livesWith.map(String),
    notes: room.notes ?? "",
  };
}
