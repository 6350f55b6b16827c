/** The questions of each part of a place. */
import { useContext } from "react";
import { PETS } from "~/domain/party";
import { HOUSEHOLDS, UNITS } from "~/domain/pool";
import { countWords } from "~/text/count";
import { editQuestions, type EditQuestions } from "~/text/edit-questions";
import { LANGUAGES, OWN_NAMES, type Language } from "~/text/language";
import { spokenName, SPOKEN } from "~/text/spoken";
import { Area, Choice, EditForm, Input, NumberInput, rowsOf, Tick } from "~/ui/edit-fields";

type PartProps = { language: Language };

export function WordsPart({ language }: PartProps) {
  const words = editQuestions[language];
  return (
    <>
      <Input name="phone" label={words.phone} type="tel" />
      <Input name="website" label={words.website} />
      {LANGUAGES.map((other) => (
        <Area
          key={other}
          name={`about-${other}`}
          lang={other}
          label={words.about(OWN_NAMES[other])}
          hint={words.aboutHint}
        />
      ))}
      {LANGUAGES.map((other) => (
        <Area
          key={other}
          name={`rules-${other}`}
          lang={other}
          label={words.rules(OWN_NAMES[other])}
          hint={words.rulesHint}
        />
      ))}
      <fieldset>
        <legend>{words.speaks}</legend>
        {SPOKEN.map((code) => (
          <Tick key={code} name={`speaks-${code}`}>
            {spokenName(code, language)}
          </Tick>
        ))}
      </fieldset>
    </>
  );
}

const WHO = [
  "families",
  "adults-alone",
  "youth-alone",
  "couples",
  "fathers",
  "teen-boys",
  "keeps-together",
] as const;
const TERMS = ["wheelchair", ...PETS, "sobriety", "referral"] as const;
const LIMITS = ["min-age", "max-age", "max-people", "max-stay-nights"] as const;

export function WhoPart({ language }: PartProps) {
  const words = editQuestions[language];
  const answers = [
    ["", words.unknown] as [string, string],
    ["yes", words.yes] as [string, string],
    ["no", words.no] as [string, string],
  ];
  const ask = (name: keyof EditQuestions["ask"]) => (
    <Choice key={name} name={name} label={words.ask[name]} choices={answers} />
  );
  return (
    <>
      {WHO.map(ask)}
      <Choice
        name="gender"
        label={words.gender}
        choices={[["", words.unknown], ...Object.entries(words.genders)]}
      />
      <div className="two">
        {LIMITS.map((name) => (
          <NumberInput key={name} name={name} label={words.ask[name]} />
        ))}
      </div>
      {TERMS.map(ask)}
      <Choice
        name="papers"
        label={words.papers}
        choices={[["", words.unknown], ...Object.entries(words.papersKinds)]}
      />
      {LANGUAGES.map((other) => (
        <Area key={other} name={`papers-${other}`} lang={other} label={words.papersIn(OWN_NAMES[other])} />
      ))}
    </>
  );
}

export function UnitsPart({ language }: PartProps) {
  const words = editQuestions[language];
  const counts = countWords[language];
  const { typed } = useContext(EditForm);
  const rows = rowsOf(typed, "unit") + 1;
  const kinds = UNITS.map((unit): [string, string] => [unit, counts.units[unit][1]]);
  const whom = HOUSEHOLDS.map((household): [string, string] => [household, counts.households[household]]);
  return (
    <>
      <p>{words.units}</p>
      {Array.from({ length: rows }, (_, row) => (
        <fieldset key={row}>
          <legend>{words.unit(row + 1)}</legend>
          <div className="two">
            <Choice
              name={`unit-${row}-kind`}
              label={words.unitKind}
              choices={[["", words.choose], ...kinds]}
            />
            <Choice name={`unit-${row}-for`} label={words.unitFor} choices={[["", words.choose], ...whom]} />
            <NumberInput name={`unit-${row}-people`} label={words.people} />
            <NumberInput name={`unit-${row}-count`} label={words.count} />
          </div>
          {typed[`unit-${row}-count`] && <Tick name={`unit-${row}-gone`}>{words.gone}</Tick>}
        </fieldset>
      ))}
    </>
  );
}
