/** A coordinator's form about when a family comes to a room: what it says, or what to look at again, as it was typed. */
import { z } from "zod";
import type { ToPropose } from "~/data/matches.server";
import type { TypedProposal } from "~/domain/match";
import { MOST_NIGHTS } from "~/domain/room";
import type { ProposalProblem } from "~/text/proposal";
import { typedLine } from "~/http/typed-words.server";

export type ReadProposal =
  | { kind: "proposal"; key: string; said: ToPropose; typed: TypedProposal }
  | { kind: "unclear"; problems: ProposalProblem[]; typed: TypedProposal }
  | { kind: "old-form"; typed: TypedProposal };

const KEPT = 60;
const MOST_PEOPLE = 50;
const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .refine((said) => said >= least && said <= most);

const visit = z.object({
  arrivesOn: z.iso.date(),
  arrivesAt: z
    .string()
    .regex(/^([01]?\d|2[0-3]):[0-5]\d$/)
    .transform((said) => Number(said.split(":")[0]) * 60 + Number(said.split(":")[1])),
  nights: number(1, MOST_NIGHTS),
});
const people = z
  .object({
    adults: number(0, MOST_PEOPLE),
    children: z
      .string()
      .transform((ages) => ages.split(/[\s,;]+/).filter((age) => age !== ""))
      .refine((ages) => ages.length <= 12 && ages.every((age) => /^\d{1,2}$/.test(age) && Number(age) <= 17))
      .transform((ages) => ages.map(Number)),
  })
  .refine(({ adults, children }) => adults + children.length > 0, { path: ["adults"] });

/** `asksWho`: the ask does not say for whom it is. */
export function readProposal(form: FormData, asksWho: boolean): ReadProposal {
  const typed = typedIn(form);
  const key = z.uuid().safeParse(form.get("key"));
  if (!key.success) return { kind: "old-form", typed };
  const [when, who] = [visit.safeParse(typed), asksWho ? people.safeParse(typed) : null];
  const issues = [...(when.error?.issues ?? []), ...(who?.error?.issues ?? [])];
  const problems = [...new Set(issues.map(({ path }) => String(path[0]) as ProposalProblem))];
  if (!when.success || who?.success === false) return { kind: "unclear", problems, typed };
  const { adults, children } = who?.data ?? { adults: 0, children: [] };
  const party = who && { adults, childAges: children, pets: [], wheelchair: false, together: true };
  return { kind: "proposal", key: key.data, said: { ...when.data, party }, typed };
}

function typedIn(form: FormData): TypedProposal {
  const line = (name: string) => typedLine(form.get(name), KEPT);
  return {
    arrivesOn: line("arrivesOn"),
    arrivesAt: line("arrivesAt"),
    nights: line("nights"),
    adults: line("adults"),
    children: line("children"),
  };
}
