/** The word for tonight as the board sends it: said, or what to ask or say instead. */
import { openTonight, openTonightLate } from "~/data/reports.server";
import { nightOf } from "~/domain/hours/night";
import { wordQuestion } from "~/text/board-questions";
import { staffWords } from "~/text/staff";
import { unclear, type Change, type Outcome } from "./board-change.server";
import { readWord } from "./board-form.server";

export async function sayTonight({ token, place, form, language, now }: Change): Promise<Outcome> {
  const read = readWord(form, now);
  if (!read) return unclear(null, null, staffWords[language].oldForm);
  const { key, night, open, saidAt } = read;
  // A page left open since another night: its word was for that one.
  if (nightOf((saidAt ?? now).getTime() / 1000, place.timeZone) !== night)
    return unclear(null, null, staffWords[language].oldForm);
  const said = { key, token, placeId: place.placeId, night, open };
  const answer = saidAt ? await openTonightLate({ ...said, saidAt }) : await openTonight(said);
  if (answer.kind === "said") return { kind: "saved", version: null };
  if (answer.kind === "moved-on")
    return { kind: "asks", asks: wordQuestion(read, language), pool: null, status: 409 };
  return unclear(null, null, staffWords[language].oldForm);
}
