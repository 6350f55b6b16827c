/** A count as staff send it from the board; what cannot be read is told, and kept as it was typed. */
import { z } from "zod";

export const whole = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((count) => count <= 10_000);

export const wholeId = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const fields = z.object({
  key: z.uuid(),
  pool: wholeId,
  version: wholeId,
  /** The count the page showed; without it, only the version says. */
  saw: z
    .string()
    .regex(/^\d{1,5}-\d{1,5}-\d{1,5}$/)
    .optional(),
  occupied: whole.optional(),
  outOfService: whole.optional(),
  sure: z.literal("1").optional(),
});

export const count = fields.shape;

// As long as the key of a change is kept, which makes it happen once.
const OLDEST_MS = 72 * 3_600_000;

/** When it was said, where a queue sends it later; to the second, so that it is the same each time it is sent. */
export function saidOf(
  form: FormData,
  now: Date,
): { kind: "said"; saidAt?: Date } | { kind: "too-old" } | { kind: "unclear" } {
  const said = form.get("said");
  if (said === null) return { kind: "said" };
  if (typeof said !== "string" || !/^\d{10}$/.test(said)) return { kind: "unclear" };
  const saidAt = new Date(Number(said) * 1000);
  return now.getTime() - saidAt.getTime() > OLDEST_MS ? { kind: "too-old" } : { kind: "said", saidAt };
}

/** The pool a form is about, whatever else is in it; 0 for none. */
export function poolIn(form: FormData): number {
  return Number(fields.shape.pool.safeParse(form.get("pool")).data ?? 0);
}

export type CountForm = z.infer<typeof fields>;

export type ReadCount =
  | { kind: "count"; count: CountForm }
  /** A number that is none, or larger than any building; null where the form itself is not one of ours. */
  | { kind: "unclear"; typed: string | null };

export function readCount(form: FormData): ReadCount {
  const entries = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  // A field left as it was says nothing about it.
  for (const name of ["occupied", "outOfService"]) if (entries[name]?.trim() === "") delete entries[name];
  const read = fields.safeParse(entries);
  if (read.success) return { kind: "count", count: read.data };
  const wrong = read.error.issues.map(({ path }) => String(path[0]));
  const field = wrong.find((name) => name === "occupied" || name === "outOfService");
  const isOurs = wrong.every((name) => name === "occupied" || name === "outOfService");
  return { kind: "unclear", typed: field && isOurs ? (entries[field]?.slice(0, 40) ?? "") : null };
}
