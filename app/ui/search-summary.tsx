/** Where the search for a home stands, beside the nights of a family: its next steps, and the way to all of it. */
import { partedSteps, type HomeSearch, type HomeStep } from "~/domain/home-search";
import type { LocalDate } from "~/domain/zone";
import { homeSearchWords } from "~/text/home-search";
import type { Language } from "~/text/language";
import { nearDay } from "~/ui/stay-days";

type SummaryProps = {
  /** null: whose it was is forgotten. */
  search: HomeSearch | null;
  /** The ask's page, whose search it is. */
  ask: string;
  language: Language;
  today: LocalDate;
};

const MOST = 3;

export function SearchSummary({ search, ask, language, today }: SummaryProps) {
  const words = homeSearchWords[language];
  if (!search) return null;
  const { open } = partedSteps(search.steps);
  return (
    <section aria-labelledby="search-title">
      <h2 id="search-title">{words.title}</h2>
      {search.search ? (
        <p>
          <strong>{words.states[search.search]}</strong>
        </p>
      ) : (
        <p>{words.none}</p>
      )}
      <ul className="log">
        {open.slice(0, MOST).map((step) => (
          <li key={step.stepId}>
            {[stepWords(step, language), ...(step.dueOn ? [dueWords(step.dueOn, today, language)] : [])].join(
              ". ",
            )}
          </li>
        ))}
      </ul>
      {open.length > MOST && <p>{words.more(open.length - MOST)}</p>}
      <p>
        <a href={`${ask}/search`}>{words.write}</a>
      </p>
    </section>
  );
}

/** What the database adds by itself is said in the reader's language. */
export function stepWords({ kind, words }: Pick<HomeStep, "kind" | "words">, language: Language): string {
  return kind === "follow-up" ? homeSearchWords[language].kinds["follow-up"] : words;
}

export function dueWords(dueOn: LocalDate, today: LocalDate, language: Language): string {
  const words = homeSearchWords[language];
  return (dueOn < today ? words.late : words.due)(nearDay(dueOn, language));
}
