/**
 * Holds: each change is one statement, done once for its key. Seekers are known by the keyed hash of their device or of
 * the hold's code, staff by the token of their session.
 */
import type { JSONValue, Row } from "postgres";
import type {
  Accepted,
  Arrived,
  Cancelled,
  Declined,
  Extended,
  ExtendedByStaff,
  HeldByPhone,
  Hold,
  NoShow,
  Taken,
  TakenBack,
} from "~/domain/hold";
import type { Party } from "~/domain/party";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import { overTheLapse } from "./lapse.server";

type Key = { key: string };
/** Of whoever is signed in. */
type ByStaff = Key & { token: string; holdId: string };
/** `holder`: the keyed hash of the device that took it, or of its code. */
type ByHolder = Key & { holder: Uint8Array; holdId: string; way?: "web" | "sms" };

type Wanted = {
  /** A new one, from which the code is derived; a form sent again is answered with the first one's. */
  holdId: string;
  codeHash: Uint8Array;
  poolId: number;
  units: number;
  party: Party;
  arrivesAt?: Date;
  contact?: string;
};

export type ToTake = Key &
  Wanted & {
    device: Uint8Array;
    /** The keyed hash of the network it comes from. */
    address: Uint8Array;
    journey?: Record<string, JSONValue>;
    way?: "web" | "sms";
  };
export type ToHoldByPhone = Key & Wanted & { token: string };

export type Found = { kind: "found"; hold: Hold } | { kind: "unknown-code" } | { kind: "too-many" };
/** What staff see beside it: how to reach them, where they said so, and when its arrival last made a count. */
export type InboxHold = Hold & { contact: string | null; countedAt: Date | null };
export type Inbox =
  { kind: "holds"; holds: InboxHold[] } | { kind: "signed-out" } | { kind: "unknown-place" };

// Times are text in what the database tells.
type Told<Of extends Hold> = Omit<Of, "until" | "takenAt" | "arrivesAt" | "countedAt"> & {
  until: string;
  takenAt: string;
  arrivesAt: string | null;
  countedAt?: string | null;
};

export async function takeHold({ key, device, address, ...wanted }: ToTake): Promise<Taken> {
  if (!isReadable(wanted)) return { kind: "out-of-range" };
  return changed<Taken>(sql`
    select take_hold(
      ${key},
      ${device},
      ${address},
      ${wanted.holdId},
      ${wanted.codeHash},
      ${wanted.poolId},
      ${wanted.units},
      ${sql.json(wanted.party)},
      ${wanted.arrivesAt ?? null},
      ${wanted.journey ? sql.json(wanted.journey) : null},
      ${wanted.contact ?? null},
      ${wanted.way ?? "web"}
    ) as answer`);
}

export async function holdByPhone({ key, token, ...wanted }: ToHoldByPhone): Promise<HeldByPhone> {
  if (!isReadable(wanted)) return { kind: "out-of-range" };
  return changed<HeldByPhone>(sql`
    select hold_by_phone(
      ${key},
      ${token},
      ${wanted.holdId},
      ${wanted.codeHash},
      ${wanted.poolId},
      ${wanted.units},
      ${sql.json(wanted.party)},
      ${wanted.arrivesAt ?? null},
      ${wanted.contact ?? null}
    ) as answer`);
}

/** The bus is late. */
export async function extendHold(late: ByHolder & { arrivesAt: Date }): Promise<Extended> {
  const { key, holder, holdId, arrivesAt, way = "web" } = late;
  return overTheLapse(() =>
    changed<Extended>(sql`select extend_hold(${key}, ${holder}, ${holdId}, ${arrivesAt}, ${way}) as answer`),
  );
}

export async function cancelHold({ key, holder, holdId, way = "web" }: ByHolder): Promise<Cancelled> {
  return changed<Cancelled>(sql`
    select cancel_hold(${key}, ${holder}, ${holdId}, ${way}) as answer`);
}

export async function acceptHold({ key, token, holdId }: ByStaff): Promise<Accepted> {
  return overTheLapse(() =>
    changed<Accepted>(sql`select accept_hold(${key}, ${token}, ${holdId}) as answer`),
  );
}

/** Half an hour more. */
export async function extendHoldByStaff({ key, token, holdId }: ByStaff): Promise<ExtendedByStaff> {
  return overTheLapse(() =>
    changed<ExtendedByStaff>(sql`select extend_hold_by_staff(${key}, ${token}, ${holdId}) as answer`),
  );
}

export async function declineHold(no: ByStaff & { reason: string }): Promise<Declined> {
  return changed<Declined>(sql`
    select decline_hold(${no.key}, ${no.token}, ${no.holdId}, ${no.reason}) as answer`);
}

export async function noShow({ key, token, holdId }: ByStaff): Promise<NoShow> {
  return changed<NoShow>(sql`select no_show(${key}, ${token}, ${holdId}) as answer`);
}

export async function arrive({ key, token, holdId }: ByStaff): Promise<Arrived> {
  return changed<Arrived>(sql`select arrive(${key}, ${token}, ${holdId}) as answer`);
}

/** They are not in after all. */
export async function takeBackArrival({ key, token, holdId }: ByStaff): Promise<TakenBack> {
  return changed<TakenBack>(sql`select take_back_arrival(${key}, ${token}, ${holdId}) as answer`);
}

/** By its code; `address` is the keyed hash of where the guess comes from. */
export async function findHold(codeHash: Uint8Array, address: Uint8Array): Promise<Found> {
  const [{ answer }] = await within(
    sql<
      [{ answer: { kind: "found"; hold: Told<Hold> } | { kind: "unknown-code" | "too-many" } }]
    >`select find_hold(${codeHash}, ${address}) as answer`,
  );
  return answer.kind === "found"
    ? { kind: "found", hold: holdOf(answer.hold) }
    : ({ kind: answer.kind } as Found);
}

/** Of a browser in which its words were typed before. */
export function openedHold(holder: Uint8Array, holdId: string): Promise<Hold | undefined> {
  return own(sql`select hold_of(${holder}, ${holdId}) as hold`);
}

/** The one that stands, else the one of the last day. */
export function holdOfDevice(device: Uint8Array): Promise<Hold | undefined> {
  return own(sql`select hold_of_device(${device}) as hold`);
}

export async function holdsAt(token: string, placeId: number): Promise<Inbox> {
  const [{ answer }] = await within(
    sql<
      [{ answer: { kind: "holds"; holds: Told<InboxHold>[] } | Exclude<Inbox, { kind: "holds" }> }]
    >`select holds_inbox(${token}, ${placeId}) as answer`,
  );
  return answer.kind === "holds" ? { kind: "holds", holds: answer.holds.map(holdOf<InboxHold>) } : answer;
}

/** A number PostgreSQL could not even read is out of range as well. */
function isReadable({ units }: Wanted): boolean {
  return Number.isInteger(units) && Math.abs(units) <= 1e6;
}

async function changed<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  const answer = row!.answer as { until?: string };
  return (answer.until ? { ...answer, until: new Date(answer.until) } : answer) as Answer;
}

async function own(query: Query<Row[]>): Promise<Hold | undefined> {
  const [row] = await within(query);
  const hold = row!.hold as Told<Hold> | null;
  return hold ? holdOf(hold) : undefined;
}

function holdOf<Of extends Hold>(told: Told<Of>): Of {
  return {
    ...told,
    until: new Date(told.until),
    takenAt: new Date(told.takenAt),
    arrivesAt: told.arrivesAt === null ? null : new Date(told.arrivesAt),
    ...(told.countedAt !== undefined && { countedAt: told.countedAt && new Date(told.countedAt) }),
  } as unknown as Of;
}
