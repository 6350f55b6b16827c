/** What is asked before a change of the board is taken: whether a large one is right, or what to do where it has moved on. */
import type { StaffPlace } from "~/domain/staff";
import { poolName } from "~/text/board";
import type { Question, ToMend } from "~/text/board-questions";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
import { Field } from "~/ui/field";
import { StaffPage } from "~/ui/staff-page";

/** The address of the question, come to without one. */
export function NothingAsked({ language, back }: { language: Language; back: string }) {
  const words = staffWords[language];
  return (
    <StaffPage language={language} name={null}>
      <h1>{words.oldForm}</h1>
      <a className="main" href={back}>
        {words.no}
      </a>
    </StaffPage>
  );
}

export type BoardQuestionProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  pool: Parameters<typeof poolName>[0] | null;
  asks: Question | { kind: "unclear"; typed: string | null; sentence: string; toMend: ToMend | null };
  /** Of the form that says yes. */
  newKey: string;
};

export function BoardQuestion({ language, name, place, pool, asks, newKey }: BoardQuestionProps) {
  const words = staffWords[language];
  const back = `/staff/places/${place.placeId}`;
  if (asks.kind === "unclear") {
    return (
      <StaffPage language={language} name={name}>
        <h1>{pool ? poolName(pool, language) : place.name}</h1>
        {asks.toMend ? (
          <Mend {...asks} toMend={asks.toMend} at={back} newKey={newKey} />
        ) : (
          <p className="problem">{asks.sentence}</p>
        )}
        <p className="actions">
          <a href={back}>{words.no}</a>
        </p>
      </StaffPage>
    );
  }
  return (
    <StaffPage language={language} name={name}>
      <h1>{asks.title}</h1>
      <p>{asks.sentence}</p>
      <form method="post" action={`${back}/${asks.to}`}>
        <input type="hidden" name="key" value={newKey} />
        {Object.entries(asks.fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <button className="main">{asks.yes}</button>
      </form>
      <p className="actions">
        <a href={back}>{asks.no}</a>
      </p>
    </StaffPage>
  );
}

type MendProps = { toMend: ToMend; typed: string | null; sentence: string; at: string; newKey: string };

/** The same fields with what was typed, and what is wrong with it. */
function Mend({ toMend: { to, seen, fields, save }, typed, sentence, at, newKey }: MendProps) {
  const wrong = fields.find((field) => field.typed === typed)?.name;
  return (
    <form method="post" action={`${at}/${to}`}>
      <input type="hidden" name="key" value={newKey} />
      {Object.entries(seen).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!wrong && <p className="problem">{sentence}</p>}
      {fields.map((field) => (
        <Field
          key={field.name}
          name={field.name}
          label={field.label}
          value={field.typed}
          problem={field.name === wrong ? sentence : null}
          inputMode={field.name === "until" ? undefined : "numeric"}
          autoComplete="off"
        />
      ))}
      <button className="main">{save}</button>
    </form>
  );
}
