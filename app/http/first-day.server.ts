/** The days a form may name, where a day may have gone by since it was first sent. */
import { z } from "zod";
import { wasAsked } from "~/data/asked.server";
import { addDays, type LocalDate } from "~/domain/zone";

// As long as a form's key is kept.
const KEPT_DAYS = 3;

/** Today; of a form that comes again, the day on which it may first have been sent. */
export async function firstDay(form: FormData, today: LocalDate): Promise<LocalDate> {
  const key = z.uuid().safeParse(form.get("key")).data;
  return key && (await wasAsked(key)) ? addDays(today, -KEPT_DAYS) : today;
}
