/** The form of one offer: the same for a new one and for another wording, by its kind. */
import { ASK_KINDS } from "~/domain/ask";
import type { OfferKind } from "~/domain/offer";
import type { Weekday } from "~/domain/zone";
import { askKindWords } from "~/text/ask-kinds";
import type { Language } from "~/text/language";
import { offersWords, type OfferProblem } from "~/text/offers";
import { capital, sayWeekday } from "~/text/say";
import { Area, EditForm, Input, NumberInput, Problem, Tick } from "~/ui/edit-fields";

const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export type OfferFormProps = {
  language: Language;
  kind: OfferKind;
  action: string;
  formKey: string;
  isNew: boolean;
  typed: Record<string, string>;
  problems: Record<string, OfferProblem>;
};

export function OfferForm({ language, kind, action, formKey, isNew, typed, problems }: OfferFormProps) {
  const words = offersWords[language];
  const said = Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, words.problems[problem]]),
  );
  return (
    <EditForm.Provider value={{ typed, problems: said }}>
      <form method="post" action={action}>
        <input type="hidden" name="key" value={formKey} />
        <Problem name="form" />
        <Area name="words" label={words.words} hint={words.wordsHints[kind]} />
        {kind === "nights" && <Input name="amount" label={words.amount} hint={words.amountHint} />}
        {kind === "ride" && <Ride language={language} chosen={typed.when ?? "any"} />}
        <fieldset>
          <legend>{words.helps}</legend>
          <Problem name="helps" />
          {ASK_KINDS.map((ask) => (
            <Tick key={ask} name={`helps-${ask}`}>
              {capital(askKindWords[language].kinds[ask])}
            </Tick>
          ))}
        </fieldset>
        <Input name="zips" label={words.zips} hint={words.zipsHint} />
        <Either
          name="once"
          legend={words.once}
          choices={[
            ["once", words.onlyOnce],
            ["again", words.again],
          ]}
          chosen={typed.once ?? (kind === "things" || kind === "nights" ? "once" : "again")}
        />
        <button className="main">{isNew ? words.save : words.saveChange}</button>
      </form>
    </EditForm.Provider>
  );
}

function Ride({ language, chosen }: { language: Language; chosen: string }) {
  const words = offersWords[language];
  return (
    <>
      <NumberInput name="seats" label={words.seats} />
      <NumberInput name="child-seats" label={`${words.childSeats} ${words.childSeatsHint}`} />
      <Either
        name="when"
        legend={words.when}
        choices={[
          ["any", words.anyTime],
          ["times", words.atTimes],
        ]}
        chosen={chosen}
      />
      <div className="days" role="group" aria-label={words.atTimes}>
        {WEEK.map((day) => (
          <Tick key={day} name={`day-${day}`}>
            {sayWeekday(day, language, "short")}
          </Tick>
        ))}
      </div>
      <div className="two">
        <Input name="from" label={words.from} type="time" />
        <Input name="until" label={words.until} type="time" />
      </div>
      <p className="hint">{words.timeHint}</p>
    </>
  );
}

type EitherProps = { name: string; legend: string; choices: [string, string][]; chosen: string };

function Either({ name, legend, choices, chosen }: EitherProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Problem name={name} />
      {choices.map(([value, label]) => (
        <label key={value} className="tick">
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
