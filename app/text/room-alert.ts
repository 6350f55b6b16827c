/** "Tell me when a room opens": asking for it, waiting, and saying yes or no to what is kept for a while. */
import type { AlertEnd } from "~/domain/room-alert";
import type { Language } from "~/text/language";

/** Why the form is shown again. */
export type AlertMend = "contact" | "old-form" | "too-many" | "away";
/** What a tap has done. */
export type AlertSaid = "extended" | "passed" | "gone" | "unclear";

type Ended = [title: string, sentence: string];

const en = {
  askTitle: "Tell me when a room opens",
  how: "When a place says it has room that fits you, it is kept for you for 10 minutes, and we mail you. You say yes or no.",
  order: "Who asked first is asked first. Others wait too, so this is no promise.",
  meanwhile: "Do not stop looking. Call 2-1-1 and the places yourself: a call may be faster.",
  forWhom: "Who comes",
  change: "Change",
  contact: "Your mail address",
  contactHint:
    "We send five words to it first. It must be one that only you read. We forget it when the wait ends, after 3 days at most.",
  send: "Mail me the five words",
  haveWords: "I have the five words",
  mend: {
    contact: "This does not look like a mail address. It looks like name@example.org.",
    "old-form": "This page was open for too long. Look at it again, then send it.",
    "too-many": "That was often. Look in your mail, also under spam, or try again in an hour.",
    away: "We can't send mail right now. Call 2-1-1 and ask who has room.",
  } satisfies Record<AlertMend, string>,

  codeTitle: "Type the five words from your mail",
  sent: "We sent you a mail. It can take a minute. Look under spam too. Your wait starts when you type its words here.",
  code: "The five words",
  codeHint: "In English or Spanish, in their order. Capital letters and accents do not matter.",
  open: "Go on",
  askAnew: "Ask for a new mail",
  codeProblems: {
    "too-few": "These are fewer than five words. Type all five, with a space between them.",
    "too-many": "These are more than five words. Type only the five.",
    "unknown-code": "We do not know these five words. Take them from the newest mail. They may be too old.",
    "too-late": "These words worked for an hour. Ask for a new mail, and type the words from it.",
  },

  waitTitle: "You are on the list",
  waits: (until: string) => `We mail you when a room opens. Your wait ends by itself ${until}.`,
  keepMail: "Read your mail often: you have 10 minutes to say yes.",
  extend: "Wait 24 hours from now",
  stopTitle: "I do not need it any more",
  stopHint: "Then we forget your address at once. What is kept for you goes to the next family.",
  stop: "Stop",
  look: "See what is open now",

  offerTitle: (name: string, what: string) => `${name} keeps ${what} for you`,
  offer: (until: string) => `You have ${until} to say yes. After that the next family is asked.`,
  arrives: (at: string) => `Doors open ${at}.`,
  yes: "Yes, we come",
  no: "Not this time",
  noHint: "Then the next family can have it. You stay on the list.",
  way: "The way there",

  said: {
    extended: "Done: you wait 24 hours from now.",
    passed: "Done: the next family is asked. You stay on the list.",
    gone: "It is gone: the time was over, or the place needed it. It was nothing you did.",
    unclear: "This page was open for too long. Look at it again.",
  } satisfies Record<AlertSaid, string>,
  ended: {
    taken: ["You said yes", "The mail has the five words of your hold. They open its page."],
    stopped: ["You stopped", "We wrote down that you wait no more, and forgot your address."],
    over: ["Your 24 hours are over", "We know of nothing free for you now. You can start again."],
    "no-answer": [
      "We heard nothing from you",
      "We offered you room two times. Maybe the mail came too late. You can start again.",
    ],
    unreachable: ["Our mail did not arrive", "Look at how your address is written, and ask again."],
    replaced: ["You asked again", "The newest mail has the words that count."],
    unconfirmed: ["Nobody typed the words in time", "You can ask for a new mail."],
  } as Record<AlertEnd, Ended>,
  again: "Start again",
  somewhere: "A place",
};

export type RoomAlertWords = typeof en;

const es: RoomAlertWords = {
  askTitle: "Avísenme cuando haya un cuarto",
  how: "Cuando un lugar dice que tiene espacio para ustedes, se lo guardan 10 minutos y le mandamos un correo. Usted dice sí o no.",
  order: "Va primero quien pidió primero. Otros también esperan: no es una promesa.",
  meanwhile: "No deje de buscar. Llame al 2-1-1 y a los lugares: una llamada puede ser más rápida.",
  forWhom: "Quiénes vienen",
  change: "Cambiar",
  contact: "Su correo",
  contactHint:
    "Primero le mandamos cinco palabras. Debe ser un correo que solo usted lee. Lo olvidamos cuando termina la espera, a más tardar en 3 días.",
  send: "Mándenme las cinco palabras",
  haveWords: "Ya tengo las cinco palabras",
  mend: {
    contact: "Esto no parece un correo. Se ve así: nombre@example.org.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Véala otra vez y luego mande.",
    "too-many": "Fueron muchas veces. Revise su correo, también el spam, o intente en una hora.",
    away: "Ahora no podemos mandar correos. Llame al 2-1-1 y pregunte quién tiene lugar.",
  },

  codeTitle: "Escriba las cinco palabras de su correo",
  sent: "Le mandamos un correo. Puede tardar un minuto. Mire también en el spam. La espera empieza cuando escriba aquí sus palabras.",
  code: "Las cinco palabras",
  codeHint: "En español o en inglés, en su orden. No importan las mayúsculas ni los acentos.",
  open: "Seguir",
  askAnew: "Pedir otro correo",
  codeProblems: {
    "too-few": "Son menos de cinco palabras. Escriba las cinco, con un espacio entre ellas.",
    "too-many": "Son más de cinco palabras. Escriba solo las cinco.",
    "unknown-code":
      "No conocemos estas cinco palabras. Tómelas del correo más nuevo. Puede que ya no sirvan.",
    "too-late": "Estas palabras servían una hora. Pida otro correo y escriba las palabras que trae.",
  },

  waitTitle: "Usted está en la lista",
  waits: (until) => `Le mandamos un correo cuando haya un cuarto. La espera termina sola ${until}.`,
  keepMail: "Lea su correo seguido: tiene 10 minutos para decir que sí.",
  extend: "Esperar 24 horas desde ahora",
  stopTitle: "Ya no lo necesito",
  stopHint: "Así olvidamos su correo en seguida. Lo que le guardan pasa a la familia que sigue.",
  stop: "Parar",
  look: "Ver qué está abierto ahora",

  offerTitle: (name, what) => `${name} le guarda ${what}`,
  offer: (until) => `Tiene ${until} para decir que sí. Después le preguntamos a la familia que sigue.`,
  arrives: (at) => `Abren ${at}.`,
  yes: "Sí, vamos",
  no: "Esta vez no",
  noHint: "Así lo puede usar la familia que sigue. Usted se queda en la lista.",
  way: "Cómo llegar",

  said: {
    extended: "Listo: espera 24 horas desde ahora.",
    passed: "Listo: le preguntamos a la familia que sigue. Usted se queda en la lista.",
    gone: "Ya no está: pasó la hora, o el lugar lo necesitaba. No fue por usted.",
    unclear: "Esta página estuvo abierta mucho tiempo. Véala otra vez.",
  },
  ended: {
    taken: ["Usted dijo que sí", "El correo trae las cinco palabras de lo apartado. Abren su página."],
    stopped: ["Usted paró la espera", "Anotamos que ya no espera, y olvidamos su correo."],
    over: ["Ya pasaron sus 24 horas", "Ahora no sabemos de nada libre para usted. Puede empezar otra vez."],
    "no-answer": [
      "No supimos de usted",
      "Le ofrecimos lugar dos veces. Tal vez el correo llegó tarde. Puede empezar otra vez.",
    ],
    unreachable: ["El correo no llegó", "Revise cómo escribió su correo, y pida otra vez."],
    replaced: ["Usted pidió otra vez", "Las palabras que sirven están en el correo más nuevo."],
    unconfirmed: ["Nadie escribió las palabras a tiempo", "Puede pedir otro correo."],
  },
  again: "Empezar otra vez",
  somewhere: "Un lugar",
};

export const roomAlertWords: Record<Language, RoomAlertWords> = { en, es };
