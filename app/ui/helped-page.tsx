/** How many a group has helped: month by month, to be read, printed and taken along. */
import {
  countOf,
  hoursOf,
  partsOf,
  sumOf,
  type Counted,
  type Helped,
  type HelpedMonth,
  type KeptCount,
} from "~/domain/helped";
import { askKindWords } from "~/text/ask-kinds";
import { helpedWords, partName } from "~/text/helped";
import type { Language } from "~/text/language";
import { capital, sayList, sayMonth, sayWallTime } from "~/text/say";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";

export type HelpedPageProps = Omit<GroupPageProps, "children"> & { helped: Helped };

export function HelpedPage(page: HelpedPageProps) {
  const { language, group, helped } = page;
  const words = helpedWords[language];
  const { thisMonth, asksAtLeast, months } = helped;
  return (
    <GroupPage {...page}>
      <h1>{words.title}</h1>
      <p>
        {words.how} {words.small}
      </p>
      <section className="pool" aria-labelledby="so-far">
        <h2 id="so-far">{words.soFar(capital(sayMonth(thisMonth, language)))}</h2>
        <p>{words.asksSoFar(asksAtLeast)}</p>
      </section>
      {months.length === 0 && <p>{words.none}</p>}
      {months.length > 1 && <InAll months={months} language={language} />}
      {months.map((month) => (
        <Month key={month.month} month={month} language={language} />
      ))}
      {months.length > 0 && (
        <p className="onward">
          <a href={`/group/${group.groupId}/helped.csv`}>{words.csv}</a>
        </p>
      )}
      <p className="small">{words.print}</p>
    </GroupPage>
  );
}

function InAll({ months, language }: { months: HelpedMonth[]; language: Language }) {
  const words = helpedWords[language];
  const sum = (what: Counted) => sumOf(months, what) || null;
  return (
    <section className="pool" aria-labelledby="in-all">
      <h2 id="in-all">{words.inAll}</h2>
      <ul className="plain">
        <li>{words.asks(sum("asks"))}</li>
        <li>{words.helped(sum("helped"))}</li>
        <li>{words.nights(sum("nights"), sum("stays"))}</li>
        <li>{words.roomNights(sum("room-nights"), sum("room-stays"))}</li>
        <li>{words.searches(sum("searches"))}</li>
      </ul>
      <p className="small">{words.inAllHint}</p>
    </section>
  );
}

function Month({ month, language }: { month: HelpedMonth; language: Language }) {
  const words = helpedWords[language];
  const part = { month, language };
  const [asks, searches] = [countOf(month, "asks"), countOf(month, "searches")];
  return (
    <section className="pool" aria-labelledby={month.month}>
      <h2 id={month.month}>{capital(sayMonth(month.month, language))}</h2>
      <p>
        <strong>{words.asks(asks)}</strong>
      </p>
      {asks !== null && <Parts {...part} what="kind" title={words.kinds} hint={words.kindsHint} />}
      {asks !== null && <Parts {...part} what="answered" title={words.answered} />}
      <p>
        <strong>{words.helped(countOf(month, "helped"))}</strong> <People {...part} />
      </p>
      <p>
        <strong>{words.nights(countOf(month, "nights"), countOf(month, "stays"))}</strong>
      </p>
      <p>
        <strong>{words.roomNights(countOf(month, "room-nights"), countOf(month, "room-stays"))}</strong>
      </p>
      <p>
        <strong>{words.searches(searches)}</strong>
        <br />
        <small>{words.searchesHint}</small>
      </p>
      {searches !== null && <Searches {...part} />}
    </section>
  );
}

type PartsProps = {
  month: HelpedMonth;
  language: Language;
  what: Counted;
  title: string;
  hint?: string;
};

function Parts({ month, language, what, title, hint }: PartsProps) {
  const parts = partsOf(month, what);
  if (parts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">
        {parts.map((count) => (
          <li key={count.part}>
            <PartSaid count={count} language={language} />
          </li>
        ))}
      </ul>
      {hint && <p className="small">{hint}</p>}
    </>
  );
}

function PartSaid({ count: { part, folded, n }, language }: { count: KeptCount; language: Language }) {
  const { kinds } = askKindWords[language];
  const named = (of: string) => partName(of, language, kinds);
  return (
    <>
      {capital(named(part))}: <strong>{n}</strong>
      {folded.length > 0 && (
        <small> ({helpedWords[language].folded(sayList(folded.map(named), language).toLowerCase())})</small>
      )}
    </>
  );
}

/** Where only few of them were grown or small, they are told together. */
function People({ month, language }: { month: HelpedMonth; language: Language }) {
  const words = helpedWords[language];
  const people = partsOf(month, "people");
  if (people.length === 0) return null;
  const of = (part: string) => people.find((count) => count.part === part)?.n;
  const [adults, children] = [of("adults"), of("children")];
  if (adults === undefined || children === undefined) return `(${words.people(people[0]!.n)})`;
  const said = sayList([words.adults(adults), words.children(children)], language);
  return `(${words.people(adults + children)}: ${said})`;
}

function Searches({ month, language }: { month: HelpedMonth; language: Language }) {
  const words = helpedWords[language];
  return (
    <>
      <ul className="plain">
        {partsOf(month, "household").map((count) => (
          <li key={count.part}>
            <PartSaid count={count} language={language} />
            <Hours month={month} language={language} household={count.part} />
          </li>
        ))}
      </ul>
      <p className="small">{words.hoursHint}</p>
      <Parts month={month} language={language} what="area" title={words.areas} hint={words.foldedAreas} />
    </>
  );
}

type HoursProps = { month: HelpedMonth; language: Language; household: string };

function Hours({ month, language, household }: HoursProps) {
  const hours = hoursOf(month, household);
  if (hours.length === 0) return null;
  return (
    <ul>
      {hours.map(({ from, until, n }) => (
        <li key={from}>{`${hoursSaid(from, until, language)}: ${n}`}</li>
      ))}
    </ul>
  );
}

function hoursSaid(from: number, until: number, language: Language): string {
  const words = helpedWords[language];
  if (from === 0 && until === 24) return words.anyHour;
  return words.hours(sayWallTime(from * 60, language), sayWallTime(until * 60, language));
}
