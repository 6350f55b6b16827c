/** What is asked before a change of the board is taken: whether a large one is right, or what to do where it has moved on. */
import type { StaffPlace } from "~/domain/staff";
import { poolName } from "~/text/board";
import type { Question } from "~/text/board-questions";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
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
  asks: Question | { kind: "unclear"; sentence: string };
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
        <p className="problem">{asks.sentence}</p>
        <a className="main" href={back}>
          {words.no}
        </a>
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
