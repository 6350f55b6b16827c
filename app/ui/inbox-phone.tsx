/** A hold for somebody on the phone: a few questions, then five words to read out. */
import type { EpochSeconds } from "~/domain/journey";
import { freeUnits, type Pool } from "~/domain/pool";
import type { StaffPlace } from "~/domain/staff";
import { formWords } from "~/text/form";
import { phoneWords } from "~/text/inbox-phone";
import type { Language } from "~/text/language";
import { poolName } from "~/text/board";
import { Field } from "~/ui/field";
import { StaffPage } from "~/ui/staff-page";

export type CallField = "pool" | "adults" | "children" | "when" | "contact";
type PhonePool = Omit<Pool, "lastReport">;

export type PhoneProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  pools: PhonePool[];
  formKey: string;
  /** When the page was made: "6:30" is counted from there, however often it is sent. */
  made: EpochSeconds;
  typed: Record<CallField, string>;
  /** Sentences, by the field they are about. */
  problems: Partial<Record<CallField | "form", string>>;
};

export function PhoneForm({ language, name, place, pools, formKey, made, typed, problems }: PhoneProps) {
  const words = phoneWords[language];
  const asks = formWords[language];
  const back = `/staff/places/${place.placeId}/holds`;
  const field = (of: CallField) => ({ name: of, value: typed[of], problem: problems[of] });
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href={back}>{words.list}</a>
      </p>
      <h1>{words.title}</h1>
      <p>{words.hint}</p>
      {problems.form && (
        <p className="problem" role="status">
          <strong>{problems.form}</strong>
        </p>
      )}
      {pools.length === 0 && <p>{words.noPools}</p>}
      {pools.length > 0 && (
        <form method="post" action={`${back}/phone`}>
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="made" value={made} />
          <Pools pools={pools} chosen={typed.pool} problem={problems.pool} language={language} />
          <Field {...field("adults")} label={asks.adults} inputMode="numeric" />
          <Field {...field("children")} label={asks.children} hint={asks.childrenHint} />
          <Field {...field("when")} label={words.when} hint={words.whenHint} autoComplete="off" />
          <Field {...field("contact")} label={words.contact} hint={words.contactHint} autoComplete="off" />
          <button className="main">{words.hold}</button>
        </form>
      )}
    </StaffPage>
  );
}

type PoolsProps = { pools: PhonePool[]; chosen: string; problem?: string; language: Language };

function Pools({ pools, chosen, problem, language }: PoolsProps) {
  const words = phoneWords[language];
  return (
    <fieldset className={problem ? "mend" : undefined} aria-describedby={problem && "pool-problem"}>
      <legend>{words.pool}</legend>
      {problem && (
        <strong id="pool-problem" className="problem">
          {problem}
        </strong>
      )}
      {pools.map((pool) => (
        <label key={pool.poolId} className="tick">
          <input
            type="radio"
            name="pool"
            value={pool.poolId}
            defaultChecked={pools.length === 1 || chosen === String(pool.poolId)}
          />
          {words.choice(poolName(pool, language), freeUnits(pool))}
        </label>
      ))}
    </fieldset>
  );
}
