/** The search for a home that goes on: the steps, the next one first, and how it stands. */
import { SEARCH_STATES, STEP_KINDS, type HomeStep } from "~/domain/stay";
import type { LocalDate } from "~/domain/zone";
import { localTime } from "~/domain/zone";
import { homeSearchWords } from "~/text/home-search";
import type { Language } from "~/text/language";
import { stayPageWords } from "~/text/stay-page";
import { Field } from "~/ui/field";
import { LongField } from "~/ui/long-field";
import { dayWords } from "~/ui/room-days";
import { Said, StayForm, typedIn, type StayPart } from "~/ui/stay-page";
import { stepWords } from "~/ui/stays-page";
import { nearDay } from "~/ui/stay-days";

type PartProps = { part: StayPart };

export function HomeSearch({ part }: PartProps) {
  const { search, language, now, timeZone } = part;
  const words = homeSearchWords[language];
  if (!search) return null;
  const today = localTime(now.getTime() / 1000, timeZone).date;
  const [open, done] = [
    search.steps.filter(({ doneAt }) => doneAt === null),
    search.steps.filter(({ doneAt }) => doneAt !== null),
  ];
  return (
    <section id="search" aria-labelledby="search-title">
      <h2 id="search-title">{words.title}</h2>
      <p className="small">{words.hint}</p>
      <Said part={part} of={["step", "done", "settle"]} />
      {search.search && (
        <p>
          <strong>{words.states[search.search]}</strong>
        </p>
      )}
      {search.steps.length === 0 && <p>{words.none}</p>}
      {open.map((step) => (
        <OpenStep key={step.stepId} step={step} part={part} today={today} />
      ))}
      <ul className="log">
        {done.map((step) => (
          <li key={step.stepId}>
            {`${stepWords(step, language)}. ${words.done(dayWords(step.doneAt!, language, timeZone))}.`}
            {step.result && ` ${step.result}`}
          </li>
        ))}
      </ul>
      <AddStep part={part} />
      <Settle part={part} />
    </section>
  );
}

function OpenStep({ step, part, today }: PartProps & { step: HomeStep; today: LocalDate }) {
  const { language, problem } = part;
  const words = homeSearchWords[language];
  const number = String(step.stepId);
  const typed = typedIn(part, "done", ["number", number]);
  const isProblem = Object.keys(typed).length > 0;
  return (
    <div className="was">
      <p>
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
        <StayForm part={part} change="done">
          <input type="hidden" name="number" value={number} />
          <Field
            name="result"
            id={`result-${number}`}
            label={words.result}
            value={typed.result ?? ""}
            problem={isProblem && problem ? stayPageWords[language].problems[problem.why] : null}
          />
          <button>{words.doneNow}</button>
        </StayForm>
      </details>
    </div>
  );
}

export function dueWords(dueOn: LocalDate, today: LocalDate, language: Language): string {
  const words = homeSearchWords[language];
  return (dueOn < today ? words.late : words.due)(nearDay(dueOn, language));
}

function AddStep({ part }: PartProps) {
  const { language, problem } = part;
  const words = homeSearchWords[language];
  const typed = typedIn(part, "step");
  return (
    <details open={problem?.change === "step"}>
      <summary>{words.add}</summary>
      <StayForm part={part} change="step">
        <fieldset>
          <legend>{words.kind}</legend>
          {STEP_KINDS.map((kind) => (
            <label key={kind} className="tick">
              <input
                type="radio"
                name="kind"
                value={kind}
                defaultChecked={kind === (typed.kind ?? STEP_KINDS[0])}
              />
              {words.kinds[kind]}
            </label>
          ))}
        </fieldset>
        <LongField
          name="words"
          label={words.words}
          hint={words.wordsHint}
          value={typed.words ?? ""}
          problem={problem?.why === "words" ? stayPageWords[language].problems.words : null}
        />
        <Field name="due" label={words.day} type="date" value={typed.due ?? ""} />
        <button>{words.save}</button>
      </StayForm>
    </details>
  );
}

function Settle({ part }: PartProps) {
  const { search, language } = part;
  const words = homeSearchWords[language];
  return (
    <details>
      <summary>{words.settleTitle}</summary>
      <p>{words.settleHint}</p>
      <StayForm part={part} change="settle" className="taps">
        {SEARCH_STATES.filter((state) => state !== search?.search).map((state) => (
          <button key={state} name="as" value={state}>
            {words.settle[state]}
          </button>
        ))}
      </StayForm>
    </details>
  );
}
