/** The note for callers: what staff read while they write it, and what seekers read above it. */
import { LONGEST_NOTE, type Note } from "~/domain/note";
import { OWN_NAMES, isLanguage, type Language } from "~/text/language";
import { las } from "~/text/say";

const en = {
  title: "Note for callers",
  hint: "Families read it on your place's page, and before they call. Like: Ring the side door after 9 pm.",
  warning: "Everybody can read it. Leave out names, and addresses where people live.",
  field: (language: string) => `In ${language}`,
  only: "One language is enough. People who read the other one see it as it is.",
  until: "Show it",
  tonight: (until: string) => `Tonight, ${until}`,
  always: "Until I take it away",
  save: "Save the note",
  clear: "Take the note away",
  none: "No note now.",
  change: "Write or change the note",
  saved: (at: string, who: string) => `Saved ${at}, ${who}`,
  takenAway: (at: string, who: string) => `Taken away ${at}, ${who}`,
  over: (at: string, who: string) => `The last note was shown only for a time. Saved ${at}, ${who}`,
  undo: "Undo: as it was before",
  problems: {
    "too-long": (language: string, length: number) =>
      `The note in ${language} has ${length} letters. ${LONGEST_NOTE} fit: leave some out.`,
    empty: "Write the note in one language at least.",
    moved:
      "Somebody changed the note in the meantime. Look at it above. Yours is still here: save it again if you want it.",
    "old-form": "This page was open for too long. Look at the note as it is now, and try again.",
  },
  fromPlace: "The place says",
  fold: "A note from this place",
  said: (at: string) => `Said ${at}.`,
  logNote: "note for callers",
  logNoNote: "note taken away",
};

export type NoteTexts = typeof en;

const es: NoteTexts = {
  title: "Aviso para quien llama",
  hint: "Las familias lo leen en la página de su lugar y antes de llamar. Por ejemplo: Toque en la puerta de al lado después de las 9 pm.",
  warning: "Todos lo pueden leer. No ponga nombres ni direcciones donde vive gente.",
  field: (language) => `En ${language}`,
  only: "Basta un idioma. Quien lee el otro lo ve tal como está.",
  until: "Mostrarlo",
  tonight: (until) => `Esta noche, ${until}`,
  always: "Hasta que yo lo quite",
  save: "Guardar el aviso",
  clear: "Quitar el aviso",
  none: "Ahora no hay aviso.",
  change: "Escribir o cambiar el aviso",
  saved: (at, who) => `Guardado a ${las(at)}, ${who}`,
  takenAway: (at, who) => `Quitado a ${las(at)}, ${who}`,
  over: (at, who) => `El último aviso era solo por un tiempo. Guardado a ${las(at)}, ${who}`,
  undo: "Deshacer: como estaba antes",
  problems: {
    "too-long": (language, length) =>
      `El aviso en ${language} tiene ${length} letras. Caben ${LONGEST_NOTE}: quite algunas.`,
    empty: "Escriba el aviso al menos en un idioma.",
    moved:
      "Alguien cambió el aviso mientras tanto. Véalo arriba. El suyo sigue aquí: guárdelo otra vez si lo quiere.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Vea el aviso como está ahora y pruebe otra vez.",
  },
  fromPlace: "El lugar avisa",
  fold: "Un aviso de este lugar",
  said: (at) => `Dicho ${at}.`,
  logNote: "aviso para quien llama",
  logNoNote: "aviso quitado",
};

export const noteTexts: Record<Language, NoteTexts> = { en, es };

/** "English", "inglés": the name of a note's language in the reader's. */
const NAMES: Record<Language, Record<Language, string>> = {
  en: { en: "English", es: "Spanish" },
  es: { en: "inglés", es: "español" },
};

export function languageName(of: string, language: Language): string {
  return isLanguage(of) ? NAMES[language][of] : of;
}

/** All that a note says, for its staff: "English: Ring the side door. Español: Toque ..." */
export function noteSaid(note: Pick<Note, "words"> | null, language: Language): string {
  const given = Object.entries(note?.words ?? {});
  if (given.length === 0) return noteTexts[language].none;
  return given.map(([of, text]) => `${isLanguage(of) ? OWN_NAMES[of] : of}: ${text}`).join(" / ");
}
