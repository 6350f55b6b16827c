/** The search for a home that goes on after the nights: what coordinators write down, step by step. */
import type { SearchProblem, SearchState, StepKind } from "~/domain/home-search";
import type { Language } from "~/text/language";

const en = {
  title: "The search for a home",
  hint: "The family reads all of this on its own page. It is gone 3 days after its ask is over.",
  states: {
    "going-on": "The search goes on.",
    "has-a-home": "They have a home.",
    ended: "The family ended the search.",
  } satisfies Record<SearchState, string>,
  kinds: {
    apply: "Apply for a place",
    call: "Make a call",
    paper: "Get papers",
    other: "Something else",
    "follow-up": "Ask how it is going",
  } satisfies Record<StepKind, string>,
  none: "No step is written down yet.",
  due: (day: string) => `By ${day}`,
  late: (day: string) => `Was due on ${day}`,
  done: (day: string) => `Done on ${day}`,
  add: "Write down the next step",
  kind: "What kind of step?",
  words: "What is to be done, and by whom?",
  wordsHint: "No names of children.",
  day: "By when?",
  dayHint: "Leave it empty if there is no such day.",
  save: "Save this step",
  result: "What came of it?",
  doneTitle: "Tick off",
  doneNow: "It is done",
  write: "Write down or tick off steps",
  more: (count: number) => (count === 1 ? "And 1 more step." : `And ${count} more steps.`),
  saved: "Saved.",
  back: "The family's ask",
  settleTitle: "How does the search stand?",
  settleHint: "After a home, a step for a month later is added: ask how it is going.",
  settle: {
    "going-on": "It goes on again",
    "has-a-home": "They have a home",
    ended: "The family ends it",
  } satisfies Record<SearchState, string>,
  problems: {
    "old-form": "This page was open for too long. Look at it as it is now, and try again.",
    words: "Write what is to be done, in up to 600 letters.",
    day: "Choose a day, or leave it empty.",
    result: "Write up to 600 letters.",
    "too-many": "There are 200 steps already. No more can be kept.",
  } satisfies Record<SearchProblem, string>,
};

export type HomeSearchWords = typeof en;

const es: HomeSearchWords = {
  title: "La búsqueda de una casa",
  hint: "La familia lee todo esto en su propia página. Se borra 3 días después de terminar su pedido.",
  states: {
    "going-on": "La búsqueda sigue.",
    "has-a-home": "Ya tienen casa.",
    ended: "La familia terminó la búsqueda.",
  },
  kinds: {
    apply: "Pedir un lugar",
    call: "Hacer una llamada",
    paper: "Conseguir papeles",
    other: "Otra cosa",
    "follow-up": "Preguntar cómo les va",
  },
  none: "Todavía no hay pasos anotados.",
  due: (day) => `Antes del ${day}`,
  late: (day) => `Era para el ${day}`,
  done: (day) => `Hecho el ${day}`,
  add: "Anotar el paso que sigue",
  kind: "¿Qué clase de paso?",
  words: "¿Qué hay que hacer, y quién lo hace?",
  wordsHint: "Sin nombres de niños.",
  day: "¿Para cuándo?",
  dayHint: "Si no hay un día, déjelo vacío.",
  save: "Guardar este paso",
  result: "¿Qué resultó?",
  doneTitle: "Marcar",
  doneNow: "Ya está hecho",
  write: "Anotar o marcar pasos",
  more: (count) => (count === 1 ? "Y 1 paso más." : `Y ${count} pasos más.`),
  saved: "Guardado.",
  back: "El pedido de la familia",
  settleTitle: "¿Cómo va la búsqueda?",
  settleHint: "Después de una casa se agrega un paso para un mes más tarde: preguntar cómo les va.",
  settle: {
    "going-on": "Sigue otra vez",
    "has-a-home": "Ya tienen casa",
    ended: "La familia la termina",
  },
  problems: {
    "old-form": "Esta página estuvo abierta mucho tiempo. Mire cómo está ahora y pruebe otra vez.",
    words: "Escriba qué hay que hacer, en 600 letras como máximo.",
    day: "Elija un día, o déjelo vacío.",
    result: "Escriba hasta 600 letras.",
    "too-many": "Ya hay 200 pasos. No caben más.",
  },
};

export const homeSearchWords: Record<Language, HomeSearchWords> = { en, es };
