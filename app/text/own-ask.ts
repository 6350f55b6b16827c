/** A family's own ask: what happens with it, its five words, the conversation, and how it ends. */
import type { AskEnd } from "~/domain/ask";
import type { OwnAskMend, OwnAskSaid } from "~/domain/ask-form";
import type { Language } from "~/text/language";

type Ended = [title: string, sentence: string];

const en = {
  title: (group: string) => `Your ask to ${group}`,
  waits: (group: string) =>
    `It is sent. Somebody who helps run ${group} reads it. If nobody answers, we tell them again: within half an hour on a cold night, else within 4 hours.`,
  read: (group: string) => `${group} has read it. They answer here.`,
  hasIt: (who: string) => `${who} looks after it.`,
  answered: "They answered. Read it here.",
  meanwhile: "Do not wait for it alone: call 2-1-1 too. Call 911 if you are in danger now.",
  codeTitle: "Your five words",
  codeHint: "They open this page on any phone. Write them down.",
  codeKeep: "Who knows them can read all of this and write as you, so tell them to nobody.",
  codeExit: "After Exit only these words open this page.",
  talkTitle: "Messages",
  noTalk: "No message so far. When they write, it stands here.",
  you: "You",
  them: (name: string, group: string) => `${name}, ${group}`,
  somebody: "Somebody",
  seen: "They have seen it.",
  notSeen: "They have not seen it yet.",
  refresh: "See if they wrote",
  news: "There are new words from them.",
  write: "Write to them",
  writeHint: "Only the people who run the group read this.",
  send: "Send",
  quickTitle: "Or say it with one tap",
  said: { sent: "Sent. They can read it now.", saved: "Saved." } satisfies Record<OwnAskSaid, string>,
  mend: {
    fields: "Please look at this again. All you typed is still here.",
    empty: "Write something first, or tap one of the short answers.",
    "old-form": "This page was open for too long. All you typed is still here: send it again.",
    "too-many": "You wrote a lot in this hour, and they have it. If it cannot wait, call 2-1-1.",
    closed: "This ask is over, so nothing was changed. Write to them, and it is open again.",
    "key-used-otherwise": "What you sent before is there. If these words are new, send them again.",
  } satisfies Record<OwnAskMend, string>,
  askedTitle: "What you asked for",
  reachTitle: "How they reach you, and who may read it",
  save: "Save",
  endTitle: "I do not need this any more",
  endHint: "Then they stop looking. You can write again for 3 days, and then we forget all of it.",
  helped: "I have what I need",
  withdrawn: "I do not need it",
  over: {
    helped: ["You have what you need", "It is good to read that. We forget all of this in 3 days."],
    withdrawn: ["You do not need it any more", "Nobody looks for you now. We forget all of this in 3 days."],
    elsewhere: ["Others help you now", "So the group wrote. If that is not so, write to them."],
    "no-contact": [
      "They could not reach you",
      "That is no mark against you. Write to them, and they keep looking.",
    ],
    duplicate: ["You asked twice", "They go on with your other ask. Its own five words open it."],
  } satisfies Record<AskEnd, Ended>,
  writeAgain: "When you write, it is open again.",
  askNew: "Ask for something new",
  look: "See what is open now",

  codeFormTitle: "Open your ask",
  codeForm: "Open an ask with its five words",
  code: "The five words",
  codeFieldHint: "In English or Spanish, in their order. Capital letters and accents do not matter.",
  open: "Open it",
  noAsk: "You have no ask on this phone?",
  codeProblems: {
    "too-few": "These are fewer than five words. Type all five, with a space between them.",
    "too-many": "These are more than five words. Type only the five.",
    "unknown-code":
      "We know no ask with these five words. Look at each word and its place. An ask is gone 3 days after it is over.",
  },
  tooManyGuesses: "That was many times. Wait an hour, or ask again. Or call 2-1-1.",
};

export type OwnAskWords = typeof en;

const es: OwnAskWords = {
  title: (group) => `Su pedido a ${group}`,
  waits: (group) =>
    `Ya se mandó. Lo lee alguien que ayuda a llevar ${group}. Si nadie contesta, les avisamos otra vez: en media hora si hace mucho frío, si no en 4 horas.`,
  read: (group) => `${group} ya lo leyó. Le contestan aquí.`,
  hasIt: (who) => `Lo atiende ${who}.`,
  answered: "Ya le contestaron. Léalo aquí.",
  meanwhile: "No espere solo esto: llame también al 2-1-1. Llame al 911 si está en peligro ahora.",
  codeTitle: "Sus cinco palabras",
  codeHint: "Abren esta página en cualquier teléfono. Anótelas.",
  codeKeep: "Quien las sabe puede leer todo y escribir como si fuera usted: no se las diga a nadie.",
  codeExit: "Después de Salir, solo estas palabras abren esta página.",
  talkTitle: "Mensajes",
  noTalk: "Todavía no hay mensajes. Cuando le escriban, salen aquí.",
  you: "Usted",
  them: (name, group) => `${name}, ${group}`,
  somebody: "Alguien",
  seen: "Ya lo vieron.",
  notSeen: "Todavía no lo ven.",
  refresh: "Ver si ya escribieron",
  news: "Hay palabras nuevas del grupo.",
  write: "Escribirles",
  writeHint: "Solo lo leen los que llevan el grupo.",
  send: "Mandar",
  quickTitle: "O dígalo con un toque",
  said: { sent: "Mandado. Ya lo pueden leer.", saved: "Guardado." },
  mend: {
    fields: "Por favor vea esto otra vez. Todo lo que escribió sigue aquí.",
    empty: "Primero escriba algo, o toque una respuesta corta.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Todo sigue aquí: mándelo otra vez.",
    "too-many": "Usted escribió mucho en esta hora, y ya lo tienen. Si no puede esperar, llame al 2-1-1.",
    closed: "Este pedido ya terminó y no se cambió nada. Escríbales, y se abre otra vez.",
    "key-used-otherwise": "Lo que mandó antes ya está ahí. Si esto es nuevo, mándelo otra vez.",
  },
  askedTitle: "Lo que usted pidió",
  reachTitle: "Cómo hablarle, y quién lo puede leer",
  save: "Guardar",
  endTitle: "Ya no lo necesito",
  endHint: "Entonces dejan de buscar. Puede escribir otra vez por 3 días, y después olvidamos todo.",
  helped: "Ya tengo lo que necesito",
  withdrawn: "Ya no hace falta",
  over: {
    helped: ["Ya tiene lo que necesita", "Qué bueno. Olvidamos todo esto en 3 días."],
    withdrawn: ["Usted ya no lo necesita", "Ahora nadie busca. Olvidamos todo esto en 3 días."],
    elsewhere: ["Ahora le ayudan otros", "Así lo anotó el grupo. Si no es así, escríbales."],
    "no-contact": ["No le pudieron hablar", "No cuenta en su contra. Escríbales, y siguen buscando."],
    duplicate: ["Usted pidió dos veces", "Siguen con su otro pedido. Lo abren sus propias cinco palabras."],
  },
  writeAgain: "Cuando usted escribe, se abre otra vez.",
  askNew: "Pedir algo nuevo",
  look: "Ver qué está abierto ahora",

  codeFormTitle: "Abrir su pedido",
  codeForm: "Abrir un pedido con sus cinco palabras",
  code: "Las cinco palabras",
  codeFieldHint: "En español o en inglés, en su orden. No importan las mayúsculas ni los acentos.",
  open: "Abrir",
  noAsk: "¿No tiene un pedido en este teléfono?",
  codeProblems: {
    "too-few": "Son menos de cinco palabras. Escriba las cinco, con un espacio entre ellas.",
    "too-many": "Son más de cinco palabras. Escriba solo las cinco.",
    "unknown-code":
      "No conocemos ningún pedido con estas cinco palabras. Revise cada palabra y su orden. A los 3 días de terminar ya no está.",
  },
  tooManyGuesses: "Fueron muchas veces. Espere una hora, o pida de nuevo. O llame al 2-1-1.",
};

export const ownAskWords: Record<Language, OwnAskWords> = { en, es };
