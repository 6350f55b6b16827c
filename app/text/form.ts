/** The words of the search form, and what it asks for again. */
import { LONGEST_WHERE, MOST_ADULTS, MOST_CHILDREN, type SearchProblem } from "~/domain/search";
import type { Pet } from "~/domain/party";
import type { Language } from "~/text/language";

const en = {
  where: "Where are you?",
  whereHint: "A street corner, a ZIP code, a bus stop or a place. Like: 7th & Minnesota",
  nearMe: "Use my phone's position",
  nearMeHint: "We round it to about a block and do not keep it.",
  nearMeWaiting: "Looking for your position...",
  nearMeFound: "We have your position. Now say who is with you.",
  nearMeNotFound: "Your phone did not share its position. Type a street corner or a ZIP code.",
  adults: "Adults",
  children: "Children's ages",
  childrenHint: "Like: 6, 9. For a baby: 0. Empty if none.",
  more: "Pets, wheelchair, another time",
  petsTitle: "Animals with you",
  pets: {
    "service-animal": "Service animal",
    cat: "Cat",
    "small-dog": "Small dog",
    "large-dog": "Large dog",
  } satisfies Record<Pet, string>,
  wheelchair: "We use a wheelchair",
  together: "Keep us together",
  when: "When do you want to leave?",
  whenHint: "Empty means now. Like: 5:30 pm",
  why: "We ask only to find places that take all of you. You can skip any question.",
  go: "Find a warm place",
  mendTitle: "Please look at this again",
  problems: {
    where: {
      "too-long": `That is too long to look up. Use at most ${LONGEST_WHERE} letters, like: 7th & Minnesota.`,
    },
    region: { "not-known": "We don't know that area. Type where you are." },
    adults: {
      "not-a-number": "Write how many adults as a number, like 2.",
      "out-of-range": `Write a number of adults from 0 to ${MOST_ADULTS}. For a larger group, call 2-1-1.`,
    },
    children: {
      "not-a-number": "Write each child's age as a number, like: 6, 9.",
      "out-of-range": "Write ages from 0 to 17. Count people of 18 and older as adults.",
      "too-many": `Write at most ${MOST_CHILDREN} ages. For a larger group, call 2-1-1.`,
    },
    pets: { "not-known": "We don't know that animal. Choose from the list." },
    when: { "not-a-time": "Write a time like 5:30 pm, or leave it empty for now." },
  } as Partial<Record<SearchProblem["field"], Partial<Record<SearchProblem["problem"], string>>>>,
  problem: "We could not read this. Please write it again.",
};

export type FormWords = typeof en;

const es: FormWords = {
  where: "¿Dónde está usted?",
  whereHint: "Una esquina, un código postal, una parada o un lugar. Por ejemplo: 7th y Minnesota",
  nearMe: "Usar la posición de mi teléfono",
  nearMeHint: "La redondeamos a una cuadra más o menos y no la guardamos.",
  nearMeWaiting: "Buscando su posición...",
  nearMeFound: "Ya tenemos su posición. Ahora diga quién va con usted.",
  nearMeNotFound: "Su teléfono no dio la posición. Escriba una esquina o un código postal.",
  adults: "Adultos",
  children: "Edades de los niños",
  childrenHint: "Por ejemplo: 6, 9. Un bebé: 0. Vacío si no hay.",
  more: "Animales, silla de ruedas, otra hora",
  petsTitle: "Animales que van con usted",
  pets: {
    "service-animal": "Animal de servicio",
    cat: "Gato",
    "small-dog": "Perro chico",
    "large-dog": "Perro grande",
  },
  wheelchair: "Usamos silla de ruedas",
  together: "No nos separen",
  when: "¿A qué hora quiere salir?",
  whenHint: "Vacío quiere decir ahora. Por ejemplo: 5:30 pm",
  why: "Preguntamos solo para hallar lugares que los reciban a todos. Puede dejar cualquier pregunta sin contestar.",
  go: "Buscar un lugar cálido",
  mendTitle: "Revise esto, por favor",
  problems: {
    where: {
      "too-long": `Es muy largo para buscarlo. Use ${LONGEST_WHERE} letras o menos. Por ejemplo: 7th y Minnesota.`,
    },
    region: { "not-known": "No conocemos esa zona. Escriba dónde está." },
    adults: {
      "not-a-number": "Escriba cuántos adultos son con un número, por ejemplo 2.",
      "out-of-range": `Escriba un número de adultos del 0 al ${MOST_ADULTS}. Si son más, llame al 2-1-1.`,
    },
    children: {
      "not-a-number": "Escriba la edad de cada niño con un número, por ejemplo: 6, 9.",
      "out-of-range": "Escriba edades del 0 al 17. De 18 años en adelante cuentan como adultos.",
      "too-many": `Escriba ${MOST_CHILDREN} edades o menos. Si son más, llame al 2-1-1.`,
    },
    pets: { "not-known": "No conocemos ese animal. Escoja de la lista." },
    when: { "not-a-time": "Escriba una hora como 5:30 pm, o déjelo vacío para salir ahora." },
  },
  problem: "No pudimos leer esto. Escríbalo otra vez, por favor.",
};

export const formWords: Record<Language, FormWords> = { en, es };

/** The sentence for one problem. */
export function problemSentence(words: FormWords, { field, problem }: SearchProblem): string {
  return words.problems[field]?.[problem] ?? words.problem;
}
