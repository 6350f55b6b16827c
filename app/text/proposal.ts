/** What a coordinator reads when proposing a room for a family, and why it was not. */
import type { RoomMisfit } from "~/domain/match";
import type { Language } from "~/text/language";

const en = {
  proposeTitle: "Propose this room",
  host: (name: string) => `Host: ${name}`,
  whoReads:
    "The host reads how many people come and how long. The family reads what it is like and its part of town. Where it is shows to them once both say yes.",
  arrivesOn: "Which day do they come?",
  arrivesAt: "At about what time?",
  nights: "How many nights?",
  nightsHint: (most: number) => `At most ${most}.`,
  adults: "How many adults?",
  children: "Ages of the children",
  childrenHint: "Like: 6, 9. Empty if none. The ask does not say who they are.",
  send: "Ask both sides",
  again: "Please look at this again",
  problems: {
    arrivesOn: "Choose a day from today on, within two months.",
    arrivesAt: "Write a time, like 18:30.",
    nights: "Write how many nights, from 1 to 29.",
    adults: "Write how many adults, from 0 to 50.",
    children: "Write ages from 0 to 17, like: 6, 9.",
  },
  notProposed: {
    "signed-out": "Sign in first.",
    "unknown-room": "This room is not here any more.",
    "key-used-otherwise": "This page was open for too long. Look at it again, and send it once more.",
    "out-of-range": "Look at the day and the nights again.",
    closed: "This ask is over.",
    "not-yours": "Somebody else looks after this ask. Take it first.",
    "has-one": "They have a room through you. It must be over first, or they must want to leave it.",
    taken: "One of them is asked about another room now. Wait for that answer, or take it back.",
    lapsed: "The time for an answer is over.",
  },
  misfits: {
    "not-offered": "It is not on any more.",
    "too-many-people": "It is too small for them.",
    pets: "Their animals may not come.",
    steps: "A wheelchair cannot get in.",
    "too-many-nights": "The host does not give that many nights.",
    "checks-end": "A check of the room runs out before they leave.",
  } satisfies Record<RoomMisfit, string>,
};

export type ProposalWords = typeof en;
export type ProposalProblem = keyof ProposalWords["problems"];

const es: ProposalWords = {
  proposeTitle: "Proponer este cuarto",
  host: (name) => `Lo ofrece ${name}`,
  whoReads:
    "Quien ofrece el cuarto lee cuántos son y cuántas noches. La familia lee cómo es y en qué parte de la ciudad. Dónde es lo ve cuando los dos dicen que sí.",
  arrivesOn: "¿Qué día llegan?",
  arrivesAt: "¿Como a qué hora?",
  nights: "¿Cuántas noches?",
  nightsHint: (most) => `Como máximo ${most}.`,
  adults: "¿Cuántos adultos?",
  children: "Edades de los niños",
  childrenHint: "Por ejemplo: 6, 9. Vacío si no hay. El pedido no dice quiénes son.",
  send: "Preguntar a los dos",
  again: "Por favor, mire esto otra vez",
  problems: {
    arrivesOn: "Escoja un día desde hoy y en menos de dos meses.",
    arrivesAt: "Escriba una hora, como 18:30.",
    nights: "Escriba cuántas noches, de 1 a 29.",
    adults: "Escriba cuántos adultos, de 0 a 50.",
    children: "Escriba edades de 0 a 17, por ejemplo: 6, 9.",
  },
  notProposed: {
    "signed-out": "Primero entre con su correo.",
    "unknown-room": "Este cuarto ya no está aquí.",
    "key-used-otherwise": "Esta página estuvo abierta mucho tiempo. Mírela otra vez y mándela de nuevo.",
    "out-of-range": "Mire otra vez el día y las noches.",
    closed: "Este pedido ya terminó.",
    "not-yours": "Otra persona atiende este pedido. Primero tómelo.",
    "has-one": "Ya tienen un cuarto por ustedes. Primero tiene que terminar, o ellos tienen que querer irse.",
    taken: "A uno de los dos se le pregunta ahora por otro. Espere esa respuesta, o retírela.",
    lapsed: "Ya pasó el tiempo para contestar.",
  },
  misfits: {
    "not-offered": "Ya no se ofrece.",
    "too-many-people": "Es chico para ellos.",
    pets: "Sus animales no pueden venir.",
    steps: "No se puede entrar en silla de ruedas.",
    "too-many-nights": "No se ofrecen tantas noches.",
    "checks-end": "Una revisión del cuarto se vence antes de que se vayan.",
  },
};

export const proposalWords: Record<Language, ProposalWords> = { en, es };
