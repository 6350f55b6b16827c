/** A group's stays for its coordinators: what must not wait, the days left, the money that is missing, what is next. */
import {
  alarmOf,
  byPressure,
  careOf,
  daysLeft,
  missing,
  nights,
  owed,
  tooMuch,
  type Care,
} from "~/domain/stay";
import type { StaySheet } from "~/domain/stay-sheet";
import type { Language } from "~/text/language";
import { clockOf, sayMoney } from "~/text/say";
import { staysWords } from "~/text/stays";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { stepWords } from "~/ui/search-summary";
import { nearDay } from "~/ui/stay-days";

export type StayFrame = Pick<GroupPageProps, "language" | "group"> & { timeZone: string; now: Date };
type StaysPageProps = Omit<GroupPageProps, "children"> & StayFrame & { stays: StaySheet[] };

export function StaysPage(page: StaysPageProps) {
  const { language, stays } = page;
  const words = staysWords[language];
  const [open, over] = [byPressure(stays.filter(isOpen), page.now), stays.filter((stay) => !isOpen(stay))];
  return (
    <GroupPage {...page}>
      <h1>{words.title}</h1>
      <p>{words.hint}</p>
      {open.length === 0 && <p className="summary">{words.none}</p>}
      <Lines title={words.open} stays={open} page={page} />
      <Lines title={words.over} stays={over} page={page} />
    </GroupPage>
  );
}

export function isOpen({ state }: Pick<StaySheet, "state">): boolean {
  return state === "planned" || state === "under-way";
}

type LinesProps = { title: string; stays: StaySheet[]; page: StayFrame };

function Lines({ title, stays, page }: LinesProps) {
  if (stays.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="desk-lines">
        {stays.map((stay) => (
          <StayLine key={stay.stayId} stay={stay} page={page} />
        ))}
      </ul>
    </section>
  );
}

export function StayLine({ stay, page }: { stay: StaySheet; page: StayFrame }) {
  const { language, group } = page;
  const words = staysWords[language];
  const needsSomebody =
    isOpen(stay) && (isUrgent(careOf(stay, page.now)) || alarmOf(stay, page.now) !== null);
  const mine = stay.keptBy.personId === stay.personId;
  return (
    <li className={needsSomebody ? "line waiting" : "line"}>
      <h3>
        <a href={`/group/${group.groupId}/stays/${stay.stayId}`}>{stay.vendor}</a>
      </h3>
      <p>
        {datesWords(stay, language)}. {mine ? words.youKeep : words.keeper(stay.keptBy.name)}
      </p>
      <Standing stay={stay} page={page} />
      {isOpen(stay) && (
        <p className="small">{`${moneyWords(stay, language)} ${nextWords(stay, language)}`}</p>
      )}
    </li>
  );
}

/** How long there is, and what must not wait. */
export function Standing({ stay, page: { language, timeZone, now } }: { stay: StaySheet; page: StayFrame }) {
  const words = staysWords[language];
  if (!isOpen(stay)) return <p>{words.states[stay.state]}</p>;
  const [alarm, care] = [alarmOf(stay, now), careOf(stay, now)];
  const at = clockOf(language, timeZone);
  return (
    <>
      <p>
        <strong>{[words.states[stay.state], ...leftWords(stay, language, now)].join(" · ")}</strong>
      </p>
      {alarm && <p className="caution">{words.alarms[alarm]}</p>}
      {care.kind !== "unasked" && (
        <p className={isUrgent(care) ? "caution" : undefined}>
          {words.care[care.kind](at.at(momentOf(care).getTime() / 1000, now.getTime() / 1000))}
        </p>
      )}
    </>
  );
}

function isUrgent({ kind }: Care): boolean {
  return kind === "want-out" || kind === "call-me" || kind === "silent";
}

function momentOf(care: Exclude<Care, { kind: "unasked" }>): Date {
  return care.kind === "silent" ? care.since : care.at;
}

function leftWords(stay: StaySheet, language: Language, now: Date): string[] {
  const [words, left] = [staysWords[language], daysLeft(stay, now)];
  // They have not come yet: its days say more.
  if (stay.state === "planned") return [];
  if (left.kind === "over") return [];
  return [left.kind === "days" ? words.daysLeft(left.days) : words.hoursLeft(left.hours)];
}

export function datesWords(stay: StaySheet, language: Language): string {
  const words = staysWords[language];
  const days = words.fromTo(nearDay(stay.arrivesOn, language), nearDay(stay.leavesOn, language));
  return `${days}, ${words.nights(nights(stay))}`;
}

export function moneyWords({ money }: Pick<StaySheet, "money">, language: Language): string {
  const words = staysWords[language];
  const [gap, extra, rest] = [missing(money), tooMuch(money), owed(money)];
  return [
    gap > 0 ? words.missing(sayMoney(gap)) : words.covered,
    ...(extra > 0 ? [words.tooMuch(sayMoney(extra))] : []),
    ...(rest > 0 ? [words.owed(sayMoney(rest))] : []),
  ].join(" ");
}

function nextWords({ nextStep }: StaySheet, language: Language): string {
  const words = staysWords[language];
  if (!nextStep) return words.noNext;
  const what = stepWords(nextStep, language);
  return words.next(nextStep.dueOn ? words.by(what, nearDay(nextStep.dueOn, language)) : what);
}
