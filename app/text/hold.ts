/** Asking a place to hold room: what is asked, what can come of it, and where to go on then. */
import type { Household, Unit } from "~/domain/pool";
import { countWords } from "~/text/count";
import type { Language } from "~/text/language";

/** Why it was not held; each with what to do now. */
export type NotHeld =
  | "full"
  | "too-many-requests"
  | "many-from-here"
  | "call-first"
  | "has-hold"
  | "arrives-too-late"
  | "unknown-pool"
  | "call";
/** Why the form is shown again. */
export type ToMend = "contact" | "old-form" | "no-cookie";

type Said = [title: string, sentence: string];

const en = {
  askThem: (what: string) => `Ask them to hold ${what}`,
  hold: (what: string) => `Hold ${what}`,
  one: { room: "a room", bed: "a bed", mat: "a mat", crib: "a crib" } satisfies Record<Unit, string>,
  askTitle: (name: string) => `Ask ${name} to hold space for you`,
  how: "They see this at once and have 15 minutes to say yes. Until they do, nothing is promised.",
  forWhom: "Who comes",
  change: "Change",
  whatTitle: "What you ask for",
  which: "Which one do you need?",
  arrives: (at: string) => `We tell them you can be there ${at}.`,
  told: "They see ages and pets, never a name, and not where you are now.",
  contact: "How can they reach you?",
  contactHint: "A phone number or an email. You can leave it empty. We forget it 3 days later.",
  contactCodes:
    "If it is an email, we send you a code. With it you do not wait for a yes, and they hold it longer. Use an email that only you read.",
  contactShown: "You showed us that this email is yours. So you do not have to wait for a yes.",
  howShown: "If it is still free, it is held for you at once, for 1 to 3 hours.",
  send: "Ask them now",
  back: "Back to this place",
  openCode: "Open your hold with your five words",
  mend: {
    contact: "This does not look like a phone number or an email. Type it again, or leave it empty.",
    "old-form": "This page was open for too long. Look at it again, then send it.",
    "no-cookie":
      "Your phone did not let us remember this page. Try once more. If it happens again, call them.",
  } satisfies Record<ToMend, string>,
  not: {
    full: ["Somebody got it first", "What was free was taken while you asked. Look at these places now."],
    "too-many-requests": [
      "Others are waiting for a yes too",
      "The staff answer them first. Call the place now, or ask again in a few minutes.",
    ],
    "many-from-here": [
      "Many people are asking from where you are",
      "Many phones there use one network (Wi-Fi), and all together they can ask for only so much. It is nothing you did. Call the place now: they can hold it for you. Or ask again in half an hour.",
    ],
    "call-first": [
      "Call them first",
      "It has been hours since we heard how much room is left, or people at the door say there is none. If you call, they can hold it for you.",
    ],
    "has-hold": [
      "You already have a hold",
      "You can have one at a time. If you cancel that one, you can ask here.",
    ],
    "arrives-too-late": [
      "It is too early to ask",
      "They hold space for 3 hours at most, and you would come later than that.",
    ],
    "unknown-pool": ["They are not holding room right now", "Call them and ask, or look at these places."],
    call: ["Call them first", "We do not know of free room for you here. A call tells you more."],
  } as Record<NotHeld, Said>,
  askFrom: (at: string) => `You can ask here ${at}.`,
  byMail: "Use your email: then you can ask now",
  seeHold: "See your hold",
  askAgain: "Ask them again",
  others: "These may take you",
  othersFrom: (name: string) => `The ways begin at ${name}. Say where you are to see your own.`,
  noOthers: "Call 2-1-1 and ask who has room now.",
  all: "See all places",
};

export type HoldWords = typeof en;

const es: HoldWords = {
  askThem: (what) => `Pedir que le aparten ${what}`,
  hold: (what) => `Apartar ${what}`,
  one: { room: "un cuarto", bed: "una cama", mat: "una colchoneta", crib: "una cuna" },
  askTitle: (name) => `Pida a ${name} que le aparte lugar`,
  how: "Lo ven en seguida y tienen 15 minutos para decir que sí. Mientras no digan que sí, no hay nada seguro.",
  forWhom: "Quiénes van",
  change: "Cambiar",
  whatTitle: "Lo que pide",
  which: "¿Cuál necesita?",
  arrives: (at) => `Les decimos que usted puede llegar ${at}.`,
  told: "Ven las edades y los animales. No ven nombres, ni dónde está usted ahora.",
  contact: "¿Cómo le pueden avisar?",
  contactHint: "Un teléfono o un correo. Puede dejarlo vacío. Lo olvidamos a los 3 días.",
  contactCodes:
    "Si es un correo, le mandamos un código. Con el código no tiene que esperar un sí, y se lo apartan más tiempo. Use un correo que solo usted lea.",
  contactShown: "Ya nos mostró que este correo es suyo. Por eso no tiene que esperar un sí.",
  howShown: "Si todavía está libre, se lo apartan en seguida, de 1 a 3 horas.",
  send: "Pedirlo ahora",
  back: "Volver a este lugar",
  openCode: "Ver lo que le apartaron, con sus cinco palabras",
  mend: {
    contact: "Esto no parece un teléfono ni un correo. Escríbalo otra vez, o déjelo vacío.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Véala otra vez y mándela.",
    "no-cookie":
      "Su teléfono no nos dejó recordar esta página. Pruebe una vez más. Si sigue igual, llame al lugar.",
  },
  not: {
    full: [
      "Alguien llegó antes",
      "Lo que había libre se ocupó mientras usted pedía. Vea ahora estos lugares.",
    ],
    "too-many-requests": [
      "Hay otros que también esperan un sí",
      "El personal les contesta primero a ellos. Llame ahora al lugar, o pida otra vez en unos minutos.",
    ],
    "many-from-here": [
      "Muchos están pidiendo desde donde usted está",
      "Allí muchos teléfonos usan la misma red (wifi), y entre todos solo pueden pedir cierta cantidad. No es por usted. Llame ahora al lugar: se lo pueden apartar. O pida otra vez en media hora.",
    ],
    "call-first": [
      "Llame primero",
      "Desde hace horas nadie nos dice cuánto lugar queda, o en la puerta dicen que no hay. Si llama, se lo pueden apartar.",
    ],
    "has-hold": ["Ya tiene algo apartado", "Solo se puede uno a la vez. Si cancela ese, puede pedir aquí."],
    "arrives-too-late": [
      "Es muy temprano para pedir",
      "Apartan lugar por 3 horas cuando mucho, y usted llegaría más tarde.",
    ],
    "unknown-pool": ["Ahora no están apartando lugar", "Llame y pregunte, o vea estos lugares."],
    call: ["Llame primero", "No sabemos si aquí hay lugar para usted. Llame y sabrá más."],
  },
  askFrom: (at) => `Puede pedir aquí ${at}.`,
  byMail: "Usar su correo: así puede pedir ahora",
  seeHold: "Ver lo que tiene apartado",
  askAgain: "Pedirlo otra vez",
  others: "Estos tal vez los reciban",
  othersFrom: (name) => `Contamos el camino desde ${name}. Diga dónde está y verá el suyo.`,
  noOthers: "Llame al 2-1-1 y pregunte quién tiene lugar ahora.",
  all: "Ver todos los lugares",
};

export const holdWords: Record<Language, HoldWords> = { en, es };

/** "a room", "2 beds". */
export function unitsToHold(units: number, unit: Unit, language: Language): string {
  return units === 1 ? holdWords[language].one[unit] : `${units} ${countWords[language].units[unit][1]}`;
}

/** "1 room for families", "2 beds for women"; for anyone without saying so. */
export function poolToHold(
  { units, unit, household }: { units: number; unit: Unit; household: Household },
  language: Language,
): string {
  const words = countWords[language];
  const what = `${units} ${words.units[unit][units === 1 ? 0 : 1]}`;
  return household === "anyone" ? what : `${what} ${words.households[household]}`;
}
