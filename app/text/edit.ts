/** What managers read while they change what people read of their place. */
import type { PlacePart } from "~/domain/place-sheet";
import type { Language } from "~/text/language";

/** What cannot be read of what was typed. */
export type EditProblem =
  | "phone"
  | "website"
  | "english"
  | "too-long"
  | "number"
  | "ages"
  | "papers"
  | "papers-uneven"
  | "days"
  | "time"
  | "date"
  | "date-twice"
  | "season"
  | "choose"
  | "twice";

const en = {
  title: "What people read about this place",
  hint: "Every change is shown to you first, as people will read it. We keep who changed what.",
  parts: {
    words: "Phone, words and languages",
    who: "Who can come",
    hours: "Hours",
    units: "Rooms and beds",
  } satisfies Record<PlacePart, string>,
  asSeen: "As people read it",
  everyDay: "Every day",
  dayAndNight: "day and night",
  see: "See it as people will read it",
  seeHint: "Nothing is saved yet.",
  save: "Save it",
  mend: "Change it again",
  saved: "Saved. People read it now.",
  edits: "Who changed what",
  noEdits: "Nobody has changed anything here yet.",
  edited: (part: string, who: string, when: string) => `${when}: ${who}, ${part}`,
  problemsTitle: "Please look at these again",
  movedOn:
    "Somebody changed this in the meantime. What you typed is still here. Look at it again, then save.",
  hasHolds: "One of the kinds you took away is held for somebody right now. Try again when they are in.",
  oldForm: "This page was open for too long. What you typed is still here: look at it again, then save.",
  same: "This is how it is now: there is nothing to save.",
  problems: {
    phone: "This is not a phone number. Write it like (816) 555-0100.",
    website: "This is not a web address. It begins with https://",
    english: "Please write it in English too.",
    "too-long": "This is too long. Use at most 1,000 letters.",
    number: "Type a whole number.",
    ages: "The oldest age is less than the youngest.",
    papers: "Write the papers you ask for, one a line, in English.",
    "papers-uneven": "Write as many papers here as in English, in the same order.",
    days: "Tick the days.",
    time: "Write a time like 18:00.",
    date: "Write a day like 2026-12-24.",
    "date-twice": "This day is here twice.",
    season: "The last day is before the first.",
    choose: "Choose one.",
    twice: "This kind is here twice. Put the numbers together.",
  } satisfies Record<EditProblem, string>,
};

export type EditWords = typeof en;

const es: EditWords = {
  title: "Lo que la gente lee de este lugar",
  hint: "Primero le mostramos cada cambio, como lo va a leer la gente. Guardamos quién cambió qué.",
  parts: {
    words: "Teléfono, textos e idiomas",
    who: "Quién puede venir",
    hours: "Horario",
    units: "Cuartos y camas",
  },
  asSeen: "Así lo lee la gente",
  everyDay: "Todos los días",
  dayAndNight: "de día y de noche",
  see: "Ver cómo lo va a leer la gente",
  seeHint: "Todavía no se guarda nada.",
  save: "Guardar",
  mend: "Cambiarlo otra vez",
  saved: "Guardado. La gente ya lo lee así.",
  edits: "Quién cambió qué",
  noEdits: "Aquí nadie ha cambiado nada todavía.",
  edited: (part, who, when) => `${when}: ${who}, ${part}`,
  problemsTitle: "Por favor vea esto otra vez",
  movedOn: "Alguien lo cambió mientras tanto. Lo que usted escribió sigue aquí. Véalo otra vez y guárdelo.",
  hasHolds: "Uno de los que quitó está apartado para alguien. Pruebe otra vez cuando haya llegado.",
  oldForm: "Esta página estuvo abierta mucho tiempo. Lo que escribió sigue aquí: véalo otra vez y guárdelo.",
  same: "Así está ahora: no hay nada que guardar.",
  problems: {
    phone: "Esto no es un teléfono. Escríbalo como (816) 555-0100.",
    website: "Esto no es una página web. Empieza con https://",
    english: "Por favor escríbalo también en inglés.",
    "too-long": "Es demasiado largo. Use 1,000 letras o menos.",
    number: "Escriba un número entero.",
    ages: "La edad más alta es menor que la más baja.",
    papers: "Escriba los documentos que piden, uno por línea, en inglés.",
    "papers-uneven": "Escriba aquí los mismos documentos que en inglés, en el mismo orden.",
    days: "Marque los días.",
    time: "Escriba una hora como 18:00.",
    date: "Escriba un día como 2026-12-24.",
    "date-twice": "Este día está dos veces.",
    season: "El último día es antes del primero.",
    choose: "Escoja una opción.",
    twice: "Este tipo está dos veces. Junte los números.",
  },
};

export const editWords: Record<Language, EditWords> = { en, es };
