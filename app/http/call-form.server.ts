/** The forms of a volunteer who calls: taking a call, and what came of it. What was typed is kept. */
import { z } from "zod";
import { CALL_RESULTS, type CallResult } from "~/domain/call";
import type { CallProblem } from "~/text/calls";

const taking = z.object({
  key: z.uuid(),
  place: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});
const saying = z.object({ key: z.uuid(), result: z.enum(CALL_RESULTS) });

const FREE = /^free-(\d{1,15})$/;
const LONGEST_TYPED = 12;

export type ReadCallSaid =
  | {
      kind: "said";
      key: string;
      result: CallResult;
      free: Record<number, number>;
      typed: Record<string, string>;
    }
  | {
      kind: "unclear";
      problem: Extract<CallProblem, "no-number" | "out-of-range" | "old-form">;
      typed: Record<string, string>;
    };

/** Null: no form of ours. */
export function readTaking(form: FormData): z.infer<typeof taking> | null {
  return taking.safeParse(Object.fromEntries(form)).data ?? null;
}

export function readCallSaid(form: FormData): ReadCallSaid {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    const pool = FREE.exec(name)?.[1];
    if (pool && typeof value === "string") typed[pool] = value.trim().slice(0, LONGEST_TYPED);
  }
  const read = saying.safeParse({ key: form.get("key"), result: form.get("result") });
  if (!read.success) return { kind: "unclear", problem: "old-form", typed };
  const { key, result } = read.data;
  if (result !== "counted") return { kind: "said", key, result, free: {}, typed };
  const said = Object.entries(typed).filter(([, value]) => value !== "");
  if (said.length === 0) return { kind: "unclear", problem: "no-number", typed };
  if (said.some(([, value]) => !/^\d{1,5}$/.test(value)))
    return { kind: "unclear", problem: "out-of-range", typed };
  return {
    kind: "said",
    key,
    result,
    free: Object.fromEntries(said.map(([pool, value]) => [pool, Number(value)])),
    typed,
  };
}
