/** What members read of what they offer: choosing, the form of each kind, and whether it still stands. */
import type { OfferKind, OfferState } from "~/domain/offer";
import type { Language } from "~/text/language";

export type OfferProblem =
  | "words"
  | "helps"
  | "amount"
  | "seats"
  | "childSeats"
  | "times"
  | "zips"
  | "too-many"
  | "old-form"
  | "closed";

const en = {
  title: "What I offer",
  how: "Coordinators see it, and nobody else. When it fits a family, one of them writes to you. You never have to say yes.",
  none: "You offer nothing yet.",
  what: "What could you offer?",
  kinds: {
    nights: "Pay for nights",
    ride: "A ride",
    things: "Things",
    time: "Time",
  } satisfies Record<OfferKind, string>,
  kindHints: {
    nights: "Some or all of a motel or an apartment, for one night or a week.",
    ride: "The last miles after the last bus, a move, a trip to an office.",
    things: "Coats, blankets, food, diapers, a phone.",
    time: "Somebody to talk it through, to call places, to fill in papers.",
  } satisfies Record<OfferKind, string>,
  words: "In your words",
  wordsHints: {
    nights: "For example: one week now, or two nights in any month. Do not write card numbers here.",
    ride: "For example: from Argentine, not on the highway at night, a dog is fine.",
    things: "Sizes and numbers help: “two coats, for 6 and 9”.",
    time: "For example: Tuesday evenings, English and Spanish.",
  } satisfies Record<OfferKind, string>,
  helps: "What it may help with",
  amount: "Up to how many dollars?",
  amountHint: "It is no payment yet. You pay the motel, or the group, when it is needed.",
  seats: "How many people fit in?",
  childSeats: "How many of them in a seat for a child?",
  childSeatsHint: "Children under 8 need one.",
  when: "When could you drive?",
  anyTime: "At any hour, if you ask me",
  atTimes: "On these days, between these times",
  from: "From",
  until: "Until",
  timeHint: "Like 6:30 pm. Until an earlier time means over midnight.",
  zips: "Only in some parts of town?",
  zipsHint: "ZIP codes with a space between them. Leave it empty for anywhere.",
  once: "How often?",
  onlyOnce: "Once: then it is gone",
  again: "Again and again",
  save: "Offer it",
  saveChange: "Save",
  change: "Change",
  still: "Still stands",
  pause: "Not now",
  resume: "Offer it again",
  end: "Take it away",
  states: {
    open: (until: string) => `We count on it until ${until}. Then we ask whether it still stands.`,
    doubtful: "We do not know whether this still stands. One tap tells us.",
    paused: "It rests.",
    used: "It was used. Thank you.",
    ended: "You took it away.",
  } satisfies Record<Exclude<OfferState, "open"> | "doubtful", string> & { open: (until: string) => string },
  used: (times: number) => (times === 1 ? "It helped once." : `It helped ${times} times.`),
  all: "What members offer",
  allNone: "Nothing stands at the moment. Ask your members what they could do.",
  by: (name: string) => `From ${name}`,
  upTo: (money: string) => `Up to ${money}`,
  seatsSaid: (seats: number, childSeats: number) =>
    `${seats === 1 ? "1 person" : `${seats} people`}${childSeats > 0 ? `, ${childSeats} in a child seat` : ""}`,
  only: (zips: string) => `Only in ${zips}`,
  saved: "Saved.",
  back: "Back",
  problems: {
    words: "Say in a few words what it is, up to 600 letters.",
    helps: "Tick at least one.",
    amount: "Type whole dollars, from 1 to 100,000.",
    seats: "Type how many people, from 1 to 20.",
    childSeats: "Type a number from 0 to the number of people.",
    times: "Choose a day, and type two different times like 6:30 pm.",
    zips: "Type ZIP codes of five numbers, with a space between them.",
    "too-many": "You have 20 offers. Take one away first.",
    "old-form": "This page was open for too long. Look at it as it is now.",
    closed: "This offer is over. You can make it again.",
  } satisfies Record<OfferProblem, string>,
};

export type OffersWords = typeof en;

const es: OffersWords = {
  title: "Lo que ofrezco",
  how: "Lo ven quienes coordinan, y nadie más. Si le sirve a una familia, una de esas personas le escribe. Nunca tiene que decir que sí.",
  none: "Todavía no ofrece nada.",
  what: "¿Qué podría ofrecer?",
  kinds: {
    nights: "Pagar noches",
    ride: "Llevar en coche",
    things: "Cosas",
    time: "Tiempo",
  },
  kindHints: {
    nights: "Una parte o todo de un motel o un apartamento, una noche o una semana.",
    ride: "El último tramo después del último camión, una mudanza, ir a una oficina.",
    things: "Abrigos, cobijas, comida, pañales, un teléfono.",
    time: "Alguien con quien hablar, que llame a los lugares, que ayude con papeles.",
  },
  words: "Con sus palabras",
  wordsHints: {
    nights: "Por ejemplo: una semana ahora, o dos noches al mes. No escriba aquí números de tarjeta.",
    ride: "Por ejemplo: desde Argentine, de noche no en la autopista, puede ir un perro.",
    things: "Ayudan las tallas y los números: “dos abrigos, para 6 y 9 años”.",
    time: "Por ejemplo: los martes en la tarde, español e inglés.",
  },
  helps: "En qué puede ayudar",
  amount: "¿Hasta cuántos dólares?",
  amountHint: "Todavía no es un pago. Usted le paga al motel, o al grupo, cuando haga falta.",
  seats: "¿Cuántas personas caben?",
  childSeats: "¿Cuántas de ellas en una silla para niños?",
  childSeatsHint: "La necesitan los menores de 8 años.",
  when: "¿Cuándo puede manejar?",
  anyTime: "A cualquier hora, si me preguntan",
  atTimes: "Estos días, entre estas horas",
  from: "Desde",
  until: "Hasta",
  timeHint: "Como 6:30 pm. Si la hora final es más temprana, pasa de la medianoche.",
  zips: "¿Solo en algunas partes de la ciudad?",
  zipsHint: "Códigos postales con un espacio entre ellos. Déjelo vacío si es en cualquier parte.",
  once: "¿Cuántas veces?",
  onlyOnce: "Una vez: después ya no está",
  again: "Muchas veces",
  save: "Ofrecerlo",
  saveChange: "Guardar",
  change: "Cambiar",
  still: "Sigue en pie",
  pause: "Ahora no",
  resume: "Ofrecerlo otra vez",
  end: "Quitarlo",
  states: {
    open: (until) => `Contamos con esto hasta el ${until}. Después le preguntamos si sigue en pie.`,
    doubtful: "No sabemos si esto sigue en pie. Con un toque nos lo dice.",
    paused: "Está en pausa.",
    used: "Ya se usó. Gracias.",
    ended: "Usted lo quitó.",
  },
  used: (times) => (times === 1 ? "Ayudó una vez." : `Ayudó ${times} veces.`),
  all: "Lo que ofrecen",
  allNone: "Ahora no hay nada en pie. Pregunte qué podrían hacer.",
  by: (name) => `De ${name}`,
  upTo: (money) => `Hasta ${money}`,
  seatsSaid: (seats, childSeats) =>
    `${seats === 1 ? "1 persona" : `${seats} personas`}${childSeats > 0 ? `, ${childSeats} en silla para niños` : ""}`,
  only: (zips) => `Solo en ${zips}`,
  saved: "Guardado.",
  back: "Volver",
  problems: {
    words: "Diga en pocas palabras qué es, con hasta 600 letras.",
    helps: "Marque por lo menos una.",
    amount: "Escriba dólares enteros, de 1 a 100,000.",
    seats: "Escriba cuántas personas, de 1 a 20.",
    childSeats: "Escriba un número de 0 hasta el número de personas.",
    times: "Elija un día, y escriba dos horas distintas, como 6:30 pm.",
    zips: "Escriba códigos postales de cinco números, con un espacio entre ellos.",
    "too-many": "Ya tiene 20 ofrecimientos. Quite uno primero.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Véala como está ahora.",
    closed: "Esto ya terminó. Puede ofrecerlo otra vez.",
  },
};

export const offersWords: Record<Language, OffersWords> = { en, es };
