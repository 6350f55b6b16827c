/** What the staff of a place tell callers just now, in the reader's language, or as it is where it was given in no other. */
import { noteIn, type PlaceNote } from "~/domain/note";
import { noteTexts } from "~/text/note";
import type { Telling } from "~/ui/telling";

type NoteProps = { note: PlaceNote | null | undefined; telling: Pick<Telling, "language" | "clock" | "now"> };

export function PlaceNoteSaid({ note, telling }: NoteProps) {
  return note ? (
    <div className="place-note">
      <p>
        <b>{noteTexts[telling.language].fromPlace}:</b> <Words note={note} telling={telling} />
      </p>
    </div>
  ) : null;
}

/** On a card, which has five lines: there for who opens it. */
export function FoldedNote({ note, telling }: NoteProps) {
  return note ? (
    <details className="place-note">
      <summary>{noteTexts[telling.language].fold}</summary>
      <p>
        <Words note={note} telling={telling} />
      </p>
    </details>
  ) : null;
}

function Words({ note, telling: { language, clock, now } }: { note: PlaceNote } & Omit<NoteProps, "note">) {
  const said = noteIn(note.words, language);
  return (
    said && (
      <>
        <span lang={said.language === language ? undefined : said.language}>{said.text}</span>{" "}
        <small>{noteTexts[language].said(clock.at(note.saidAt, now))}</small>
      </>
    )
  );
}
