/** What the clients of a run sent and were told, and what the database's rows say afterwards. */

export const CHANGES = [
  "take",
  "late",
  "cancel",
  "count",
  "tonight",
  "accept",
  "arrived",
  "more-time",
  "did-not-come",
  "decline",
  "phone",
  "door",
] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** How the person read the answer. `unknown`: none came, or only that the database is away: it is sent again. */
export type Said =
  | { kind: "done"; holdId?: string }
  | { kind: "refused"; why: string }
  /** A hold given back is shown as over, whoever ended it. */
  | { kind: "over" }
  | { kind: "unknown"; why: "no answer" | "away" };

export type Attempt = {
  /** Milliseconds since the run began. */
  sentAt: number;
  ms: number;
  /** Of these, how long the machine gave the app, or the client, no processor: nobody's fault but a busy machine's. */
  heldMs: number;
  status: number | null;
  /** How the connection broke, where it did. */
  broke?: string;
  said: Said;
  /** The fault that was on when it was sent. */
  during: string | null;
};

/** One form: its key, and each time it was sent. */
export type Change = { kind: ChangeKind; key: string; attempts: Attempt[] };

/** A page that was only read. */
export type Reading = Omit<Attempt, "said"> & { path: string };

export type History = { changes: Change[]; readings: Reading[] };

export type KeyRow = {
  key: string;
  change: string;
  answer: { kind: string; hold_id?: string; pool_id?: number; said_at?: string };
};
export type HoldRow = { holdId: string; poolId: number; units: number; state: string };
export type EventRow = { eventId: number; holdId: string; what: string; at: number };
/** `at` in microseconds, as the database's clock told it under the pool's lock. */
export type ReportRow = {
  reportId: number;
  poolId: number;
  capacity: number;
  occupied: number;
  outOfService: number;
  way: string;
  at: number;
  saidAt: number;
};
export type PoolRow = {
  poolId: number;
  capacity: number;
  occupied: number;
  held: number;
  outOfService: number;
};

export type Rows = {
  keys: KeyRow[];
  holds: HoldRow[];
  events: EventRow[];
  reports: ReportRow[];
  pools: PoolRow[];
  doorReports: number;
  openings: number;
};

/** For each change: the function that makes it, its answer where it is done, and what it leaves in hold_events. */
export const EFFECTS: Record<ChangeKind, { change: string; done: string; event?: string }> = {
  take: { change: "take_hold", done: "taken", event: "taken" },
  late: { change: "extend_hold", done: "extended", event: "extended" },
  cancel: { change: "cancel_hold", done: "cancelled", event: "cancelled" },
  count: { change: "report", done: "reported" },
  tonight: { change: "open_tonight", done: "said" },
  accept: { change: "accept_hold", done: "accepted", event: "accepted" },
  arrived: { change: "arrive", done: "arrived", event: "arrived" },
  "more-time": { change: "extend_hold_by_staff", done: "extended", event: "extended" },
  "did-not-come": { change: "no_show", done: "no-show", event: "no-show" },
  decline: { change: "decline_hold", done: "declined", event: "declined" },
  phone: { change: "hold_by_phone", done: "taken", event: "taken" },
  door: { change: "say_at_door", done: "heard" },
};
