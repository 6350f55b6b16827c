/** The questions about hours: rows of days and times, days that are different, and the cold. */
import { useContext } from "react";
import type { Weekday } from "~/domain/zone";
import { editQuestions } from "~/text/edit-questions";
import type { Language } from "~/text/language";
import { sayWeekday } from "~/text/say";
import { EditForm, Input, NumberInput, Problem, rowsOf, Tick } from "~/ui/edit-fields";

const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export function HoursPart({ language }: { language: Language }) {
  const words = editQuestions[language];
  const { typed } = useContext(EditForm);
  return (
    <>
      <h2>{words.open}</h2>
      <p>{words.openHint}</p>
      <Spans name="open" language={language} />
      <h2>{words.letIn}</h2>
      <p>{words.letInHint}</p>
      <Spans name="in" language={language} />
      <h2>{words.dates}</h2>
      <p>{words.datesHint}</p>
      {Array.from({ length: rowsOf(typed, "date") + 1 }, (_, row) => (
        <div key={row} className="two three">
          <Input name={`date-${row}-on`} label={words.date} type="date" />
          <Input name={`date-${row}-from`} label={words.from} type="time" />
          <Input name={`date-${row}-until`} label={words.until} type="time" />
        </div>
      ))}
      <h2>{words.rule}</h2>
      <Tick name="rule">{words.rule}</Tick>
      <div className="two">
        <NumberInput name="rule-low" label={words.ruleLow} />
        <Input name="rule-decided" label={words.ruleDecided} type="time" />
      </div>
    </>
  );
}

function Spans({ name, language }: { name: string; language: Language }) {
  const words = editQuestions[language];
  const { typed } = useContext(EditForm);
  return Array.from({ length: rowsOf(typed, name) + 1 }, (_, at) => `${name}-${at}`).map((row, at) => (
    <fieldset key={row}>
      <legend>{words.row(at + 1)}</legend>
      <Problem name={`${row}-day-1`} />
      <div className="days" role="group" aria-label={words.days}>
        {WEEK.map((day) => (
          <Tick key={day} name={`${row}-day-${day}`}>
            {sayWeekday(day, language, "short")}
          </Tick>
        ))}
      </div>
      <div className="two">
        <Input name={`${row}-from`} label={words.from} type="time" />
        <Input name={`${row}-until`} label={words.until} type="time" />
      </div>
      <details open={Boolean(typed[`${row}-first`] || typed[`${row}-last`])}>
        <summary>{words.season}</summary>
        <div className="two">
          <Input name={`${row}-first`} label={words.first} type="date" />
          <Input name={`${row}-last`} label={words.last} type="date" />
        </div>
      </details>
    </fieldset>
  ));
}
