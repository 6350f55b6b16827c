/** The page of a hold: what was promised until when, its five words, and what became of it. */
import type { Language } from "~/text/language";
import { sayList } from "~/text/say";

const en = {
  requestTitle: (name: string, what: string) => `You asked ${name} to hold ${what}`,
  request: (until: string) => `They can say yes ${until}. Until they say yes, nothing is promised.`,
  look: "See if they said yes",
  byMail: "Do not wait: use your email",
  heldTitle: (name: string, what: string) => `${name} holds ${what} for you`,
  held: (until: string) => `They hold it for you ${until}. Come in by then.`,
  somewhere: "The place",
  arrives: (at: string) => `We told them you can be there ${at}.`,
  codeTitle: "Your five words",
  codeHint: "Say them at the door or on the phone. They open this page on any phone.",
  codeKeep: "Write them down. Anyone who knows them can cancel, so tell nobody else.",
  codeExit: "After Exit only these words open this page.",
  way: "The way there",
  lateTitle: "Is the bus late?",
  lateHint: "Tell them. They hold it longer if you need it.",
  late: (minutes: number) => `${minutes}\u00a0min later`,
  lateCall: "If the bus is late, call them.",
  cancelTitle: "I do not need it any more",
  cancelHint: "Then somebody else can have it.",
  cancel: "Yes, cancel it",
  said: {
    extended: "Done: they know you are coming later.",
    "still-a-request": "They have not said yes yet. Call them and say when you will be there.",
    "arrives-too-late": "That is later than they can hold it. Call them and say when you will be there.",
    full: "Your time was over, and somebody else has it now. Call them, or look at other places.",
    "has-hold": "Your time here was over, and you have another hold now.",
    unclear: "This page was open for too long. Look at it again.",
    confirmed: "Done: it is held for you now.",
    "other-hold": "With this email you have another hold. Cancel that one first, or wait for the yes here.",
  },
  over: {
    unanswered: [
      "They did not answer in time",
      "Nothing is held for you. It was nothing you did. Call them, or look at other places.",
    ],
    expired: [
      "The time of your hold is over",
      "Somebody else may have it by now. If you are on the way, call them.",
    ],
    declined: ["They could not hold it", "Call them and ask what they can do, or look at other places."],
    cancelled: [
      "You canceled your hold",
      "Nothing is held for you now. You can ask again, here or at another place.",
    ],
    arrived: ["You are in", "The staff wrote down that you came. Ask them for what you need."],
    "no-show": [
      "They did not see you come",
      "That is no mark against you: the bus may have been late. Call them, and come if there is room.",
    ],
  } as Record<Over, [title: string, sentence: string]>,
  reason: (words: string) => `They say: “${words}”`,
  askAgain: "Ask this place again",
  all: "See other places",
  codeForm: "Open your hold with your five words",
  otherWords: "Type five other words",
  noWords: "Find a warm place",
  waitWords: "My five words are for the list: I am waiting for a room",
  codeField: "The five words",
  codeFieldHint: "In English or Spanish, in their order. Capital letters and accents do not matter.",
  open: "Open it",
  codeProblems: {
    "too-few": "These are fewer than five words. Type all five, with a space between them.",
    "too-many": "These are more than five words. Type only the five.",
    "unknown-code":
      "We find no hold with these five words. Look at each word and their order. A hold is gone 3 days after it ends.",
  },
  unknownWord: (word: string, nearest: string[]) =>
    nearest.length > 0
      ? `We do not know the word “${word}”. Is it ${sayList(nearest, "en", "or")}?`
      : `We do not know the word “${word}”. Look at how it is written.`,
  tooManyGuesses: "That was many times. Wait an hour, or call the place: they can look it up. Or call 2-1-1.",
};

/** How a hold ended; a request that nobody answered promised nothing. */
export type Over = "unanswered" | "expired" | "declined" | "cancelled" | "arrived" | "no-show";
export type OwnHoldWords = typeof en;
export type LateSaid = keyof OwnHoldWords["said"];

const es: OwnHoldWords = {
  requestTitle: (name, what) => `Usted pidió a ${name} que le aparte ${what}`,
  request: (until) => `Pueden decir que sí ${until}. Mientras no digan que sí, no hay nada seguro.`,
  look: "Ver si dijeron que sí",
  byMail: "No esperar: usar su correo",
  heldTitle: (name, what) => `${name} le aparta ${what}`,
  held: (until) => `Se lo apartan ${until}. Entre antes de esa hora.`,
  somewhere: "El lugar",
  arrives: (at) => `Les dijimos que usted puede llegar ${at}.`,
  codeTitle: "Sus cinco palabras",
  codeHint: "Dígalas en la puerta o por teléfono. Abren esta página en cualquier teléfono.",
  codeKeep: "Anótelas. Quien las sabe puede cancelar: no se las diga a nadie más.",
  codeExit: "Después de Salir, solo estas palabras abren esta página.",
  way: "Cómo llegar",
  lateTitle: "¿Viene tarde el camión?",
  lateHint: "Avíseles. Se lo apartan más tiempo si hace falta.",
  late: (minutes) => `${minutes}\u00a0min más tarde`,
  lateCall: "Si el camión viene tarde, llame al lugar.",
  cancelTitle: "Ya no lo necesito",
  cancelHint: "Así otra persona lo puede usar.",
  cancel: "Sí, cancelar",
  said: {
    extended: "Listo: ya saben que llega más tarde.",
    "still-a-request": "Todavía no han dicho que sí. Llame y diga a qué hora llega.",
    "arrives-too-late": "No lo pueden apartar hasta tan tarde. Llame y diga a qué hora llega.",
    full: "Ya pasó la hora, y ahora lo tiene otra persona. Llame, o vea otros lugares.",
    "has-hold": "Aquí ya pasó la hora, y ahora tiene apartado otro lugar.",
    unclear: "Esta página estuvo abierta mucho tiempo. Véala otra vez.",
    confirmed: "Listo: ya está apartado para usted.",
    "other-hold": "Con este correo ya tiene apartado otro lugar. Cancele ese primero, o espere aquí el sí.",
  },
  over: {
    unanswered: [
      "No contestaron a tiempo",
      "No hay nada apartado. No fue por usted. Llame, o vea otros lugares.",
    ],
    expired: ["Ya pasó la hora", "Puede que ya lo tenga otra persona. Si va en camino, llame al lugar."],
    declined: ["No lo pudieron apartar", "Llame y pregunte qué pueden hacer, o vea otros lugares."],
    cancelled: [
      "Usted canceló lo apartado",
      "Ahora no hay nada apartado. Puede pedir otra vez, aquí o en otro lugar.",
    ],
    arrived: ["Ya está adentro", "El personal anotó que usted llegó. Pida lo que necesite."],
    "no-show": [
      "No vieron que usted llegara",
      "No cuenta en su contra: tal vez el camión vino tarde. Llame, y venga si hay lugar.",
    ],
  },
  reason: (words) => `Dicen: “${words}”`,
  askAgain: "Pedir otra vez aquí",
  all: "Ver otros lugares",
  codeForm: "Ver lo que le apartaron, con sus cinco palabras",
  otherWords: "Escribir otras cinco palabras",
  noWords: "Buscar un lugar cálido",
  waitWords: "Mis cinco palabras son de la lista: estoy esperando un cuarto",
  codeField: "Las cinco palabras",
  codeFieldHint: "En español o en inglés, en su orden. No importan las mayúsculas ni los acentos.",
  open: "Abrir",
  codeProblems: {
    "too-few": "Son menos de cinco palabras. Escriba las cinco, con un espacio entre ellas.",
    "too-many": "Son más de cinco palabras. Escriba solo las cinco.",
    "unknown-code":
      "Con estas cinco palabras no encontramos nada apartado. Revise cada palabra y su orden. A los 3 días de terminar, ya no aparece.",
  },
  unknownWord: (word, nearest) =>
    nearest.length > 0
      ? `No conocemos la palabra “${word}”. ¿Será ${sayList(nearest, "es", "or")}?`
      : `No conocemos la palabra “${word}”. Revise cómo se escribe.`,
  tooManyGuesses:
    "Fueron muchas veces. Espere una hora, o llame al lugar: ahí lo pueden buscar. O llame al 2-1-1.",
};

export const ownHoldWords: Record<Language, OwnHoldWords> = { en, es };
