/** The search for a home of one ask: what its page is drawn from, and its forms, read and done. */
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { addStep, finishStep, searchOf, settleSearch } from "~/data/home-search.server";
import type { AskSheet } from "~/domain/desk";
import {
  SEARCH_CHANGES,
  SEARCH_STATES,
  STEP_KINDS,
  type HomeSearch,
  type SearchChange,
  type SearchProblem,
} from "~/domain/home-search";
import { requireAsk } from "~/http/desk.server";
import { typedIn, type Typed } from "~/http/edit/typed.server";
import type { InGroup } from "~/http/group.server";
import { notFound } from "~/http/refusals.server";
import { frameOf } from "~/http/stay.server";

type Asked = Pick<LoaderFunctionArgs, "request" | "params">;
type Found = { inGroup: InGroup; ask: AskSheet; search: HomeSearch };

export async function searchPage(asked: Asked) {
  const { inGroup, ask, search } = await requireSearch(asked);
  const done = new URL(asked.request.url).searchParams.get("done");
  return {
    ...frameOf(asked.request, inGroup),
    askId: ask.askId,
    party: ask.party,
    search,
    // One for all forms of the page: a second tap is the same tap.
    formKey: randomUUID(),
    done: SEARCH_CHANGES.find((change) => change === done) ?? null,
  };
}

/** Throws 404 for an ask that is not of that group, or is forgotten. */
export async function requireSearch({ request, params }: Asked): Promise<Found> {
  const { inGroup, ask } = await requireAsk(request, params);
  const search = await searchOf(inGroup.staff.token, ask.askId);
  if (!search) throw notFound();
  return { inGroup, ask, search };
}

export function searchChangeCalled(called = ""): SearchChange {
  const change = SEARCH_CHANGES.find((each) => each === called);
  if (!change) throw notFound();
  return change;
}

type Doing = Found & { key: string; typed: Typed };
type Answer = { kind: string } | { problem: SearchProblem };

const LONGEST_WORDS = 600;
const uuid = z.uuid();
const day = z.iso.date();

/** `problem` null: done. What is refused comes back as it was typed. Throws 404 where it is not theirs any more. */
export async function changeSearch(
  change: SearchChange,
  form: FormData,
  found: Found,
): Promise<{ problem: SearchProblem | null; typed: Typed }> {
  const typed = typedIn(form);
  const ours = uuid.safeParse(form.get("key"));
  if (!ours.success) return { problem: "old-form", typed };
  const answer = await DOING[change]({ ...found, key: ours.data, typed });
  if ("problem" in answer) return { problem: answer.problem, typed };
  switch (answer.kind) {
    case "added":
    case "done":
    case "settled":
      return { problem: null, typed };
    case "signed-out":
    case "unknown-ask":
      throw notFound();
    default:
      return { problem: answer.kind === "too-many" ? "too-many" : "old-form", typed };
  }
}

const DOING: Record<SearchChange, (doing: Doing) => Promise<Answer>> = {
  async step({ typed, ...doing }) {
    const words = typed.words ?? "";
    const dueOn = typed.due ? day.safeParse(typed.due).data : null;
    if (words === "" || [...words].length > LONGEST_WORDS) return { problem: "words" };
    if (dueOn === undefined) return { problem: "day" };
    const kind = STEP_KINDS.find((each) => each === typed.kind) ?? "other";
    return addStep({ ...ofAsk(doing), kind, words, dueOn });
  },
  async done({ typed, search, ...doing }) {
    const result = typed.result || null;
    const step = search.steps.find(({ stepId }) => String(stepId) === typed.number);
    if (!step) return { problem: "old-form" };
    if (result !== null && [...result].length > LONGEST_WORDS) return { problem: "result" };
    return finishStep({ ...ofAsk(doing), stepId: step.stepId, result });
  },
  async settle({ typed, ...doing }) {
    const as = SEARCH_STATES.find((each) => each === typed.as);
    return as ? settleSearch({ ...ofAsk(doing), as }) : { problem: "old-form" };
  },
};

function ofAsk({ key, inGroup, ask }: Pick<Doing, "key" | "inGroup" | "ask">) {
  return { key, token: inGroup.staff.token, askId: ask.askId };
}
