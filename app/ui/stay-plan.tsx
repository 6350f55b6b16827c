/** Nights for a family: the form, as it was typed. */
import { VENDOR_KINDS } from "~/domain/stay";
import type { StaySheet } from "~/domain/stay-sheet";
import { staysWords, type PlanField, type PlanRefused } from "~/text/stays";
import { Field } from "~/ui/field";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { StayLine } from "~/ui/stays-page";

export type StayPlanProps = Omit<GroupPageProps, "children"> & {
  askId: string;
  /** The ask is over. */
  isClosed: boolean;
  /** What there is for them already. */
  stays: StaySheet[];
  timeZone: string;
  now: Date;
  formKey: string;
  typed: Record<string, string>;
  problems: PlanField[];
  refused: PlanRefused | null;
};

export function StayPlan(page: StayPlanProps) {
  const { language, group, askId, isClosed, stays, refused } = page;
  const words = staysWords[language];
  return (
    <GroupPage {...page}>
      <p className="back">
        <a href={`/group/${group.groupId}/asks/${askId}`}>{words.back}</a>
      </p>
      <h1>{words.planTitle}</h1>
      {refused && (
        <p className="caution" role="alert">
          {words.refused[refused]}
        </p>
      )}
      {stays.length > 0 && (
        <section aria-labelledby="so-far">
          <h2 id="so-far">{words.soFar}</h2>
          <ul className="desk-lines">
            {stays.map((stay) => (
              <StayLine key={stay.stayId} stay={stay} page={page} />
            ))}
          </ul>
        </section>
      )}
      {isClosed && !refused ? <p>{words.closed}</p> : <PlanForm page={page} />}
    </GroupPage>
  );
}

function PlanForm({ page }: { page: StayPlanProps }) {
  const { language, formKey, typed } = page;
  const words = staysWords[language];
  return (
    <form method="post" autoComplete="off">
      <p>{words.planHint}</p>
      <input type="hidden" name="key" value={formKey} />
      <fieldset>
        <legend>{words.kind}</legend>
        {VENDOR_KINDS.map((kind) => (
          <label key={kind} className="tick">
            <input type="radio" name="kind" value={kind} defaultChecked={kind === typed.kind} />
            {words.kinds[kind]}
          </label>
        ))}
      </fieldset>
      <PlanInput page={page} name="vendor" label={words.vendor} />
      <PlanInput page={page} name="phone" label={words.phone} hint={words.phoneHint} type="tel" />
      <PlanInput page={page} name="address" label={words.address} hint={words.addressHint} />
      <PlanInput page={page} name="arrives" label={words.arrives} type="date" />
      <PlanInput page={page} name="nights" label={words.nightsField} inputMode="numeric" />
      <PlanInput page={page} name="until" label={words.until} type="time" />
      <PlanInput page={page} name="night" label={words.night} hint={words.nightHint} inputMode="decimal" />
      <PlanInput
        page={page}
        name="deposit"
        label={words.deposit}
        hint={words.depositHint}
        inputMode="decimal"
      />
      <button className="main">{words.save}</button>
    </form>
  );
}

type PlanInputProps = {
  page: StayPlanProps;
  name: PlanField;
  label: string;
  hint?: string;
  type?: "tel" | "date" | "time";
  inputMode?: "numeric" | "decimal";
};

function PlanInput({ page: { language, typed, problems }, name, ...more }: PlanInputProps) {
  const problem = problems.includes(name) ? staysWords[language].problems[name] : null;
  return <Field name={name} value={typed[name] ?? ""} problem={problem} {...more} />;
}
