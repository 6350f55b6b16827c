/** What staff read after a tap: what is to be known beside how the hold is now, or why nothing changed. */
import type { HoldState } from "~/domain/hold";
import type { Note, RefusedKind } from "~/domain/inbox";
import type { EpochSeconds } from "~/domain/journey";
import { inboxWords } from "~/text/inbox";
import type { Language } from "~/text/language";
import type { Clock } from "~/text/say";

const en = {
  notes: {
    most: "It cannot be longer: we hold for 3 hours from now at most.",
    "counted-since":
      "Somebody counted after they came, so the count stays. Look at the board to see if it is right.",
  } satisfies Record<Note, string>,
  takeBack: "Undo: they are not in",
};

type AfterWords = typeof en;

const es: AfterWords = {
  notes: {
    most: "No puede ser más: apartamos por 3 horas desde ahora, cuando mucho.",
    "counted-since":
      "Alguien contó después de que llegaron, así que la cuenta queda igual. Revísela en el tablero.",
  },
  takeBack: "Deshacer: no están adentro",
};

export const afterWords: Record<Language, AfterWords> = { en, es };

/** Why a tap changed nothing; `state` is what has become of the hold, `from` when it may be said that they did not come. */
export type Refused = {
  kind: RefusedKind;
  state: HoldState | null;
  from: EpochSeconds | null;
  /** Until when it stands. */
  until: EpochSeconds | null;
};

export function refusedSentence(
  { kind, state, from, until }: Refused,
  language: Language,
  clock: Clock,
): string {
  const words = inboxWords[language];
  if (kind === "closed" && state) return words.closed[state];
  if (kind === "too-early" && from !== null)
    return `${words.refused[kind]} ${words.missedFrom(clock.from(from))}`;
  if (kind === "no-more-time" && until !== null)
    return `${words.heldUntil(clock.until(until))} ${words.refused[kind]}`;
  return words.refused[kind];
}
