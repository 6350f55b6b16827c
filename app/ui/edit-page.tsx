/** Editing a place: what people read now, a form for each part, and what they would read then. */
import type { PlacePart, PlaceSheet } from "~/domain/place-sheet";
import { PLACE_PARTS } from "~/domain/place-sheet";
import type { StaffPlace } from "~/domain/staff";
import { editWords, type EditProblem } from "~/text/edit";
import type { Language } from "~/text/language";
import { clockOf } from "~/text/say";
import { EditForm } from "~/ui/edit-fields";
import { HoursPart } from "~/ui/edit-hours";
import { UnitsPart, WhoPart, WordsPart } from "~/ui/edit-parts";
import { EditPreview, type Seen } from "~/ui/edit-preview";
import { StaffPage } from "~/ui/staff-page";

type Frame = { language: Language; name: string; place: StaffPlace };

export type EditHomeProps = Frame & { seen: Seen; edits: PlaceSheet["edits"]; saved: boolean; now: number };

export function EditHome({ language, name, place, seen, edits, saved, now }: EditHomeProps) {
  const words = editWords[language];
  const clock = clockOf(language, place.timeZone);
  const back = `/staff/places/${place.placeId}`;
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href={back}>{place.name}</a>
      </p>
      <h1>{words.title}</h1>
      {saved && (
        <p role="status" className="saved">
          <strong>{words.saved}</strong>
        </p>
      )}
      <p>{words.hint}</p>
      <ul className="plain parts">
        {PLACE_PARTS.map((part) => (
          <li key={part}>
            <a href={`${back}/edit/${part}`}>{words.parts[part]}</a>
          </li>
        ))}
      </ul>
      <EditPreview seen={seen} language={language} />
      <h2>{words.edits}</h2>
      {edits.length === 0 && <p>{words.noEdits}</p>}
      <ul className="plain">
        {edits.map(({ part, at, who }) => (
          <li key={`${part} ${at.getTime()}`}>
            {words.edited(words.parts[part], who, clock.at(at.getTime() / 1000, now))}
          </li>
        ))}
      </ul>
    </StaffPage>
  );
}

export type EditTrouble = "movedOn" | "hasHolds" | "oldForm" | "same";

export type EditPartProps = Frame & {
  part: PlacePart;
  formKey: string;
  /** What the form was made from. */
  seenAs: string;
  typed: Record<string, string>;
  problems: { field: string; problem: EditProblem }[];
  trouble: EditTrouble | null;
  /** As it would be; null before it was asked for. */
  seen: Seen | null;
};

const QUESTIONS = { words: WordsPart, who: WhoPart, hours: HoursPart, units: UnitsPart };

export function EditPart(page: EditPartProps) {
  const { language, name, place, part, problems, trouble, seen } = page;
  const words = editWords[language];
  const home = `/staff/places/${place.placeId}/edit`;
  const sentences = Object.fromEntries(
    problems.map(({ field, problem }) => [field, words.problems[problem]]),
  );
  const Questions = QUESTIONS[part];
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href={home}>{words.title}</a>
      </p>
      <h1>
        {words.parts[part]}: {place.name}
      </h1>
      {trouble && (
        <p className="problem" role="status">
          <strong>{words[trouble]}</strong>
        </p>
      )}
      <ProblemList sentences={sentences} title={words.problemsTitle} />
      {seen && <Save page={page} seen={seen} />}
      <form method="post" action={`${home}/${part}`} className="edit" noValidate>
        {seen && <h2>{words.mend}</h2>}
        <Own page={page} step="see" />
        <EditForm.Provider value={{ typed: page.typed, problems: sentences }}>
          <Questions language={language} />
        </EditForm.Provider>
        <button className={seen ? undefined : "main"}>{words.see}</button>
        <p className="small">{words.seeHint}</p>
      </form>
    </StaffPage>
  );
}

/** Each leads to its field. */
function ProblemList({ sentences, title }: { sentences: Record<string, string>; title: string }) {
  if (Object.keys(sentences).length === 0) return null;
  return (
    <div className="problem" role="alert">
      <strong>{title}</strong>
      <ul>
        {Object.entries(sentences).map(([field, sentence]) => (
          <li key={field}>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was seen is what is saved: every answer goes along, hidden. */
function Save({ page, seen }: { page: EditPartProps; seen: Seen }) {
  const { language, place, part, typed } = page;
  const words = editWords[language];
  return (
    <>
      <EditPreview seen={seen} language={language} />
      <form method="post" action={`/staff/places/${place.placeId}/edit/${part}`}>
        <Own page={page} step="save" />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="main">{words.save}</button>
      </form>
    </>
  );
}

function Own({ page, step }: { page: EditPartProps; step: "see" | "save" }) {
  return (
    <>
      <input type="hidden" name="key" value={page.formKey} />
      <input type="hidden" name="seen" value={page.seenAs} />
      <input type="hidden" name="step" value={step} />
    </>
  );
}
