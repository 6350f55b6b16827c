/** The note for callers: what it says now, and the form to change it, to take it away, or to take a change back. */
import type { ReactNode } from "react";
import type { Note, NoteProblem, TypedNote } from "~/domain/note";
import type { StaffPlace } from "~/domain/staff";
import { wallWords } from "~/text/board";
import { LANGUAGES, type Language } from "~/text/language";
import { languageName, noteSaid, noteTexts } from "~/text/note";
import type { Clock } from "~/text/say";
import { staffWords } from "~/text/staff";
import { StaffPage } from "~/ui/staff-page";

type NotePageProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  newKey: string;
  last: Note | null;
  isShown: boolean;
  undo: Pick<Note, "words" | "until"> | null;
  /** When tonight is over. */
  ends: number;
  again: { typed: TypedNote; problem: NoteProblem } | null;
  clock: Clock;
};

export function NotePage(page: NotePageProps) {
  const { language, name, place, last, isShown, undo, again } = page;
  const words = noteTexts[language];
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href={`/staff/places/${place.placeId}`}>{place.name}</a>
      </p>
      <h1>{words.title}</h1>
      <p>{noteSaid(isShown ? last : null, language)}</p>
      {last && <p className="saved">{savedWords(page, last)}</p>}
      {undo && (
        <NoteForm page={page}>
          {undo.words === null ? (
            <input type="hidden" name="clear" value="1" />
          ) : (
            <Before undo={undo} timeZone={place.timeZone} />
          )}
          <button>{words.undo}</button>
        </NoteForm>
      )}
      <NoteForm page={page}>
        {again && <p className="problem">{problemWords(again.problem, language)}</p>}
        <Fields page={page} />
        <button className="main">{words.save}</button>
      </NoteForm>
      {isShown && (
        <NoteForm page={page}>
          <input type="hidden" name="clear" value="1" />
          <button>{words.clear}</button>
        </NoteForm>
      )}
      <p className="actions">
        <a href={`/staff/places/${place.placeId}`}>{staffWords[language].no}</a>
      </p>
    </StaffPage>
  );
}

function Fields({ page }: { page: NotePageProps }) {
  const { language, place, last, isShown, again, ends, clock } = page;
  const words = noteTexts[language];
  const always = again ? again.typed.until === "always" : isShown && last?.until === null;
  const choices = [
    ["tonight", words.tonight(clock.until(ends)), !always],
    ["always", words.always, always],
  ] as const;
  return (
    <>
      <p id="note-hint">
        {words.hint} <b>{words.warning}</b>
      </p>
      {LANGUAGES.map((of) => (
        <div key={of} className="field">
          <label htmlFor={`note-${of}`}>{words.field(languageName(of, language))}</label>
          <textarea
            id={`note-${of}`}
            name={of}
            lang={of}
            rows={3}
            defaultValue={again ? again.typed.words[of] : isShown ? (last?.words?.[of] ?? "") : ""}
            aria-describedby="note-hint"
          />
        </div>
      ))}
      <p className="small">{words.only}</p>
      <input type="hidden" name="ends" value={wallWords(ends, place.timeZone)} />
      <fieldset>
        <legend>{words.until}</legend>
        {choices.map(([value, label, isChosen]) => (
          <label key={value} className="tick">
            <input type="radio" name="until" value={value} defaultChecked={isChosen} /> {label}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function Before({ undo, timeZone }: { undo: Pick<Note, "words" | "until">; timeZone: string }) {
  const until = undo.until ? wallWords(undo.until.getTime() / 1000, timeZone) : "always";
  return (
    <>
      {Object.entries(undo.words ?? {}).map(([of, text]) => (
        <input key={of} type="hidden" name={of} value={text} />
      ))}
      <input type="hidden" name="until" value={until} />
    </>
  );
}

function NoteForm({ page, children }: { page: NotePageProps; children: ReactNode }) {
  return (
    <form method="post" action={`/staff/places/${page.place.placeId}/note`}>
      <input type="hidden" name="key" value={page.newKey} />
      <input type="hidden" name="seen" value={page.last?.noteId ?? 0} />
      {children}
    </form>
  );
}

function savedWords({ language, isShown, clock }: NotePageProps, { saidAt, words, who }: Note): string {
  const texts = noteTexts[language];
  const at = clock.departs(saidAt.getTime() / 1000);
  if (words === null) return texts.takenAway(at, who);
  return isShown ? texts.saved(at, who) : texts.over(at, who);
}

function problemWords(problem: NoteProblem, language: Language): string {
  const words = noteTexts[language].problems;
  return problem.kind === "too-long"
    ? words["too-long"](languageName(problem.language, language), problem.length)
    : words[problem.kind];
}
