/** What a host reads of a family that could come: how many, how long, and after two yeses a little more. */
import type { AgeBand } from "~/domain/match";
import type { Language } from "~/text/language";

const en = {
  asked: "A family could come",
  agreed: "A family comes to you",
  underWay: "A family stays with you",
  over: "The stay is over",
  people: (adults: number, children: number) => {
    const grown = adults === 1 ? "1 adult" : `${adults} adults`;
    const young = children === 1 ? "1 child" : `${children} children`;
    if (children === 0) return `${grown}.`;
    return adults === 0 ? `${young}.` : `${grown} and ${young}.`;
  },
  nights: (count: number) => (count === 1 ? "1 night" : `${count} nights`),
  dates: (from: string, time: string, until: string) =>
    `They come on ${from} at about ${time}, and leave on ${until}.`,
  bands: {
    baby: "a baby or a child of 1",
    small: "children from 2 to 5",
    school: "children from 6 to 12",
    teen: "children from 13 to 17",
  } satisfies Record<AgeBand, string>,
  ages: (list: string) => `Ages: ${list}.`,
  pets: (list: string) => `They bring ${list}.`,
  fits: "The group looked at who fits. It told them who lives with you, and not where.",
  until: (when: string) => `You can answer ${when}.`,
  yes: "Yes, they may come",
  no: "No, not this time",
  noHint: "A no is fine. Nobody asks why.",
  saidYes: "You said yes. Now we wait for the family.",
  longerTitle: "Could they stay longer?",
  longerAsk: (day: string) => `The group asks if they may stay until ${day}.`,
  longerYes: "Yes, until then",
  longerNo: "No, as it was",
  doorWords: (one: string, other: string) =>
    `At the door they say "${one}", or in Spanish "${other}". If they do not know it, call someone from the group first.`,
  address: "The family reads your address now, until one day after the stay.",
  rules: "They may leave at any time and need not say why. Please let them be the ones to tell their story.",
  help: "Is something not right? Call someone from the group. In danger now: call 911.",
  handoverTitle: "From the group, for you and the family",
  tellTitle: "Tell the group how it was",
  tellHint: "Only the people who run the group read this. The family never does.",
  tellWords: "Your words",
  send: "Send",
  sent: "Sent. Only the people who run the group read it.",
  refused: {
    "moved-on": "This has changed, and your answer is not needed any more. Look at how it is now.",
    "unknown-match": "This is not here any more.",
    "key-used-otherwise": "This page was open for too long. Look at it as it is now, and try again.",
    "out-of-range": "Write a few words first, in up to 2,000 letters.",
    "too-many": "You wrote a lot about this stay, and the group has it. Call them if there is more.",
    "signed-out": "Sign in first.",
  },
  notSaved: "This was not saved",
  back: "Back to your room",
};

export type HostMatchWords = typeof en;
export type HostMatchRefusal = keyof HostMatchWords["refused"];

const es: HostMatchWords = {
  asked: "Podría llegar una familia",
  agreed: "Una familia llega con usted",
  underWay: "Una familia se queda con usted",
  over: "La estancia terminó",
  people: (adults, children) => {
    const grown = adults === 1 ? "1 adulto" : `${adults} adultos`;
    const young = children === 1 ? "1 niño o niña" : `${children} niños`;
    if (children === 0) return `${grown}.`;
    return adults === 0 ? `${young}.` : `${grown} y ${young}.`;
  },
  nights: (count) => (count === 1 ? "1 noche" : `${count} noches`),
  dates: (from, time, until) => `Llegan el ${from} como a ${time} y se van el ${until}.`,
  bands: {
    baby: "un bebé o de 1 año",
    small: "de 2 a 5 años",
    school: "de 6 a 12 años",
    teen: "de 13 a 17 años",
  },
  ages: (list) => `Edades: ${list}.`,
  pets: (list) => `Traen ${list}.`,
  fits: "El grupo vio quién cabe. Les contó quién vive con usted, pero no dónde.",
  until: (when) => `Puede contestar ${when}.`,
  yes: "Sí, pueden venir",
  no: "No, esta vez no",
  noHint: "Puede decir que no. Nadie pregunta por qué.",
  saidYes: "Usted dijo que sí. Falta que conteste la familia.",
  longerTitle: "¿Se podrían quedar más?",
  longerAsk: (day) => `El grupo pregunta si se pueden quedar hasta el ${day}.`,
  longerYes: "Sí, hasta ese día",
  longerNo: "No, como estaba",
  doorWords: (one, other) =>
    `En la puerta dicen "${other}", o en inglés "${one}". Si no la saben, llame primero a alguien del grupo.`,
  address: "La familia puede leer su dirección desde ahora y hasta un día después.",
  rules:
    "Se pueden ir cuando quieran y no tienen que decir por qué. Por favor deje que cuenten su historia si ellos quieren.",
  help: "¿Algo no está bien? Llame a alguien del grupo. Si hay peligro ahora, llame al 911.",
  handoverTitle: "Del grupo, para usted y para la familia",
  tellTitle: "Cuéntele al grupo cómo fue",
  tellHint: "Solo lo leen los que llevan el grupo. La familia no lo lee nunca.",
  tellWords: "Sus palabras",
  send: "Mandar",
  sent: "Mandado. Solo lo leen los que llevan el grupo.",
  refused: {
    "moved-on": "Esto ya cambió y ya no hace falta su respuesta. Mire cómo está ahora.",
    "unknown-match": "Esto ya no está aquí.",
    "key-used-otherwise": "Esta página estuvo abierta mucho tiempo. Mire cómo está ahora y pruebe otra vez.",
    "out-of-range": "Primero escriba unas palabras, 2,000 letras como máximo.",
    "too-many": "Usted escribió mucho de esta estancia, y el grupo lo tiene. Si hay más, llámelos.",
    "signed-out": "Primero entre con su correo.",
  },
  notSaved: "Esto no se guardó",
  back: "Volver a su cuarto",
};

export const hostMatchWords: Record<Language, HostMatchWords> = { en, es };
