/** The fare that `npm run region` is given: never without the date it was true. */
import type { Fare } from "~/domain/region";
import { Refusal } from "../postgres/refusal";
import { only } from "./read-arguments";

type Given = Partial<Record<string, string[]>>;

export function readFare(given: Given, usage: string): Fare | null {
  const [adult, child, asOf] = [given["fare-adult"], given["fare-child"], given["fare-as-of"]];
  if (!adult && !child && !asOf) return null;
  if (!adult || !asOf) throw new Refusal("A fare needs --fare-adult and --fare-as-of, the date it was true.");
  const date = only(asOf, "--fare-as-of", usage);
  const real = new Date(`${date}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(date) ||
    Number.isNaN(real.getTime()) ||
    !real.toISOString().startsWith(date)
  ) {
    throw new Refusal(`--fare-as-of takes a date like 2026-06-01; "${date}" is not one.`);
  }
  const childCents = child ? cents(only(child, "--fare-child", usage), "--fare-child") : null;
  return {
    adultCents: cents(only(adult, "--fare-adult", usage), "--fare-adult"),
    childCents,
    note: null,
    asOf: date,
  };
}

function cents(words: string, option: string): number {
  if (!/^\d{1,3}(\.\d{2})?$/.test(words))
    throw new Refusal(`${option} takes dollars like 2.00; "${words}" is not that.`);
  return Math.round(Number(words) * 100);
}
