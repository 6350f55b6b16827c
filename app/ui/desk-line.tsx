/** One ask in a line of the desk: who, what, where, since when, and who has it; never how to reach anybody. */
import type { DeskLine } from "~/domain/ask";
import { isLate, minutesSince } from "~/domain/desk";
import { partySentence } from "~/text/answer";
import { askKindWords } from "~/text/ask-kinds";
import { deskWords, type DeskWords } from "~/text/desk";
import { LANGUAGES, type Language } from "~/text/language";
import { capital, sayAge, sayList, type Clock } from "~/text/say";

export type DeskTelling = {
  language: Language;
  clock: Clock;
  now: Date;
  isCold: boolean;
  /** Who is looking. */
  personId: number;
  groupId: number;
};

type DeskLineProps = {
  line: DeskLine;
  telling: DeskTelling;
  /** This one is open beside the list. */
  isOpen?: boolean;
};

export function DeskLineItem({ line, telling, isOpen = false }: DeskLineProps) {
  const { language } = telling;
  const href = `/group/${telling.groupId}/asks/${line.askId}`;
  const title = `line-${line.askId}`;
  const mustAct = line.waitsSince !== null && (line.who === null || line.unread > 0);
  return (
    <li className={mustAct ? "line waiting" : "line"} aria-current={isOpen ? "true" : undefined}>
      <h3 id={title}>
        <a href={href}>{whoWords(line, language)}</a>
      </h3>
      <p>
        <strong className={isLate(line, telling.isCold, telling.now) ? "late" : undefined}>
          {stateWords(line, telling)}
        </strong>
        {line.closedAt === null && ` · ${hasItWords(line, telling)}`}
      </p>
      <p>{wantsWords(line, language)}</p>
      <p className="small">{moreWords(line, telling).join(" · ")}</p>
    </li>
  );
}

/** "1 adult, children 6 and 9". */
export function whoWords({ party }: Pick<DeskLine, "party">, language: Language): string {
  return party ? partySentence(party, language) : deskWords[language].somebody;
}

export function stateWords(line: DeskLine, { language, clock, now, isCold }: DeskTelling): string {
  const words = deskWords[language];
  if (line.closedAt !== null && line.closedAs !== null)
    return `${words.ends[line.closedAs]}, ${clock.at(line.closedAt.getTime() / 1000, now.getTime() / 1000)}`;
  if (line.waitsSince === null) return words.hasWord;
  const minutes = minutesSince(line.waitsSince, now);
  if (minutes === 0) return words.waitsNow;
  const age = sayAge(minutes);
  return (isLate(line, isCold, now) ? words.waitsLong : words.waits)(age);
}

export function hasItWords({ who }: Pick<DeskLine, "who">, { language, personId }: DeskTelling): string {
  const words = deskWords[language];
  if (who === null) return words.nobodyHasIt;
  return who.personId === personId ? words.youHaveIt : words.whoHasIt(who.name);
}

function wantsWords({ kinds, area }: DeskLine, language: Language): string {
  const words = deskWords[language];
  const wanted = capital(
    sayList(
      kinds.map((kind) => askKindWords[language].kinds[kind]),
      language,
    ),
  );
  return area === null ? `${wanted}.` : `${wanted}. ${words.from(area)}.`;
}

function moreWords(line: DeskLine, { language, clock, now }: DeskTelling): string[] {
  const words = deskWords[language];
  return [
    ...(line.unread > 0 ? [words.unread(line.unread)] : []),
    ...(line.isRead || line.who !== null || line.closedAt !== null ? [] : [words.isNew]),
    words.asked(clock.at(line.askedAt.getTime() / 1000, now.getTime() / 1000)),
    ...(line.risen > 0 ? [line.risen > 1 ? words.risenTwice : words.risen] : []),
    ...otherLanguage(line.language, language, words),
    ...(line.like.length > 0 && line.closedAt === null ? [words.alike] : []),
  ];
}

export function otherLanguage(theirs: string, own: Language, words: DeskWords): string[] {
  if (theirs === own || !LANGUAGES.includes(theirs as Language)) return [];
  return [theirs === "es" ? words.inSpanish : words.inEnglish];
}
