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
  /** Open at the hour that was asked about. */
  openThen: (until: string) => string;
  opens: (at: string) => string;
  confirmed: (at: string) => string;
  letIn: (when: string) => string;
  undecided: (rule: string) => string;
  decide: (when: string) => string;
  /** That hour has passed, and nobody told us. */
  decided: (when: string) => string;
  rule: (rule: OpeningRule) => string;
  notTonight: (said: string) => string;
  stopped: string;
  closed: string;
  opensNext: (at: string) => string;
  unknown: string;
  kinds: Record<PlaceKind, string>;
};

const en: OpeningWords = {
  open: "Open day and night.",
  openUntil: (at) => `Open now, ${at}.`,
  openThen: (at) => `Open then, ${at}.`,
  opens: (at) => `Opens ${at}.`,
  confirmed: (at) => `Staff said so ${at}.`,
  letIn: (when) => `They let people in ${when}.`,
  undecided: (rule) => `Not decided, as far as we know. ${rule}`,
  decide: (when) => `They decide ${when}.`,
  decided: (when) => `They were to decide ${when}: call and ask.`,
  rule: (rule) =>
    rule.lowAtOrBelowF === null
      ? "It opens only on cold nights."
      : `It opens when the night gets to ${rule.lowAtOrBelowF} °F or colder.`,
  notTonight: (said) => `Not open tonight. Staff said so ${said}.`,
  stopped: "They have stopped letting people in.",
  closed: "Closed.",
  opensNext: (at) => `Closed. Opens ${at}.`,
  unknown: "We don't know the hours: call first.",
  kinds: {
    shelter: "shelter",
    "warming-center": "warming center",
    "day-center": "day center",
    room: "room in a home",
    "funded-stay": "paid room",
  },
};

const es: OpeningWords = {
  open: "Abierto de día y de noche.",
  openUntil: (at) => `Abierto ahora, ${at}.`,
  openThen: (at) => `Abierto a esa hora, ${at}.`,
  opens: (at) => `Abre ${at}.`,
  confirmed: (at) => `El personal lo dijo ${at}.`,
  letIn: (when) => `Dejan entrar ${when}.`,
  undecided: (rule) => `Que sepamos, todavía no han decidido. ${rule}`,
  decide: (when) => `Deciden ${when}.`,
  decided: (when) => `Iban a decidir ${when}: llame y pregunte.`,
  rule: (rule) =>
    rule.lowAtOrBelowF === null
      ? "Abre solo en noches frías."
      : `Abre cuando la noche baja a ${rule.lowAtOrBelowF} °F o menos.`,
  notTonight: (said) => `No abre esta noche. El personal lo dijo ${said}.`,
  stopped: "Ya no dejan entrar a más gente.",
  closed: "Cerrado.",
  opensNext: (at) => `Cerrado. Abre ${at}.`,
  unknown: "No sabemos el horario: llame primero.",
  kinds: {
    shelter: "albergue",
    "warming-center": "lugar para calentarse",
    "day-center": "centro de día",
    room: "cuarto en una casa",
    "funded-stay": "cuarto pagado",
  },
};

export const openingWords: Record<Language, OpeningWords> = { en, es };

/** When it is, and the hour that was asked about. */
type Asked = { now: EpochSeconds; from: EpochSeconds; clock: Clock; language: Language };

// Whoever asks about a quarter of an hour from now asks about now.
const SOON_S = 900;

/** One or two short sentences: open until, opens at, decided when, and when people are let in. */
export function openingSentence(opening: Opening, asked: Asked): string {
  const { now, from, clock, language } = asked;
  const words = openingWords[language];
  switch (opening.kind) {
    case "open": {
      const openUntil = from - now < SOON_S ? words.openUntil : words.openThen;
      const open = opening.until === null ? words.open : openUntil(clock.until(opening.until));
      return [open, ...letIn(opening.intake, { since: from, closes: opening.until }, asked)].join(" ");
    }
    case "opens": {
      const said = opening.saidAt === null ? [] : [words.confirmed(clock.at(opening.saidAt, now))];
      const intake = letIn(opening.intake, { since: opening.at, closes: opening.until }, asked);
      return [words.opens(clock.at(opening.at, now)), ...said, ...intake].join(" ");
    }
    case "undecided":
      return [words.undecided(words.rule(opening.rule)), ...decideSentence(opening.decidesAt, asked)].join(
        " ",
      );
    case "not-tonight":
      return words.notTonight(clock.at(opening.saidAt, now));
    case "closed":
      return opening.opensNext === null ? words.closed : words.opensNext(clock.at(opening.opensNext, now));
    case "unknown":
      return words.unknown;
  }
}

/** Said only where it differs from the opening hours themselves. */
function letIn(
  intake: Stretch | null,
  open: { since: EpochSeconds; closes: EpochSeconds | null },
  { clock, language }: Pick<Asked, "clock" | "language">,
): string[] {
  const words = openingWords[language];
  if (intake === null) return [words.stopped];
  const starts = intake.from > open.since ? [clock.from(intake.from)] : [];
  const ends = intake.until !== null && intake.until !== open.closes ? [clock.until(intake.until)] : [];
  const when = [...starts, ...ends].join(" ");
  return when ? [words.letIn(when)] : [];
}

/** When staff decide, or were to decide; nothing where the hour is not known. */
export function decideSentence(
  decidesAt: EpochSeconds | null,
  { now, clock, language }: Omit<Asked, "from">,
): string[] {
  if (decidesAt === null) return [];
  const words = openingWords[language];
  return [(decidesAt > now ? words.decide : words.decided)(clock.at(decidesAt, now))];
}
