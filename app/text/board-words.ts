/** The board's own words: units for a night, what is not sent yet, what others changed. */
import type { Language } from "~/text/language";
import { aLas } from "~/text/say";

const en = {
  extraNow: (units: number, until: string) => `${units} extra ${until}`,
  extraTitle: "Extra for tonight",
  extraHint: "Mats or cots that are there tonight only. Then the count goes back by itself.",
  extraField: "How many extra",
  untilField: "Until when",
  extraSave: "Save extra",
  extraNone: "No extra any more",
  undoExtra: (units: number) => `Undo: back to ${units} extra`,
  askExtra: (what: string, units: number) => `${what}: ${units} extra is more than you have on other nights.`,
  movedExtra: (what: string) =>
    `${what}: somebody saved something new. Look at it, then say it again if it is still right.`,
  unclearExtra: (typed: string) =>
    `"${typed}" is not a number of extra beds. Type a whole number, 0 or more.`,
  unclearUntil: (typed: string) => `"${typed}" is not a time we can read. Type it like 8 am.`,
  overAlready: (typed: string) =>
    `"${typed}" is not in the next 36 hours. Type when the extra ones go, like 8 am.`,
  noCountYet: "First say how many are taken. Then add the extra ones.",
  tooOld: "This was said over three days ago. Look at the count as it is now, and say it again.",
  askLate: (mine: string) => `Somebody said another word since. You wanted: ${mine}.`,
  saveWord: (mine: string) => `Save: ${mine}`,
  changed: (taken: number, who: string, at: string) => `Changed to ${taken} taken by ${who}, ${at}.`,
  // What the small script says by itself.
  script: {
    sending: "Saving...",
    away: "Not sent yet: we send it when the network is back.",
    waits: "Not sent yet: it waits for your answer.",
    signedOut: "You were signed out. Sign in again: what you said is kept here and sent then.",
    signIn: "Sign in",
    other: "Somebody else is signed in here now. What you said waits until you sign in again.",
    theirs: "Another person's changes wait on this device. They are sent when that person signs in here.",
    lost: "We could not save this. Look at the count as it is now, and say it again. You wanted: #.",
  },
};

export type BoardWords = typeof en;

const es: BoardWords = {
  extraNow: (units, until) => `${units} extra ${until}`,
  extraTitle: "Extra para esta noche",
  extraHint: "Colchonetas o catres que hay solo esta noche. Después la cuenta vuelve sola.",
  extraField: "Cuántos extra",
  untilField: "Hasta qué hora",
  extraSave: "Guardar extra",
  extraNone: "Ya no hay extra",
  undoExtra: (units) => `Deshacer: otra vez ${units} extra`,
  askExtra: (what, units) => `${what}: ${units} extra es más de lo que hay otras noches.`,
  movedExtra: (what) => `${what}: alguien guardó algo nuevo. Véalo, y si todavía es así, dígalo otra vez.`,
  unclearExtra: (typed) => `"${typed}" no es un número de camas extra. Escriba un número entero, 0 o más.`,
  unclearUntil: (typed) => `"${typed}" no es una hora que entendamos. Escríbala así: 8 am.`,
  overAlready: (typed) =>
    `"${typed}" no cae en las próximas 36 horas. Escriba hasta cuándo están, así: 8 am.`,
  noCountYet: "Primero diga cuántos están ocupados. Después agregue los extra.",
  tooOld: "Esto se dijo hace más de tres días. Vea la cuenta como está ahora y dígalo otra vez.",
  askLate: (mine) => `Alguien dijo otra cosa después. Usted quería: ${mine}.`,
  saveWord: (mine) => `Guardar: ${mine}`,
  changed: (taken, who, at) => `${who} lo cambió a ${taken} ocupados, ${aLas(at)}.`,
  script: {
    sending: "Guardando...",
    away: "Todavía no se manda: se manda cuando vuelva la red.",
    waits: "Todavía no se manda: espera su respuesta.",
    signedOut: "Se cerró su sesión. Entre otra vez: lo que dijo se queda aquí y se manda entonces.",
    signIn: "Entrar",
    other: "Ahora otra persona está en este aparato. Lo que usted dijo espera a que entre otra vez.",
    theirs: "Hay cambios de otra persona en este aparato. Se mandan cuando esa persona entre aquí.",
    lost: "No pudimos guardar esto. Vea la cuenta como está ahora y dígalo otra vez. Usted quería: #.",
  },
};

export const boardWords: Record<Language, BoardWords> = { en, es };
