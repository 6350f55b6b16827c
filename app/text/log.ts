/** One line of a place's log: who said what, and by what way where it was not here. */
import type { CountLine, LogLine } from "~/domain/board";
import type { ReportWay } from "~/domain/pool";
import { extraSentence, poolName, sayer } from "~/text/board";
import type { Language } from "~/text/language";
import { noteSaid, noteTexts } from "~/text/note";
import { sayDate, type Clock } from "~/text/say";
import { staffWords } from "~/text/staff";
import { tabletWords } from "~/text/tablet";

const en = {
  /** Nobody said it: its time was over. */
  byTime: "by itself",
  ended: "the extra ones are gone",
  night: (date: string, word: string) => `night of ${date}: ${word}`,
  ways: {
    sms: "by text",
    phone: "by phone",
    import: "from a list",
    command: "on the server",
    volunteer: "called the desk",
  } satisfies Record<Exclude<ReportWay, "web" | "sample">, string>,
};

export type LogWords = typeof en;

const es: LogWords = {
  byTime: "por sí solo",
  ended: "ya no están los extra",
  night: (date, word) => `noche del ${date}: ${word}`,
  ways: {
    sms: "por mensaje",
    phone: "por teléfono",
    import: "de una lista",
    command: "en el servidor",
    volunteer: "llamó al lugar",
  },
};

export const logWords: Record<Language, LogWords> = { en, es };

export function logSentence(line: LogLine, language: Language, clock: Clock): string {
  const words = logWords[language];
  if (line.kind === "ended") return `${words.byTime}: ${countSaid(line, language, clock)}. ${words.ended}`;
  const who = sayer(line, language);
  const by = line.way === "web" || line.way === "sample" ? who : `${who} (${words.ways[line.way]})`;
  const on = line.tablet === null ? "" : ` ${tabletWords[language].onTablet(line.tablet)}`;
  return `${by}${on}: ${whatSaid(line, language, clock)}`;
}

function whatSaid(line: LogLine, language: Language, clock: Clock): string {
  const { openTonight, notTonight, notDecided } = staffWords[language];
  switch (line.kind) {
    case "count":
    case "ended":
      return countSaid(line, language, clock);
    case "tonight": {
      const word = line.open === null ? notDecided : line.open ? openTonight : notTonight;
      return logWords[language].night(sayDate(line.night, language), word);
    }
    case "note":
      return line.words
        ? `${noteTexts[language].logNote}. ${noteSaid(line, language)}`
        : noteTexts[language].logNoNote;
  }
}

function countSaid(line: CountLine, language: Language, clock: Clock): string {
  const words = staffWords[language];
  const { occupied, capacity, outOfService, extra, extraUntil } = line;
  return [
    `${poolName(line, language)}, ${words.taken(occupied, capacity)}`,
    ...(extra > 0 && extraUntil
      ? [extraSentence({ units: extra, until: extraUntil.getTime() / 1000 }, { language, clock })]
      : []),
    ...(outOfService > 0 ? [words.outOfService(outOfService)] : []),
  ].join(", ");
}
