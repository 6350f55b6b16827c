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
  how: "When a place says it has room that fits you, it is held for you for 10 minutes, and we send you an email. You say yes or no.",
  order: "Whoever asked first goes first. Others are waiting too, so this is no promise.",
  meanwhile: "Do not stop looking. Call 2-1-1 and the places yourself: a call may be faster.",
  forWhom: "Who comes",
  change: "Change",
  contact: "Your email",
  contactHint:
    "First we send five words to it. Use an email that only you read. We forget it 3 days after the wait ends, or sooner.",
  send: "Send me the five words",
  haveWords: "I have the five words",
  mend: {
    contact: "This does not look like an email. Type it like ana@example.org.",
    "old-form": "This page was open for too long. Look at it again, then send it.",
    "too-many": "That was many times. Look in your email and your spam, or try again in an hour.",
    away: "We can't send email right now. Call 2-1-1 and ask who has room.",
  } satisfies Record<AlertMend, string>,

  codeTitle: "Type the five words from your email",
  sent: "We sent you an email. It can take a minute. Look in your spam too. Your wait starts when you type its words here.",
  code: "The five words",
  codeHint: "In English or Spanish, in their order. Capital letters and accents do not matter.",
  open: "Go on",
  askAnew: "Ask for a new email",
  holdWords: "My five words are for a hold",
  codeProblems: {
    "too-few": "These are fewer than five words. Type all five, with a space between them.",
    "too-many": "These are more than five words. Type only the five.",
    "unknown-code": "We do not know these five words. Take them from the newest email. They may be too old.",
    "too-late": "These words worked for an hour. Ask for a new email, and type the words from it.",
  },
  tooManyGuesses: "That was many times. Wait an hour, or call 2-1-1 and ask who has room.",

  waitTitle: "You are on the list",
  waits: (until: string) => `We send you an email when a room opens. Your wait ends by itself ${until}.`,
  keepMail: "Look at your email often: you have 10 minutes to say yes.",
  extend: "Wait 24 hours from now",
  stopTitle: "I do not need it any more",
  stopHint: "Then we forget your email at once. What is held for you goes to the next family.",
  stop: "Yes, leave the list",
  look: "See what is open now",

  offerTitle: (name: string, what: string) => `${name} holds ${what} for you`,
  offer: (until: string) =>
    `You have ${until} to say yes. After a yes you have at least 1 hour more to get there.`,
  arrives: (at: string) => `Doors open ${at}.`,
  yes: "Yes, we are coming",
  no: "Not this time",
  noHint: "Then the next family is asked. You stay on the list.",
  way: "The way there",

  said: {
    extended: "Done: you wait 24 hours from now.",
    passed: "Done: the next family is asked. You stay on the list.",
    gone: "It is gone: the time was over, or the place needed it. It was nothing you did.",
    unclear: "This page was open for too long. Look at it again.",
  } satisfies Record<AlertSaid, string>,
  ended: {
    taken: ["You said yes", "The newest email has the five words of your hold. Say them at the door."],
    stopped: ["You left the list", "You are not waiting now, and we forgot your email. You can ask again."],
    over: ["Your 24 hours are over", "We know of nothing free for you now. You can start again."],
    "no-answer": [
      "We heard nothing from you",
      "We offered you a room two times. Maybe the email came too late. You can start again.",
    ],
    unreachable: ["Our email did not arrive", "Look at how your email is written, and ask again."],
    replaced: ["You asked again", "Use the five words from the newest email."],
    unconfirmed: [
      "The five words were not typed in time",
      "Your wait has not started. Ask again, and we send new words.",
    ],
  } as Record<AlertEnd, Ended>,
  again: "Start again",
  somewhere: "A place",
};

export type RoomAlertWords = typeof en;

const es: RoomAlertWords = {
  askTitle: "Avísenme cuando haya un cuarto",
  how: "Cuando un lugar dice que tiene espacio para usted, se lo apartan 10 minutos y le mandamos un correo. Usted dice sí o no.",
  order: "Va primero quien pidió primero. Otros también esperan: no es una promesa.",
  meanwhile: "No deje de buscar. Llame al 2-1-1 y a los lugares: una llamada puede ser más rápida.",
  forWhom: "Quiénes van",
  change: "Cambiar",
  contact: "Su correo",
  contactHint:
    "Primero le mandamos cinco palabras. Use un correo que solo usted lea. Lo olvidamos a los 3 días de que termine la espera, o antes.",
  send: "Mándenme las cinco palabras",
  haveWords: "Ya tengo las cinco palabras",
  mend: {
    contact: "Esto no parece un correo. Escríbalo así: ana@example.org.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Véala otra vez y mándela.",
    "too-many": "Fueron muchas veces. Revise su correo y el spam, o pruebe en una hora.",
    away: "Ahora no podemos mandar correos. Llame al 2-1-1 y pregunte quién tiene lugar.",
  },

  codeTitle: "Escriba las cinco palabras de su correo",
  sent: "Le mandamos un correo. Puede tardar un minuto. Busque también en el spam. La espera empieza cuando escriba aquí las palabras.",
  code: "Las cinco palabras",
  codeHint: "En español o en inglés, en su orden. No importan las mayúsculas ni los acentos.",
  open: "Seguir",
  askAnew: "Pedir otro correo",
  holdWords: "Mis cinco palabras son de algo apartado",
  codeProblems: {
    "too-few": "Son menos de cinco palabras. Escriba las cinco, con un espacio entre ellas.",
    "too-many": "Son más de cinco palabras. Escriba solo las cinco.",
    "unknown-code":
      "No conocemos estas cinco palabras. Tómelas del correo más nuevo. Puede que ya no sirvan.",
    "too-late": "Estas palabras servían una hora. Pida otro correo y escriba las palabras que trae.",
  },
  tooManyGuesses: "Fueron muchas veces. Espere una hora, o llame al 2-1-1 y pregunte quién tiene lugar.",

  waitTitle: "Usted está en la lista",
  waits: (until) => `Le mandamos un correo cuando haya un cuarto. La espera termina sola ${until}.`,
  keepMail: "Vea su correo seguido: tiene 10 minutos para decir que sí.",
  extend: "Esperar 24 horas desde ahora",
  stopTitle: "Ya no lo necesito",
  stopHint: "Así olvidamos su correo en seguida. Lo que le apartan pasa a la familia que sigue.",
  stop: "Sí, salir de la lista",
  look: "Ver qué está abierto ahora",

  offerTitle: (name, what) => `${name} le aparta ${what}`,
  offer: (until) =>
    `Tiene ${until} para decir que sí. Después de su sí tiene por lo menos 1 hora más para llegar.`,
  arrives: (at) => `Abren ${at}.`,
  yes: "Sí, vamos",
  no: "Esta vez no",
  noHint: "Así le preguntamos a la familia que sigue. Usted se queda en la lista.",
  way: "Cómo llegar",

  said: {
    extended: "Listo: espera 24 horas desde ahora.",
    passed: "Listo: le preguntamos a la familia que sigue. Usted se queda en la lista.",
    gone: "Ya no está: pasó la hora, o el lugar lo necesitaba. No fue por usted.",
    unclear: "Esta página estuvo abierta mucho tiempo. Véala otra vez.",
  },
  ended: {
    taken: ["Usted dijo que sí", "El correo más nuevo trae sus cinco palabras. Dígalas en la puerta."],
    stopped: [
      "Usted salió de la lista",
      "Ya no está esperando, y olvidamos su correo. Puede pedir otra vez.",
    ],
    over: ["Ya pasaron sus 24 horas", "Ahora no sabemos de nada libre para usted. Puede empezar otra vez."],
    "no-answer": [
      "No supimos de usted",
      "Le ofrecimos lugar dos veces. Tal vez el correo llegó tarde. Puede empezar otra vez.",
    ],
    unreachable: ["El correo no llegó", "Revise cómo está escrito su correo, y pida otra vez."],
    replaced: ["Usted pidió otra vez", "Use las cinco palabras del correo más nuevo."],
    unconfirmed: [
      "No se escribieron las palabras a tiempo",
      "La espera no empezó. Pida otra vez y le mandamos otras palabras.",
    ],
  },
  again: "Empezar otra vez",
  somewhere: "Un lugar",
};

export const roomAlertWords: Record<Language, RoomAlertWords> = { en, es };
