/** Tonight's hours of one place, line by line. */
import type { HoursLine } from "~/domain/hours/hours-tonight";
import type { EpochSeconds } from "~/domain/journey";
import type { Language } from "~/text/language";
import { decideSentence, openingWords } from "~/text/opening";
import type { Clock } from "~/text/say";

type HoursWords = {
  open: (when: string) => string;
  dayAndNight: string;
  letIn: (when: string) => string;
  otherHours: string;
  saidOpen: (when: string) => string;
};

const en: HoursWords = {
  open: (when) => `Open ${when}.`,
  dayAndNight: "Open day and night.",
  letIn: (when) => `They let people in ${when}.`,
  otherHours: "Today the hours are not the usual ones.",
  saidOpen: (when) => `Open tonight. Staff said so ${when}.`,
};

const es: HoursWords = {
  open: (when) => `Abierto ${when}.`,
  dayAndNight: "Abierto de día y de noche.",
  letIn: (when) => `Dejan entrar ${when}.`,
  otherHours: "Hoy el horario no es el de siempre.",
  saidOpen: (when) => `Abre esta noche. El personal lo dijo ${when}.`,
};

export const hoursWords: Record<Language, HoursWords> = { en, es };

/** When it is, and the hour that was asked about. */
type Telling = { now: EpochSeconds; from: EpochSeconds; clock: Clock; language: Language };

export function hoursSentence(line: HoursLine, { now, from: asked, clock, language }: Telling): string {
  const words = hoursWords[language];
  const opening = openingWords[language];
  switch (line.kind) {
    case "open":
      return line.until === null ? words.dayAndNight : words.open(stretch(line.from, line.until));
    case "lets-in":
      return words.letIn(line.until === null ? clock.from(line.from) : stretch(line.from, line.until));
    case "other-hours":
      return words.otherHours;
    case "rule":
      return [opening.rule(line.rule), ...decideSentence(line.decidesAt, { now, clock, language })].join(" ");
    case "said":
      return line.open
        ? words.saidOpen(clock.at(line.saidAt, now))
        : opening.notTonight(clock.at(line.saidAt, now));
    case "unknown":
      return opening.unknown;
  }

  // Of what has begun only its end is still to come; the same hours may follow tonight.
  function stretch(from: EpochSeconds, until: EpochSeconds): string {
    return from <= asked ? clock.until(until) : `${clock.from(from)} ${clock.until(until)}`;
  }
}
