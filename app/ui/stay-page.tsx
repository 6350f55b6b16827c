/** One stay for its coordinators: what must not wait, its nights, its money, how it goes, the search, who did what. */
import { nights } from "~/domain/stay";
import type { StayChange, StayProblem, StaySheet } from "~/domain/stay-sheet";
import type { HomeSearch } from "~/domain/home-search";
import { localTime } from "~/domain/zone";
import { capital, clockOf, dial, sayMoney, sayWallTime } from "~/text/say";
import { stayMoneyWords } from "~/text/stay-money";
import { stayPageWords } from "~/text/stay-page";
import { staysWords } from "~/text/stays";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { SearchSummary } from "~/ui/search-summary";
import { StayLedger } from "~/ui/stay-ledger";
import { StayMoney } from "~/ui/stay-money";
import { StayEvents, StayChecks, StayNights } from "~/ui/stay-nights";
import { datesWords, Standing } from "~/ui/stays-page";
import { nearDay } from "~/ui/stay-days";

export type StayPageProps = Omit<GroupPageProps, "children"> & {
  timeZone: string;
  now: Date;
  stay: StaySheet;
  /** null: the family is forgotten. */
  search: HomeSearch | null;
  coordinators: { personId: number; name: string }[];
  formKey: string;
  done: StayChange | null;
  /** What was typed into a form that was not taken, and why it was not. */
  typed: Record<string, string>;
  problem: { change: StayChange; why: StayProblem } | null;
};

/** What every part of the page is drawn with. */
export type StayPart = StayPageProps & { base: string; at(moment: Date): string };

export function StayPage(page: StayPageProps) {
  const { language, group, stay, now } = page;
  const words = staysWords[language];
  const clock = clockOf(language, page.timeZone);
  const part: StayPart = {
    ...page,
    base: `/group/${group.groupId}/stays/${stay.stayId}`,
    at: (moment) => clock.at(moment.getTime() / 1000, now.getTime() / 1000),
  };
  return (
    <GroupPage {...page}>
      <p className="back">
        <a href={`/group/${group.groupId}/stays`}>{words.list}</a>
      </p>
      <h1>{stay.vendor}</h1>
      <Said part={part} of={["begin", "move", "end", "hand"]} />
      <Standing stay={stay} page={page} />
      <Facts part={part} />
      <Begin part={part} />
      <StayMoney part={part} />
      <StayLedger part={part} />
      <StayChecks part={part} />
      <SearchSummary
        search={page.search}
        ask={`/group/${group.groupId}/asks/${stay.askId}`}
        language={language}
        today={localTime(now.getTime() / 1000, page.timeZone).date}
      />
      <StayNights part={part} />
      <StayEvents part={part} />
    </GroupPage>
  );
}

function Facts({ part: { stay, language, group, base } }: { part: StayPart }) {
  const [words, list] = [stayPageWords[language], staysWords[language]];
  const count = list.nights(nights(stay));
  const deposit = stay.depositCents > 0 ? sayMoney(stay.depositCents) : null;
  const mine = stay.keptBy.personId === stay.personId;
  return (
    <>
      <p>
        {capital(list.kinds[stay.vendorKind])}
        {stay.vendorAddress && `, ${stay.vendorAddress}`}
      </p>
      {stay.vendorPhone && (
        <p>
          <a href={dial(stay.vendorPhone)}>{stay.vendorPhone}</a>
        </p>
      )}
      <p>{datesWords(stay, language)}.</p>
      <p>
        {words.lastDay(nearDay(stay.leavesOn, language), sayWallTime(stay.leavesAt, language))}{" "}
        {words.cost(count, sayMoney(stay.nightCents), deposit)}
      </p>
      <p>{mine ? list.youKeep : list.keeper(stay.keptBy.name)}</p>
      <p>
        {stay.askId === null ? (
          words.forgotten
        ) : (
          <a href={`/group/${group.groupId}/asks/${stay.askId}`}>{words.openAsk}</a>
        )}
      </p>
      <p>
        <a href={`${base}/letter`}>{stayMoneyWords[language].letterTitle}</a>
      </p>
    </>
  );
}

function Begin({ part }: { part: StayPart }) {
  const words = stayPageWords[part.language];
  if (part.stay.state !== "planned") return null;
  return (
    <StayForm part={part} change="begin">
      <p>{words.beginHint}</p>
      <button className="main">{words.begin}</button>
    </StayForm>
  );
}

type StayFormProps = { part: StayPart; change: StayChange; className?: string; children: React.ReactNode };

export function StayForm({ part: { base, formKey }, change, className, children }: StayFormProps) {
  return (
    <form method="post" action={`${base}/${change}`} className={className} autoComplete="off">
      <input type="hidden" name="key" value={formKey} />
      {children}
    </form>
  );
}

/** After a form: that it was done, or why not. */
export function Said({ part: { language, done, problem }, of }: { part: StayPart; of: StayChange[] }) {
  const words = stayPageWords[language];
  if (problem && of.includes(problem.change))
    return (
      <p className="caution" role="alert">
        {words.problems[problem.why]}
      </p>
    );
  if (!done || !of.includes(done)) return null;
  return (
    <p role="status">
      <strong>{words.saved}</strong>
    </p>
  );
}

/** What was typed into this form, where it comes back; `of` names which of several alike. */
export function typedIn(
  { problem, typed }: StayPart,
  change: StayChange,
  of: [name: string, value: string] | null = null,
): Record<string, string> {
  const isThis = problem?.change === change && (of === null || typed[of[0]] === of[1]);
  return isThis ? typed : {};
}
