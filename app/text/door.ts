/** What people can tell of a door they stood at, and what they are told then. */
import type { DoorWord } from "~/domain/door";
import type { Language } from "~/text/language";

type DoorTextWords = {
  title: string;
  ask: string;
  taps: Record<DoorWord, string>;
  hint: string;
  thanks: Record<DoorWord, string>;
  next: Record<DoorWord, string>;
  tooMany: string;
  again: string;
  others: string;
  back: string;
  /** For staff: how many said it. */
  counts: Record<DoorWord, (times: number) => string>;
  atDoor: (counts: string, age: string) => string;
};

const en: DoorTextWords = {
  title: "At the door",
  ask: "Were you at the door?",
  taps: { full: "They were full", closed: "They were closed", "got-in": "We got in" },
  hint: "No name needed. It helps the next family.",
  thanks: {
    full: "Thank you. We are sorry there was no room.",
    closed: "Thank you. We are sorry the door was closed.",
    "got-in": "Thank you. We are glad you are inside.",
  },
  next: {
    full: "Staff can see it. If one more family says so, we ask people to call first.",
    closed: "Staff can see it. If one more family says so, we ask people to call first.",
    "got-in": "So others can trust what they read here.",
  },
  tooMany: "Thank you, you told us a lot this hour. Tell us more later. If you need a place now, call 2-1-1.",
  again: "We did not get that. Please tap one of these answers.",
  others: "Find another warm place",
  back: "Back to this place",
  counts: {
    full: (times) => `${times} said full`,
    closed: (times) => `${times} said closed`,
    "got-in": (times) => `${times} got in`,
  },
  atDoor: (counts, age) => `At your door: ${counts}. The last one ${age} ago.`,
};

const es: DoorTextWords = {
  title: "En la puerta",
  ask: "¿Estuvo en la puerta?",
  taps: { full: "Estaba lleno", closed: "Estaba cerrado", "got-in": "Pudimos entrar" },
  hint: "Sin dar su nombre. Ayuda a la próxima familia.",
  thanks: {
    full: "Gracias. Sentimos mucho que no hubiera lugar.",
    closed: "Gracias. Sentimos mucho que estuviera cerrado.",
    "got-in": "Gracias. Nos alegra que ya estén adentro.",
  },
  next: {
    full: "El personal lo puede ver. Si otra familia dice lo mismo, pedimos que llamen primero.",
    closed: "El personal lo puede ver. Si otra familia dice lo mismo, pedimos que llamen primero.",
    "got-in": "Así otros pueden confiar en lo que leen aquí.",
  },
  tooMany:
    "Gracias, ya nos dijo mucho en esta hora. Díganos más después. Si necesita un lugar ahora, llame al 2-1-1.",
  again: "No nos llegó. Toque una de estas respuestas.",
  others: "Buscar otro lugar cálido",
  back: "Volver a este lugar",
  counts: {
    full: (times) => (times === 1 ? "1 dijo lleno" : `${times} dijeron lleno`),
    closed: (times) => (times === 1 ? "1 dijo cerrado" : `${times} dijeron cerrado`),
    "got-in": (times) => (times === 1 ? "1 pudo entrar" : `${times} pudieron entrar`),
  },
  atDoor: (counts, age) => `En su puerta: ${counts}. Lo último hace ${age}.`,
};

export const doorWords: Record<Language, DoorTextWords> = { en, es };
