/** What coordinators read of the rooms they vet. */
import type { RoomStepKind, VettingStep, VisitItem } from "~/domain/room";
import type { Language } from "~/text/language";

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const en = {
  title: "Rooms of members",
  hint: "Only coordinators see this list. Nobody sees an address here. Two of you look at each room, and both say yes.",
  none: "Nobody offers a room yet.",
  mineLink: "The room you offer",
  next: {
    identity: "Next: see their ID",
    reference: "Next: talk to two people who know them",
    background: "Next: background check",
    visit: "Next: home visit",
    agreement: "Next: yes to the rules",
    approved: "Next: yes from two of you",
  } satisfies Record<VettingStep, string>,
  offered: (until: string) => `On until ${until}`,
  endsSoon: (date: string) => `Something runs out on ${date}`,
  paused: "Paused",
  ended: "Ended",
  ownHome:
    "You offer this room, or live there, or its host made you a coordinator this week. Someone else must check it.",
  fits: (adults: number, children: number, nights: number) =>
    `Up to ${some(adults, "adult", "adults")} and ${some(children, "child", "children")}, ${some(nights, "night", "nights")}.`,
  lives: (adults: number, ages: string) => {
    if (adults === 0 && ages === "") return "Nobody else lives there.";
    const grown = adults === 1 ? "1 adult lives there" : `${adults} adults live there`;
    return ages === "" ? `${grown}.` : `${grown}, and children of ${ages}.`;
  },
  smoking: "People smoke inside.",
  noSmoking: "Nobody smokes inside.",
  stepFree: [
    "A wheelchair can get in.",
    "A wheelchair cannot get in.",
    "We don't know if a wheelchair can get in.",
  ],
  pets: (list: string) => `These animals may come: ${list}.`,
  noPets: "No animals may come.",
  animals: (words: string) => `Animals there: ${words}`,
  steps: {
    identity: "I saw their ID",
    reference: "I talked to someone who knows them",
    background: "The check came back clear",
    visit: "I was there and saw all of this",
    agreement: "I have their yes on paper",
    approved: "I say yes to this room",
  } satisfies Record<VettingStep, string>,
  identityHint: "Look at it, and do not keep a copy.",
  referenceCount: (count: number) => `${count} of 2 so far.`,
  checkedOn: "Day of the check",
  validUntil: "Good until",
  visitItems: {
    alarms: "Smoke and gas alarms that work",
    door: "A door the family can lock",
    exits: "Two ways out",
    beds: "A bed for each child",
    firearms: "No guns, or all locked up",
  } satisfies Record<VisitItem, string>,
  corner: "The street corner or bus stop nearest to it",
  cornerHint: "Only if it is not known yet which part of town it is in.",
  agreementHint: "Best is when they say yes on their own page.",
  approveHint: "You have read all of this, and would send your own family.",
  pause: "Pause this room",
  resume: "Go on with this room",
  report: "Somebody was not safe",
  reportHint: "The room stops at once, until two of you look again and say yes. Its host does not read this.",
  reportWords: "What happened?",
  reportNow: "Stop the room and keep this",
  end: "End this room for good",
  endHint: "Its address and who lives there are gone at once. What you did stays on this page.",
  endNow: "Yes, end it",
  because: "Why? Coordinators read this.",
  doneTitle: "Who did what",
  aFamily: "A family",
  done: {
    applied: "offered the room",
    identity: "saw their ID",
    reference: "talked to someone who knows them",
    background: "saw a clear background check",
    visit: "visited the home",
    agreement: "has their yes to the rules",
    approved: "said yes",
    changed: "changed who lives there or where it is",
    reported: "said somebody was not safe",
    paused: "paused it",
    resumed: "went on with it",
    ended: "ended it",
  } satisfies Record<RoomStepKind, string>,
  goodUntil: (date: string) => `good until ${date}`,
};

export type VettingTexts = typeof en;

const es: VettingTexts = {
  title: "Cuartos de los miembros",
  hint: "Solo quienes coordinan ven esta lista. Aquí nadie ve una dirección. Dos de ustedes revisan cada cuarto, y los dos dicen que sí.",
  none: "Todavía nadie ofrece un cuarto.",
  mineLink: "El cuarto que usted ofrece",
  next: {
    identity: "Lo que sigue: ver su identificación",
    reference: "Lo que sigue: hablar con dos personas que le conocen",
    background: "Lo que sigue: revisar antecedentes",
    visit: "Lo que sigue: visitar la casa",
    agreement: "Lo que sigue: el sí a las reglas",
    approved: "Lo que sigue: el sí de dos de ustedes",
  },
  offered: (until) => `Listo hasta el ${until}`,
  endsSoon: (date) => `Algo se vence el ${date}`,
  paused: "En pausa",
  ended: "Terminado",
  ownHome:
    "Usted ofrece este cuarto, o vive ahí, o quien lo ofrece le puso a coordinar esta semana. Otra persona lo tiene que revisar.",
  fits: (adults, children, nights) =>
    `Hasta ${some(adults, "adulto", "adultos")} y ${some(children, "niño", "niños")}, ${some(nights, "noche", "noches")}.`,
  lives: (adults, ages) => {
    if (adults === 0 && ages === "") return "Nadie más vive ahí.";
    const grown = some(adults, "adulto", "adultos");
    if (ages !== "") return `Ahí viven ${grown} y niños de ${ages} años.`;
    return `Ahí ${adults === 1 ? "vive" : "viven"} ${grown}.`;
  },
  smoking: "Se fuma adentro.",
  noSmoking: "Nadie fuma adentro.",
  stepFree: [
    "Se puede entrar en silla de ruedas.",
    "No se puede entrar en silla de ruedas.",
    "No sabemos si se puede entrar en silla de ruedas.",
  ],
  pets: (list) => `Pueden venir estos animales: ${list}.`,
  noPets: "No pueden venir animales.",
  animals: (words) => `Animales en la casa: ${words}`,
  steps: {
    identity: "Vi su identificación",
    reference: "Hablé con alguien que le conoce",
    background: "La revisión salió limpia",
    visit: "Estuve ahí y vi todo esto",
    agreement: "Tengo su sí en papel",
    approved: "Digo que sí a este cuarto",
  },
  identityHint: "Mírela y no guarde copia.",
  referenceCount: (count) => `Van ${count} de 2.`,
  checkedOn: "Día de la revisión",
  validUntil: "Vale hasta",
  visitItems: {
    alarms: "Alarmas de humo y de gas que sirven",
    door: "Una puerta que la familia puede cerrar con llave",
    exits: "Dos salidas",
    beds: "Una cama para cada niño",
    firearms: "Sin armas, o todas bajo llave",
  },
  corner: "La esquina o parada más cercana",
  cornerHint: "Solo si todavía no se sabe en qué parte de la ciudad está.",
  agreementHint: "Lo mejor es que diga que sí en su propia página.",
  approveHint: "Usted leyó todo esto y mandaría ahí a su propia familia.",
  pause: "Poner este cuarto en pausa",
  resume: "Seguir con este cuarto",
  report: "Alguien no estuvo a salvo",
  reportHint:
    "El cuarto se detiene ya, hasta que dos de ustedes lo vean otra vez y digan que sí. Quien lo ofrece no lee esto.",
  reportWords: "¿Qué pasó?",
  reportNow: "Detener el cuarto y guardar esto",
  end: "Terminar este cuarto para siempre",
  endHint:
    "La dirección y quién vive ahí se borran en ese momento. Lo que ustedes hicieron queda en esta página.",
  endNow: "Sí, terminarlo",
  because: "¿Por qué? Lo leen quienes coordinan.",
  doneTitle: "Quién hizo qué",
  aFamily: "Una familia",
  done: {
    applied: "ofreció el cuarto",
    identity: "vio su identificación",
    reference: "habló con alguien que le conoce",
    background: "vio una revisión limpia",
    visit: "visitó la casa",
    agreement: "tiene su sí a las reglas",
    approved: "dijo que sí",
    changed: "cambió quién vive ahí o dónde está",
    reported: "dijo que alguien no estuvo a salvo",
    paused: "lo puso en pausa",
    resumed: "siguió con él",
    ended: "lo terminó",
  },
  goodUntil: (date) => `vale hasta el ${date}`,
};

export const vettingTexts: Record<Language, VettingTexts> = { en, es };
