/** One ask as its coordinators work on it: how to reach the family, the conversation, who has it, how it ends. */
import type { AskDeed, AskProblem } from "~/domain/desk";
import type { Language } from "~/text/language";

const en = {
  desk: "All asks",
  wants: (kinds: string) => `Would help: ${kinds}.`,
  sharedWithMembers: "Members of the group may read it too, without how to reach them.",
  onlyYou: "Only coordinators may read it.",
  reachTitle: "How to reach them",
  avoid: (words: string) => `Not like this: "${words}"`,
  contact: "Phone or mail:",
  noContact: "They gave no phone or mail. Answer here: they read it with their five words.",
  reach: (words: string) => `They say: "${words}"`,
  askFirst: "Ask here first if it is safe to call.",
  theirWords: "What they wrote",
  noWords: "They wrote no words of their own.",
  talkTitle: "Messages",
  noTalk: "No messages so far.",
  family: "Family",
  you: "You",
  written: (who: string, at: string) => `${who}, ${at}`,
  seen: "They have seen it.",
  notSeen: "They have not seen it yet.",
  quickTitle: "Answer with one tap",
  quickHint: "They read it in their own language.",
  writeTitle: "Write to them",
  writeHint: (theirs: boolean): string =>
    theirs
      ? "They read it as you write it."
      : "They read it as you write it. They write in Spanish: short words help.",
  send: "Send",
  takeIt: "I take it",
  takeOver: (who: string) => `Take it over from ${who}`,
  handTitle: "Hand it over or let it go",
  handTo: "To whom",
  hand: "Hand it over",
  letGo: "Let it go: whoever is next takes it",
  notesTitle: "Notes among coordinators",
  notesHint: "The family never reads these. We forget them with the ask.",
  noteLabel: "New note",
  keepNote: "Keep the note",
  alikeTitle: "The same family?",
  alikeHint:
    "This ask came from the same phone, or the same number. Look at it before you close one of them.",
  closeAlike: "Same family: close the one on this page",
  look: "Look at it",
  endTitle: "This ask is over",
  endHint: "The family can write again for 3 days. Then it opens again by itself.",
  endAs: {
    helped: "They have what they need",
    elsewhere: "Others help them now",
    "no-contact": "We can't reach them",
  },
  isOver: (how: string, at: string) => `${how}. It ended ${at}.`,
  openAgain: "Open it again",
  logTitle: "Who read it and did what",
  events: {
    asked: "The family asked",
    read: "read it",
    claimed: "took it",
    "handed-over": "handed it over",
    "let-go": "let it go",
    risen: "We told those on call again: nobody had answered",
    changed: "The family changed how to reach them",
    closed: "closed it",
    reopened: "opened it again",
  } as Record<AskDeed, string>,
  byFamily: {
    closed: "The family closed it, or nobody wrote for a month",
    reopened: "The family wrote again",
  },
  event: (who: string, what: string, at: string) => `${at}: ${who} ${what}`,
  eventAlone: (what: string, at: string) => `${at}: ${what}`,
  done: {
    say: "Sent. They can read it now.",
    claim: "Saved. You have it.",
    hand: "Saved.",
    note: "Saved.",
    end: "Saved.",
  },
  problems: {
    "moved-on": (who: string | null) =>
      who === null
        ? "It has just been let go. Take it if you like."
        : `${who} was first and has it now. You can take it over.`,
    closed:
      "This ask has ended meanwhile, so nothing was sent. Open it again first. Your words are still below.",
    empty: "Write something first.",
    "too-long": (length: number) => `This has ${length} letters. Up to 2,000 fit: send it in two parts.`,
    "unknown-person": "Choose a coordinator of this group.",
    "key-used-otherwise": "This page was open for too long. Look at it again, then tap once more.",
    "old-form": "This page was open for too long. Look at it again, then tap once more.",
  },
};

export type AskPageWords = typeof en;

const es: AskPageWords = {
  desk: "Todos los pedidos",
  wants: (kinds) => `Le ayudaría: ${kinds}.`,
  sharedWithMembers: "También lo pueden leer los miembros del grupo, sin saber cómo hablarles.",
  onlyYou: "Solo lo leen los que coordinan.",
  reachTitle: "Cómo hablarles",
  avoid: (words) => `Así no: "${words}"`,
  contact: "Teléfono o correo:",
  noContact: "No dejó teléfono ni correo. Conteste aquí: lo lee con sus cinco palabras.",
  reach: (words) => `Dice: "${words}"`,
  askFirst: "Primero pregunte aquí si puede llamar sin peligro.",
  theirWords: "Lo que escribió",
  noWords: "No escribió nada con sus propias palabras.",
  talkTitle: "Mensajes",
  noTalk: "Todavía no hay mensajes.",
  family: "Familia",
  you: "Usted",
  written: (who, at) => `${who}, ${at}`,
  seen: "Ya lo vio.",
  notSeen: "Todavía no lo ve.",
  quickTitle: "Contestar con un toque",
  quickHint: "La familia lo lee en su idioma.",
  writeTitle: "Escribirle",
  writeHint: (theirs) =>
    theirs
      ? "Lo lee como usted lo escribe."
      : "Lo lee como usted lo escribe. Escribe en inglés: las palabras cortas ayudan.",
  send: "Mandar",
  takeIt: "Yo lo tomo",
  takeOver: (who) => `Tomarlo en lugar de ${who}`,
  handTitle: "Pasarlo a otra persona o soltarlo",
  handTo: "A quién",
  hand: "Pasarlo",
  letGo: "Soltarlo: lo toma quien sigue",
  notesTitle: "Notas entre los que coordinan",
  notesHint: "La familia nunca las lee. Las olvidamos junto con el pedido.",
  noteLabel: "Nota nueva",
  keepNote: "Guardar la nota",
  alikeTitle: "¿La misma familia?",
  alikeHint:
    "Este pedido vino del mismo teléfono, o con el mismo número. Véalo antes de cerrar uno de los dos.",
  closeAlike: "Es la misma familia: cerrar el de esta página",
  look: "Verlo",
  endTitle: "Este pedido terminó",
  endHint: "La familia puede escribir otra vez por 3 días. Entonces se abre solo.",
  endAs: {
    helped: "Ya tiene lo que necesita",
    elsewhere: "Ahora le ayudan otros",
    "no-contact": "Ya no contesta",
  },
  isOver: (how, at) => `${how}. Terminó ${at}.`,
  openAgain: "Abrirlo otra vez",
  logTitle: "Quién lo leyó y qué hizo",
  events: {
    asked: "La familia pidió ayuda",
    read: "lo leyó",
    claimed: "lo tomó",
    "handed-over": "lo pasó a otra persona",
    "let-go": "lo soltó",
    risen: "Avisamos otra vez a quien está de guardia: nadie había contestado",
    changed: "La familia cambió cómo hablarle",
    closed: "lo cerró",
    reopened: "lo abrió otra vez",
  },
  byFamily: {
    closed: "La familia lo cerró, o nadie escribió por un mes",
    reopened: "La familia escribió otra vez",
  },
  event: (who, what, at) => `${at}: ${who} ${what}`,
  eventAlone: (what, at) => `${at}: ${what}`,
  done: {
    say: "Mandado. Ya lo puede leer.",
    claim: "Guardado. Lo tiene usted.",
    hand: "Guardado.",
    note: "Guardado.",
    end: "Guardado.",
  },
  problems: {
    "moved-on": (who) =>
      who === null
        ? "Lo acaban de soltar. Tómelo si quiere."
        : `${who} llegó primero y ahora lo tiene. Usted lo puede tomar en su lugar.`,
    closed:
      "Este pedido ya terminó, así que no se mandó nada. Primero ábralo otra vez. Sus palabras siguen abajo.",
    empty: "Primero escriba algo.",
    "too-long": (length) => `Esto tiene ${length} letras. Caben hasta 2,000: mándelo en dos partes.`,
    "unknown-person": "Elija a alguien que coordina este grupo.",
    "key-used-otherwise": "Esta página estuvo abierta mucho tiempo. Véala otra vez y toque de nuevo.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Véala otra vez y toque de nuevo.",
  },
};

export const askPageWords: Record<Language, AskPageWords> = { en, es };

export function problemWords(problem: AskProblem, language: Language): string {
  const words = askPageWords[language].problems;
  if (problem.kind === "moved-on") return words["moved-on"](problem.who);
  if (problem.kind === "too-long") return words["too-long"](problem.length);
  return words[problem.kind];
}
