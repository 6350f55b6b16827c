/** What a staff report is worth by now. */

/** Small pools say "some" or "none": a change of one could say that a certain person is there. */
export type Free = { kind: "number"; units: number } | { kind: "some" } | { kind: "none" };

export type Worth =
  | { kind: "fresh"; free: Free; minutes: number }
  | { kind: "aging"; free: Free; minutes: number }
  | { kind: "call-first"; minutes: number }
  | { kind: "unknown" };
