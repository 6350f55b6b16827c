/** What a volunteer reads who calls places whose count is old: whom, what to say, and what came of it. */
import type { CallResult } from "~/domain/call";
import type { Language } from "~/text/language";

export type CallProblem =
  "no-number" | "out-of-range" | "old-form" | "taken" | "counted" | "not-yours" | "moved-on";

const en = {
  title: "Calls to make",
  why: "Counts grow old. One short call can save a family a trip to a closed door.",
  none: "All counts are fresh, or somebody has just called. Thank you. Look again later.",
  never: "Nobody has ever counted here.",
  counted: (age: string) => `Last count ${age} ago.`,
  lastTry: (what: string, age: string) => `${what}, ${age} ago.`,
  tried: {
    counted: "A volunteer got through",
    "no-answer": "Nobody answered",
    "wrong-number": "Somebody said the number is wrong",
    "will-not-say": "They would not say",
  } satisfies Record<CallResult, string>,
  take: (name: string) => `I call ${name}`,
  yours: (until: string) => `This call is yours ${until}. Then somebody else may take it.`,
  script: "What to say",
  lines: (group: string) => [
    `“Hello, I am a volunteer with ${group}. Families ask us where there is room tonight.”`,
    "“May I ask how many are free right now?” Ask for each kind below.",
    "“Thank you. It will be on the map as told to a volunteer.”",
  ],
  silent: "Do not talk about any person or family. If they ask for a name, say you do not have one.",
  free: (what: string, most: number) => `Free now: ${what} (of ${most})`,
  freeHint: "As they say it. Leave it empty if they did not say. Do not take off holds: we do that.",
  or: "Or",
  results: {
    counted: "Save what they said",
    "no-answer": "I can’t get through",
    "will-not-say": "They do not want to say",
    "wrong-number": "The number is wrong",
  } satisfies Record<CallResult, string>,
  release: "Back to the list",
  thanks: "Saved. It shows as told to a volunteer who called.",
  noted: "Noted. Thank you for trying.",
  problems: {
    "no-number": "Type a number for at least one kind, or choose one of the answers below.",
    "out-of-range": "Type whole numbers from 0 up to the number beside each kind.",
    "old-form": "This page was open for too long. Look at it as it is now.",
    taken: "Somebody else has just taken this call.",
    counted: "It has just been counted. This call is not needed any more.",
    "not-yours": "Your ten minutes were over, and somebody else took this call.",
    "moved-on": "The staff counted while you called. Their number stands. Thank you.",
  } satisfies Record<CallProblem, string>,
};

export type CallsWords = typeof en;

const es: CallsWords = {
  title: "Llamadas por hacer",
  why: "Los datos envejecen. Una llamada corta le ahorra a una familia ir a una puerta cerrada.",
  none: "Todos los datos son recientes, o alguien acaba de llamar. Gracias. Vuelva a ver más tarde.",
  never: "Aquí nadie ha contado todavía.",
  counted: (age) => `Último dato hace ${age}.`,
  lastTry: (what, age) => `${what}, hace ${age}.`,
  tried: {
    counted: "Alguien logró hablar con ellos",
    "no-answer": "Nadie contestó",
    "wrong-number": "Alguien dijo que el número está mal",
    "will-not-say": "No quisieron decir",
  },
  take: (name) => `Yo llamo a ${name}`,
  yours: (until) => `Esta llamada es suya ${until}. Después la puede tomar otra persona.`,
  script: "Qué decir",
  lines: (group) => [
    `“Hola, ayudo con ${group}. Hay familias que nos preguntan dónde hay lugar esta noche.”`,
    "“¿Me puede decir cuántos hay libres ahora?” Pregunte por cada tipo de abajo.",
    "“Gracias. En el mapa va a decir que lo confirmó una persona voluntaria.”",
  ],
  silent: "No hable de ninguna persona ni familia. Si le piden un nombre, diga que no lo tiene.",
  free: (what, most) => `Libres ahora: ${what} (de ${most})`,
  freeHint: "Como se lo digan. Déjelo vacío si no le dijeron. No quite los apartados: eso lo hacemos aquí.",
  or: "O",
  results: {
    counted: "Guardar lo que dijeron",
    "no-answer": "No contestan",
    "will-not-say": "No quieren decir",
    "wrong-number": "El número está mal",
  },
  release: "Volver a la lista",
  thanks: "Guardado. Sale como confirmado por una persona voluntaria por teléfono.",
  noted: "Anotado. Gracias por intentarlo.",
  problems: {
    "no-number": "Escriba un número en al menos un tipo, o elija una de las respuestas de abajo.",
    "out-of-range": "Escriba números enteros, de 0 hasta el número que está junto a cada tipo.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Véala como está ahora.",
    taken: "Otra persona acaba de tomar esta llamada.",
    counted: "Lo acaban de contar. Esta llamada ya no hace falta.",
    "not-yours": "Se acabaron sus diez minutos y otra persona tomó esta llamada.",
    "moved-on": "El personal contó mientras usted llamaba. Queda el número de ellos. Gracias.",
  },
};

export const callsWords: Record<Language, CallsWords> = { en, es };
