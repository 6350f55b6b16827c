/** What coordinators read where they put an ask and a room together. */
import type { MatchAnswer, MatchCheckInTime } from "~/domain/match";
import type { Language } from "~/text/language";

const en = {
  title: "Rooms for them",
  motelFirst:
    "Look for a paid motel first: a room in a home can cost a family its place on a list for housing help. They read that before they say yes.",
  none: "No room of a member is on right now.",
  noneFits: "No room that is on fits them now.",
  others: "Rooms that do not fit now",
  takeFirst: "Take this ask first. Then you can propose a room.",
  propose: (host: string) => `Propose the room of ${host}`,
  taken: "Another family is there, or was asked.",
  waits: {
    both: "Waits for the host and the family",
    host: "Waits for the host",
    family: "Waits for the family",
  },
  until: (when: string) => `They have ${when}.`,
  states: {
    agreed: "Both said yes. They are not there yet",
    "under-way": "They are there",
    done: "It is over",
    "ended-early": "They left early",
    withdrawn: "It was taken back, or the room stopped",
    lapsed: "Nobody answered in time",
  },
  declined: {
    host: "The host said no",
    family: "The family said no",
    group: "It was taken back",
    time: "Nobody answered in time",
  },
  wantsOut: "They want to leave now. Find them another place first. Ask why later, or never.",
  look: (host: string) => `The room of ${host}`,
  sheet: (host: string) => `A family and the room of ${host}`,
  toAsk: "To their ask",
  toRoom: "Pause this room, or say that somebody was not safe",
  dates: (from: string, time: string, until: string) => `From ${from}, about ${time}, until ${until}.`,
  settle: {
    arrived: "They are there",
    withdrawn: "Take it back",
    done: "Their stay is over",
    "ended-early": "They left early",
  },
  handover: "For both to read",
  handoverHint: "Who opens, where the key is, what to bring. Both read it once both have said yes.",
  save: "Save",
  checkIns: "Check-ins",
  whats: {
    arrival: "At the door",
    "two-hours": "After two hours",
    morning: "The first morning",
    daily: "Each day",
  } satisfies Record<MatchCheckInTime, string>,
  answers: {
    here: "They are there",
    "all-right": "All right",
    "call-me": "They ask for a call",
    "want-out": "They want to leave",
  } satisfies Record<MatchAnswer, string>,
  noAnswer: "no answer yet",
  wordsTitle: "How it was",
  wordsHint: "Only you and the other coordinators read this.",
  sides: { host: "The host", family: "The family" },
  report: "It was not safe. The room is stopped.",
  done: "Saved.",
  refused: {
    "moved-on": "This has changed. Here is how it is now.",
    "key-used-otherwise": "This page was open for too long. Here is how it is now.",
    "out-of-range": "Use at most 2,000 letters. What you typed is still here.",
  },
};

export type GroupMatchWords = typeof en;
export type MatchRefusal = keyof GroupMatchWords["refused"];

const es: GroupMatchWords = {
  title: "Cuartos para ellos",
  motelFirst:
    "Busque primero un motel pagado: un cuarto en una casa le puede costar a la familia su lugar en una lista de vivienda. Lo leen antes de decir que sí.",
  none: "Ahora no hay ningún cuarto de un miembro.",
  noneFits: "Ningún cuarto que hay ahora les sirve.",
  others: "Cuartos que ahora no sirven",
  takeFirst: "Primero tome este pedido. Luego puede proponer un cuarto.",
  propose: (host) => `Proponer el cuarto de ${host}`,
  taken: "Ahí está otra familia, o ya se le preguntó.",
  waits: {
    both: "Faltan las dos respuestas",
    host: "Falta la respuesta de quien ofrece el cuarto",
    family: "Falta la respuesta de la familia",
  },
  until: (when) => `Tienen ${when}.`,
  states: {
    agreed: "Los dos dijeron que sí. Todavía no llegan",
    "under-way": "Ya están ahí",
    done: "Ya terminó",
    "ended-early": "Se fueron antes",
    withdrawn: "Se retiró, o el cuarto se detuvo",
    lapsed: "Nadie contestó a tiempo",
  },
  declined: {
    host: "Quien ofrece el cuarto dijo que no",
    family: "La familia dijo que no",
    group: "Se retiró",
    time: "Nadie contestó a tiempo",
  },
  wantsOut: "Quieren irse ya. Primero búsqueles otro lugar. Pregunte por qué después, o nunca.",
  look: (host) => `El cuarto de ${host}`,
  sheet: (host) => `Una familia y el cuarto de ${host}`,
  toAsk: "A su pedido",
  toRoom: "Poner este cuarto en pausa, o decir que algo no fue seguro",
  dates: (from, time, until) => `Desde el ${from}, como a ${time}, hasta el ${until}.`,
  settle: {
    arrived: "Ya están ahí",
    withdrawn: "Retirarlo",
    done: "Su estancia terminó",
    "ended-early": "Se fueron antes",
  },
  handover: "Para que lo lean los dos",
  handoverHint: "Quién abre, dónde está la llave, qué traer. Los dos lo leen cuando ambos dijeron que sí.",
  save: "Guardar",
  checkIns: "Preguntas de cómo va",
  whats: {
    arrival: "Al llegar",
    "two-hours": "A las dos horas",
    morning: "La primera mañana",
    daily: "Cada día",
  },
  answers: {
    here: "Ya están ahí",
    "all-right": "Están bien",
    "call-me": "Piden una llamada",
    "want-out": "Quieren irse",
  },
  noAnswer: "todavía no contestan",
  wordsTitle: "Cómo fue",
  wordsHint: "Solo lo leen ustedes, los que llevan el grupo.",
  sides: { host: "Quien ofrece el cuarto", family: "La familia" },
  report: "No fue seguro. El cuarto está detenido.",
  done: "Guardado.",
  refused: {
    "moved-on": "Esto ya cambió. Así está ahora.",
    "key-used-otherwise": "Esta página estuvo abierta mucho tiempo. Así está ahora.",
    "out-of-range": "Use como máximo 2,000 letras. Lo que escribió sigue aquí.",
  },
};

export const groupMatchWords: Record<Language, GroupMatchWords> = { en, es };
