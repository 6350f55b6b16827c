/** The form of nights for a family: what cannot be read of it is named, and stays as it was typed. */
import { z } from "zod";
import type { ToPlan } from "~/data/stays.server";
import { centsIn } from "~/domain/money";
import { VENDOR_KINDS } from "~/domain/stay";
import { addDays, type LocalDate } from "~/domain/zone";
import { typedIn, type Typed } from "~/http/edit/typed.server";
import type { PlanField } from "~/text/stays";

export type ReadPlan =
  | { kind: "plan"; key: string; said: ToPlan; typed: Typed }
  | { kind: "unclear"; problems: PlanField[]; typed: Typed }
  /** No form of ours. */
  | { kind: "old-form"; typed: Typed };

// As the database takes them: 0001, 0025.
const LONGEST = 300;
const MOST_NIGHTS = 366;
const PHONE = /^(?=.*[0-9])[0-9+*#(). extEXT/-]{3,40}$/;
const LONG_AGO_DAYS = 7;
// Most houses want people out at eleven.
const USUAL_HOUR = "11:00";

const key = z.uuid();
const day = z.iso.date();

export function emptyPlan(today: LocalDate): Typed {
  return { kind: "motel", arrives: today, until: USUAL_HOUR };
}

export function readPlan(form: FormData, today: LocalDate): ReadPlan {
  const typed = typedIn(form);
  const ours = key.safeParse(form.get("key"));
  if (!ours.success) return { kind: "old-form", typed };
  const problems: PlanField[] = [];
  const read = <Of>(field: PlanField, value: Of | null | undefined): Of | null => {
    if (value === null || value === undefined) problems.push(field);
    return value ?? null;
  };
  const text = (field: PlanField) => (typed[field] ?? "").replaceAll(/\s+/g, " ");
  const short = (value: string) => (value.length <= LONGEST ? value : null);
  const arrivesOn = read("arrives", dayIn(text("arrives"), today));
  const nights = read("nights", nightsIn(text("nights")));
  const said = {
    vendor: read("vendor", short(text("vendor")) || null),
    vendorKind: VENDOR_KINDS.find((kind) => kind === typed.kind) ?? "other",
    vendorPhone: read("phone", text("phone") === "" || PHONE.test(text("phone")) ? text("phone") : null),
    vendorAddress: read("address", short(text("address"))),
    leavesAt: read("until", minutesIn(text("until") || USUAL_HOUR)),
    nightCents: read("night", centsIn(text("night"))),
    depositCents: read("deposit", centsIn(text("deposit") || "0")),
  };
  if (problems.length > 0) return { kind: "unclear", problems, typed };
  return {
    kind: "plan",
    key: ours.data,
    typed,
    said: {
      ...(said as ToPlan),
      vendorPhone: said.vendorPhone || null,
      vendorAddress: said.vendorAddress || null,
      arrivesOn: arrivesOn!,
      leavesOn: addDays(arrivesOn!, nights!),
    },
  };
}

function dayIn(text: string, today: LocalDate): LocalDate | null {
  const read = day.safeParse(text);
  return read.success && read.data >= addDays(today, -LONG_AGO_DAYS) ? read.data : null;
}

function nightsIn(text: string): number | null {
  const nights = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return nights >= 1 && nights <= MOST_NIGHTS ? nights : null;
}

function minutesIn(text: string): number | null {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}
