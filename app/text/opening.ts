/** When a place is open, as one sentence for a card. */
import type { OpeningRule } from "~/domain/hours/hours";
import type { Opening, Stretch } from "~/domain/hours/opening";
import type { EpochSeconds } from "~/domain/journey";
import type { PlaceKind } from "~/domain/place";
import type { Language } from "~/text/language";
import type { Clock } from "~/text/say";

type OpeningWords = {
  open: string;
  openUntil: (until: string) => string;
  opens: (at: string) => string;
  confirmed: (at: string) => string;
  letIn: (when: string) => string;
  undecided: (rule: string) => string;
  decide: (when: string) => string;
  rule: (rule: OpeningRule) => string;
  notTonight: (said: string) => string;
  closed: string;
  opensNext: (at: string) => string;
  unknown: string;
  kinds: Record<PlaceKind, string>;
};

const en: OpeningWords = {
  open: "Open day and night.",
  openUntil: (at) => `Open now, ${at}.`,
  opens: (at) => `Opens ${at}.`,
  confirmed: (at) => `Staff said so ${at}.`,
  letIn: (when) => `They let people in ${when}.`,
  undecided: (rule) => `Not decided yet. ${rule}`,
  decide: (when) => `They decide ${when}.`,
  rule: (rule) =>
    rule.lowAtOrBelowF === null
      ? "It opens only on cold nights."
      : `It opens when the night gets to ${rule.lowAtOrBelowF} °F or colder.`,
  notTonight: (said) => `Not open tonight. Staff said so ${said}.`,
  closed: "Closed.",
  opensNext: (at) => `Closed. Opens ${at}.`,
  unknown: "We don't know the hours: call first.",
  kinds: {
    shelter: "shelter",
    "warming-center": "warm place by day or night",
    "day-center": "day center",
    room: "room in a home",
    "funded-stay": "paid room",
  },
};

const es: OpeningWords = {
  open: "Abierto de día y de noche.",
  openUntil: (at) => `Abierto ahora, ${at}.`,
  opens: (at) => `Abre ${at}.`,
  confirmed: (at) => `El personal lo dijo ${at}.`,
  letIn: (when) => `Dejan entrar ${when}.`,
  undecided: (rule) => `Todavía no deciden. ${rule}`,
  decide: (when) => `Deciden ${when}.`,
  rule: (rule) =>
    rule.lowAtOrBelowF === null
      ? "Abre solo en noches frías."
      : `Abre cuando la noche baja a ${rule.lowAtOrBelowF} °F o menos.`,
  notTonight: (said) => `No abre esta noche. El personal lo dijo ${said}.`,
  closed: "Cerrado.",
  opensNext: (at) => `Cerrado. Abre ${at}.`,
  unknown: "No sabemos el horario: llame primero.",
  kinds: {
    shelter: "albergue",
    "warming-center": "lugar caliente de día o de noche",
    "day-center": "centro de día",
    room: "cuarto en una casa",
    "funded-stay": "cuarto pagado",
  },
};

export const openingWords: Record<Language, OpeningWords> = { en, es };

/** One or two short sentences: open until, opens at, decided when, and when people are let in. */
export function openingSentence(
  opening: Opening,
  { now, clock, language }: { now: EpochSeconds; clock: Clock; language: Language },
): string {
  const words = openingWords[language];
  switch (opening.kind) {
    case "open": {
      const open = opening.until === null ? words.open : words.openUntil(clock.until(opening.until));
      return [open, ...letIn(opening.intake, { since: now, closes: opening.until })].join(" ");
    }
    case "opens": {
      const said = opening.saidAt === null ? [] : [words.confirmed(clock.at(opening.saidAt, now))];
      const intake = letIn(opening.intake, { since: opening.at, closes: opening.until });
      return [words.opens(clock.at(opening.at, now)), ...said, ...intake].join(" ");
    }
    case "undecided":
      return [
        words.undecided(words.rule(opening.rule)),
        ...(opening.decidesAt === null ? [] : [words.decide(clock.at(opening.decidesAt, now))]),
      ].join(" ");
    case "not-tonight":
      return words.notTonight(clock.at(opening.saidAt, now));
    case "closed":
      return opening.opensNext === null ? words.closed : words.opensNext(clock.at(opening.opensNext, now));
    case "unknown":
      return words.unknown;
  }

  // Said only where it differs from the opening hours themselves.
  function letIn(
    intake: Stretch | null,
    open: { since: EpochSeconds; closes: EpochSeconds | null },
  ): string[] {
    if (intake === null) return [];
    const from = intake.from > open.since ? [clock.from(intake.from)] : [];
    const until = intake.until !== null && intake.until !== open.closes ? [clock.until(intake.until)] : [];
    const when = [...from, ...until].join(" ");
    return when ? [words.letIn(when)] : [];
  }
}
