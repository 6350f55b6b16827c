/** The search for a home of one ask, for its coordinators: the steps, the next one first, and how it stands. */
import type { ReactNode } from "react";
import {
  partedSteps,
  SEARCH_STATES,
  STEP_KINDS,
  type HomeSearch,
  type HomeStep,
  type SearchChange,
  type SearchProblem,
} from "~/domain/home-search";
import type { Party } from "~/domain/party";
import { localTime, type LocalDate } from "~/domain/zone";
import { partySentence } from "~/text/answer";
import { homeSearchWords } from "~/text/home-search";
import type { Language } from "~/text/language";
import { Field } from "~/ui/field";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { LongField } from "~/ui/long-field";
import { dayWords } from "~/ui/room-days";
import { dueWords, stepWords } from "~/ui/search-summary";

type HomeSearchProps = Omit<GroupPageProps, "children"> & {
  timeZone: string;
  now: Date;
  askId: string;
  party: Party | null;
  search: HomeSearch;
  formKey: string;
  done: SearchChange | null;
  /** What was typed into a form that was not taken, and why it was not. */
  typed: Record<string, string>;
  problem: { change: SearchChange; why: SearchProblem } | null;
};
type Part = HomeSearchProps & { ask: string; today: LocalDate };
type PartProps = { part: Part };

export function HomeSearchPage(page: HomeSearchProps) {
  const { language, group, search, party, timeZone } = page;
  const words = homeSearchWords[language];
  const part: Part = {
    ...page,
    ask: `/group/${group.groupId}/asks/${page.askId}`,
    today: localTime(page.now.getTime() / 1000, timeZone).date,
  };
  const { open, done } = partedSteps(search.steps);
  return (
    <GroupPage {...page}>
      <p className="back">
        <a href={part.ask}>{words.back}</a>
      </p>
      <h1>{words.title}</h1>
      {party && <p>{partySentence(party, language)}</p>}
      <Said part={part} />
      {search.search && <p className="summary">{words.states[search.search]}</p>}
      <p className="small">{words.hint}</p>
      {search.steps.length === 0 && <p>{words.none}</p>}
      {open.map((step) => (
        <OpenStep key={step.stepId} step={step} part={part} />
      ))}
      <AddStep part={part} />
      <ul className="log">
        {done.map((step) => (
          <li key={step.stepId} className="as-written">
            {`${stepWords(step, language)}. ${words.done(dayWords(step.doneAt!, language, timeZone))}.`}
            {step.result && ` ${step.result}`}
          </li>
        ))}
      </ul>
      <Settle part={part} />
    </GroupPage>
  );
}

/** After a form: that it was done, or why not. */
function Said({ part: { language, done, problem } }: PartProps) {
  const words = homeSearchWords[language];
  if (problem)
    return (
      <p className="caution" role="alert">
        {words.problems[problem.why]}
      </p>
    );
  if (!done) return null;
  return (
    <p role="status">
      <strong>{words.saved}</strong>
    </p>
  );
}

function OpenStep({ step, part }: PartProps & { step: HomeStep }) {
  const { language, problem, typed, today } = part;
  const words = homeSearchWords[language];
  const number = String(step.stepId);
  const isProblem = problem?.change === "done" && typed.number === number;
  return (
    <div className="was">
      <p className="as-written">
        <strong>{stepWords(step, language)}</strong>
      </p>
      <p className="small">
        {[
          ...(step.kind === "follow-up" ? [] : [words.kinds[step.kind]]),
          ...(step.dueOn ? [dueWords(step.dueOn, today, language)] : []),
        ].join(". ")}
      </p>
      <details open={isProblem}>
        <summary>{words.doneTitle}</summary>
        <SearchForm part={part} change="done">
          <input type="hidden" name="number" value={number} />
          <Field
            name="result"
            id={`result-${number}`}
            label={words.result}
            value={isProblem ? (typed.result ?? "") : ""}
            problem={isProblem && problem.why === "result" ? words.problems.result : null}
          />
          <button>{words.doneNow}</button>
        </SearchForm>
      </details>
    </div>
  );
}

function AddStep({ part }: PartProps) {
  const { language, problem, search } = part;
  const words = homeSearchWords[language];
  const typed = problem?.change === "step" ? part.typed : {};
  const why = problem?.change === "step" ? problem.why : null;
  return (
    // Whoever comes for the first step finds its form open.
    <details open={why !== null || search.steps.length === 0}>
      <summary>{words.add}</summary>
      <SearchForm part={part} change="step">
        <Kinds typed={typed.kind ?? STEP_KINDS[0]} language={language} />
        <LongField
          name="words"
          label={words.words}
          hint={words.wordsHint}
          value={typed.words ?? ""}
          problem={why === "words" ? words.problems.words : null}
        />
        <Field
          name="due"
          label={words.day}
          hint={words.dayHint}
          type="date"
          value={typed.due ?? ""}
          problem={why === "day" ? words.problems.day : null}
        />
        <button className="main">{words.save}</button>
      </SearchForm>
    </details>
  );
}

function Kinds({ typed, language }: { typed: string; language: Language }) {
  const words = homeSearchWords[language];
  return (
    <fieldset>
      <legend>{words.kind}</legend>
      {STEP_KINDS.map((kind) => (
        <label key={kind} className="tick">
          <input type="radio" name="kind" value={kind} defaultChecked={kind === typed} />
          {words.kinds[kind]}
        </label>
      ))}
    </fieldset>
  );
}

function Settle({ part }: PartProps) {
  const { search, language } = part;
  const words = homeSearchWords[language];
  return (
    <details>
      <summary>{words.settleTitle}</summary>
      <p>{words.settleHint}</p>
      <SearchForm part={part} change="settle" className="taps">
        {SEARCH_STATES.filter((state) => state !== search.search).map((state) => (
          <button key={state} name="as" value={state}>
            {words.settle[state]}
          </button>
        ))}
      </SearchForm>
    </details>
  );
}

type SearchFormProps = PartProps & { change: SearchChange; className?: string; children: ReactNode };

function SearchForm({ part: { ask, formKey }, change, className, children }: SearchFormProps) {
  return (
    <form method="post" action={`${ask}/search/${change}`} className={className} autoComplete="off">
      <input type="hidden" name="key" value={formKey} />
      {children}
    </form>
  );
}
