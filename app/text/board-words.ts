/** The board's own words: units for a night, what is not sent yet, what others changed. */
import type { Language } from "~/text/language";
import { aLas } from "~/text/say";

const en = {
  extraNow: (units: number, until: string) => `${units} extra ${until}`,
  extraTitle: "Extra for tonight",
  extraHint: "Mats or cots that you have only tonight. After that the count goes back by itself.",
  extraField: "How many extra",
  untilField: "Until when",
  extraSave: "Save extra",
  extraNone: "The extra ones are gone",
  undoExtra: (units: number) => `Undo: back to ${units} extra`,
  askExtra: (what: string, units: number) => `${what}: ${units} extra is more than you have on other nights.`,
  movedExtra: (what: string) =>
    `${what}: somebody saved something new. Look at it, then say it again if it is still right.`,
  unclearExtra: (typed: string) =>
    `"${typed}" is not a number of extra beds. Type a whole number, 0 or more.`,
  unclearUntil: (typed: string) => `"${typed}" is not a time we can read. Type it like 8 am.`,
  overAlready: (typed: string) =>
    `"${typed}" is not in the next 36 hours. Type until when you have them, like 8 am.`,
  noCountYet: "First say how many are taken. Then add the extra ones.",
  tooOld: "You said this more than three days ago. Look at the count as it is now, and say it again.",
  askLate: (mine: string) => `Somebody changed it since then. You wanted: ${mine}.`,
  saveWord: (mine: string) => `Save: ${mine}`,
  changed: (taken: number, who: string, at: string) => `${who} changed it to ${taken} taken, ${at}.`,
  /** Who said a count that came with the sample: nobody who works there. */
  sampleData: "the sample data",
  // What the small script says by itself.
  script: {
    sending: "Saving...",
    away: "Not sent yet. Keep this page open: we will send it when the network is back.",
    waits: "Not sent yet: it waits for your answer.",
    signedOut: "You were signed out. Sign in again: your changes are kept here, and we will send them then.",
    signIn: "Sign in",
    quiet: "We hear nothing from our server. What you see here may be old.",
    other: "Somebody else is signed in here now. Your changes wait until you sign in again.",
    theirs: "Another person's changes wait on this device. They are sent when that person signs in here.",
    lost: "We could not save this. Look at the count as it is now, and say it again. You wanted: #.",
  },
};

export type BoardWords = typeof en;

const es: BoardWords = {
  extraNow: (units, until) => `${units} extra ${until}`,
  extraTitle: "Extra para esta noche",
  extraHint: "Colchonetas o catres que hay solo esta noche. Después la cuenta vuelve sola a la de siempre.",
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
    `"${typed}" no cae en las próximas 36 horas. Escriba hasta qué hora los tienen, así: 8 am.`,
  noCountYet: "Primero diga cuántos están ocupados. Después agregue los extra.",
  tooOld: "Usted dijo esto hace más de tres días. Vea la cuenta como está ahora y dígalo otra vez.",
  askLate: (mine) => `Alguien lo cambió después. Usted quería: ${mine}.`,
  saveWord: (mine) => `Guardar: ${mine}`,
  changed: (taken, who, at) => `${who} lo cambió a ${taken} ocupados, ${aLas(at)}.`,
  sampleData: "los datos de muestra",
  script: {
    sending: "Guardando...",
    away: "Todavía no se ha mandado. Deje esta página abierta: lo mandamos cuando vuelva la red.",
    waits: "Todavía no se ha mandado: falta su respuesta.",
    signedOut: "Se cerró su sesión. Entre otra vez: sus cambios se quedan aquí y los mandamos entonces.",
    signIn: "Entrar",
    quiet: "No nos llega nada del servidor. Lo que ve aquí puede ser viejo.",
    other: "Ahora otra persona está en este aparato. Sus cambios esperan a que usted entre otra vez.",
    theirs: "Hay cambios de otra persona en este aparato. Se mandan cuando esa persona entre aquí.",
    lost: "No pudimos guardar esto. Vea la cuenta como está ahora y dígalo otra vez. Usted quería: #.",
  },
};

export const boardWords: Record<Language, BoardWords> = { en, es };
