/** The search for a home: an ask's own, it goes on through stays and rooms until there is a home or the family ends it. */

export const STEP_KINDS = ["apply", "call", "paper", "other"] as const;
export type StepKind = (typeof STEP_KINDS)[number] | "follow-up";
export const SEARCH_STATES = ["going-on", "has-a-home", "ended"] as const;
export type SearchState = (typeof SEARCH_STATES)[number];

export type HomeStep = {
  stepId: number;
  kind: StepKind;
  words: string;
  /** A local date, YYYY-MM-DD. */
  dueOn: string | null;
  doneAt: Date | null;
  result: string | null;
};

/** `search`: null before its first step. */
export type HomeSearch = { search: SearchState | null; steps: HomeStep[] };

export const SEARCH_CHANGES = ["step", "done", "settle"] as const;
export type SearchChange = (typeof SEARCH_CHANGES)[number];

/** Why a form changed nothing. */
export type SearchProblem = "old-form" | "words" | "day" | "result" | "too-many";

/** Those that are open, and those that are done, in their order. */
export function partedSteps(steps: readonly HomeStep[]): Record<"open" | "done", HomeStep[]> {
  return {
    open: steps.filter(({ doneAt }) => doneAt === null),
    done: steps.filter(({ doneAt }) => doneAt !== null),
  };
}
