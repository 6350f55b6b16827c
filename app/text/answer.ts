/** The sentences of the find page above and below the list. */
import type { Language } from "~/text/language";
import type { Party, Pet } from "~/domain/party";
import type { Found } from "~/domain/where/where";
import { las, sayList } from "~/text/say";

const en = {
  title: "A warm place tonight",
  change: "Change",
  asked: (party: string, where: string, when: string) => `${party}, from ${where}, ${when}.`,
  now: "now",
  myPosition: "your position",
  asOf: (time: string) => `As of ${time}.`,
  askAgain: "Ask again",
  over: (when: string) => `This is about a time that is over: ${when}.`,
  adults: (n: number) => (n === 1 ? "1 adult" : `${n} adults`),
  childrenOf: (ages: string, n: number) => (n === 1 ? `a child of ${ages}` : `children ${ages}`),
  baby: "a baby",
  pets: {
    "service-animal": "a service animal",
    cat: "a cat",
    "small-dog": "a small dog",
    "large-dog": "a large dog",
  } as Record<Pet, string>,
  wheelchair: "a wheelchair",
  together: "kept together",
  tonight: "tonight",
  thatNight: "that night",
  /** `night` is "tonight" or "that night". */
  some: (places: number, night: string) =>
    `${places === 1 ? "1 place" : `${places} places`} can take you ${night}.`,
  warmest: (leave: string, outside: number) => `The warmest way: ${leave}, ${outside}\u00a0min outside.`,
  noWay: (places: number, night: string) =>
    `${places === 1 ? "1 place" : `${places} places`} can take you ${night}, but no bus gets there. Call 2-1-1 and ask for a ride.`,
  leaveIn: (minutes: number) => (minutes <= 0 ? "leave now" : `leave in ${minutes}\u00a0min`),
  leaveAt: (time: string) => `leave at ${time}`,
  none: (family: boolean, night: string) =>
    `No place we know of has a bed for ${family ? "a family" : "you"} ${night}. Here is what still helps.`,
  rank: "First come places that fit you, then those with room, then the least time outside.",
  mapTitle: "Map of these places",
  openMap: "Map",
  closeMap: "List only",
  more: (n: number) => `Show ${n} more`,
  call: "Call",
  call211: "Call 2-1-1",
  way: "Way there",
  details: "More about it",
  bedsTitle: "Can take you for the night",
  warmthTitle: "Warm inside, no beds",
  callTitle: "Call first",
  otherTitle: "Not this time",
  sayThis: "What to say when you call",
  script: (party: string, alone: boolean) =>
    alone
      ? `"I need a place tonight, for one person. Do you have room? When can I come?"`
      : `"We are ${party}. We need a place tonight. Do you have room for us? When can we come?"`,
  tellMe: "Tell me when a room opens",
  askAid: "Ask mutual aid for help",
  warmTitle: "Wait inside until then",
  warmNowTitle: "A warm place now",
  warmThenTitle: "A warm place then",
  ifYes: "If they say yes:",
  warmNow: (name: string) => `${name} is warm.`,
  helpTitle: "Call these numbers too",
  severalTitle: "Which one do you mean?",
  outsideTitle: "We don't know that area yet",
  outside: (region: string, miles: number) =>
    `The nearest area we know is ${region}, about ${miles} miles away. Where you are, call 2-1-1: they know the places near you.`,
  outsideAll: "Where you are, call 2-1-1: they know the places near you.",
  notFoundTitle: "We could not find that place",
  notFound: "Type a street corner like 7th & Minnesota, a ZIP code like 66101, or the name of a bus stop.",
};

export type AnswerWords = typeof en;

const es: AnswerWords = {
  title: "Un lugar cálido esta noche",
  change: "Cambiar",
  asked: (party, where, when) => `${party}, desde ${where}, ${when}.`,
  now: "ahora",
  myPosition: "su posición",
  asOf: (time) => `A ${las(time)}.`,
  askAgain: "Preguntar otra vez",
  over: (when) => `Esto es de una hora que ya pasó: ${when}.`,
  adults: (n) => (n === 1 ? "1 adulto" : `${n} adultos`),
  childrenOf: (ages, n) => (n === 1 ? `un menor de ${ages} años` : `niños de ${ages}`),
  baby: "un bebé",
  pets: {
    "service-animal": "un animal de servicio",
    cat: "un gato",
    "small-dog": "un perro chico",
    "large-dog": "un perro grande",
  },
  wheelchair: "silla de ruedas",
  together: "sin separarse",
  tonight: "esta noche",
  thatNight: "esa noche",
  some: (places, night) =>
    `${places === 1 ? "1 lugar los puede" : `${places} lugares los pueden`} recibir ${night}.`,
  warmest: (leave, outside) => `El camino menos frío: ${leave}, ${outside}\u00a0min afuera.`,
  noWay: (places, night) =>
    `${places === 1 ? "1 lugar los puede" : `${places} lugares los pueden`} recibir ${night}, pero no hay camión que llegue. Llame al 2-1-1 y pregunte si alguien los puede llevar.`,
  leaveIn: (minutes) => (minutes <= 0 ? "salga ahora" : `salga en ${minutes}\u00a0min`),
  leaveAt: (time) => `salga a ${las(time)}`,
  none: (family, night) =>
    `Ningún lugar que conocemos tiene cama para ${family ? "una familia" : "usted"} ${night}. Esto todavía ayuda.`,
  rank: "Primero van los lugares que sirven para ustedes, luego los que tienen espacio, luego los de menos tiempo afuera.",
  mapTitle: "Mapa de estos lugares",
  openMap: "Mapa",
  closeMap: "Solo la lista",
  more: (n) => `Ver ${n} más`,
  call: "Llamar",
  call211: "Llamar al 2-1-1",
  way: "Cómo llegar",
  details: "Más información",
  bedsTitle: "Los pueden recibir para dormir",
  warmthTitle: "Adentro, con calefacción, sin camas",
  callTitle: "Llame primero",
  otherTitle: "Esta vez no",
  sayThis: "Qué decir cuando llame",
  script: (party, alone) =>
    alone
      ? `"Necesito un lugar para esta noche, para una persona. ¿Tienen espacio? ¿A qué hora puedo llegar?"`
      : `"Somos ${party}. Necesitamos un lugar para esta noche. ¿Tienen espacio para nosotros? ¿A qué hora podemos llegar?"`,
  tellMe: "Avísenme cuando haya un cuarto",
  askAid: "Pedir ayuda a la comunidad",
  warmTitle: "Mientras tanto, espere adentro",
  warmNowTitle: "Un lugar con calefacción ahora",
  warmThenTitle: "Un lugar con calefacción a esa hora",
  ifYes: "Si le dicen que sí:",
  warmNow: (name) => `${name} tiene calefacción.`,
  helpTitle: "Llame también a estos números",
  severalTitle: "¿Cuál de estos es?",
  outsideTitle: "Todavía no conocemos esa zona",
  outside: (region, miles) =>
    `La zona más cercana que conocemos es ${region}, a unas ${miles} millas. Donde usted está, llame al 2-1-1: ellos conocen los lugares cercanos.`,
  outsideAll: "Donde usted está, llame al 2-1-1: ellos conocen los lugares cercanos.",
  notFoundTitle: "No encontramos ese lugar",
  notFound:
    "Escriba una esquina como 7th y Minnesota, un código postal como 66101, o el nombre de una parada de camión.",
};

export const answerWords: Record<Language, AnswerWords> = { en, es };

/** Where the search begins, as people say it: never as numbers. */
export function whereWords(where: Found, language: Language): string {
  return where.via === "position" ? answerWords[language].myPosition : where.words;
}

/** "2 adults, children 6 and 9, a small dog". */
export function partySentence(party: Party, language: Language): string {
  const words = answerWords[language];
  const ages = party.childAges.filter((age) => age > 0).map(String);
  const babies = party.childAges.filter((age) => age === 0).map(() => words.baby);
  return [
    ...(party.adults > 0 ? [words.adults(party.adults)] : []),
    ...(ages.length > 0 ? [words.childrenOf(sayList(ages, language), ages.length)] : []),
    ...babies,
    ...party.pets.map((pet) => words.pets[pet]),
    ...(party.wheelchair ? [words.wheelchair] : []),
    ...(party.together ? [words.together] : []),
  ].join(", ");
}
