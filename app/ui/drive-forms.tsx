/** The forms of a new drive and of a new round. */
import type { ReactNode } from "react";
import { drivesWords, type DriveProblem } from "~/text/drives";
import type { Language } from "~/text/language";
import { Area, EditForm, Input, Problem } from "~/ui/edit-fields";

export type DriveFormProps = {
  language: Language;
  action: string;
  formKey: string;
  typed: Record<string, string>;
  problems: Record<string, DriveProblem>;
};

export function DriveForm(props: DriveFormProps) {
  const words = drivesWords[props.language];
  return (
    <Around {...props}>
      <Input name="name" label={words.name} hint={words.nameHint} />
      <Area name="needs" label={words.needs} hint={words.needsHint} />
      <Input name="dropOff" label={words.dropOffField} hint={words.dropOffHint} />
      <Input name="until" label={words.untilField} type="date" />
      <Area name="words" label={words.words} hint={words.wordsHint} />
      <button className="main">{words.startIt}</button>
    </Around>
  );
}

export function RoundForm(props: DriveFormProps) {
  const words = drivesWords[props.language];
  return (
    <Around {...props}>
      <Input name="name" label={words.name} />
      <div className="two">
        <Input name="day" label={words.day} type="date" />
        <Input name="from" label={words.from} type="time" />
      </div>
      <Input name="place" label={words.place} hint={words.placeHint} />
      <Area name="words" label={words.words} hint={words.roundWordsHint} />
      <button className="main">{words.planIt}</button>
    </Around>
  );
}

function Around({
  language,
  action,
  formKey,
  typed,
  problems,
  children,
}: DriveFormProps & { children: ReactNode }) {
  const words = drivesWords[language];
  const said = Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, words.problems[problem]]),
  );
  return (
    <EditForm.Provider value={{ typed, problems: said }}>
      <form method="post" action={action} autoComplete="off">
        <input type="hidden" name="key" value={formKey} />
        <Problem name="form" />
        {children}
      </form>
    </EditForm.Provider>
  );
}
