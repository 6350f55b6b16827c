/** Why a place takes a party, may take it, or does not. */
import type { Fit, FitPoint, FitReason } from "~/domain/fit";
import { isFamily, people, type Party } from "~/domain/party";
import type { Language } from "~/text/language";
import { sayList } from "~/text/say";

type Limit = number | undefined;
type Points = Record<FitPoint, (limit: Limit) => string>;

/** Each point as what to ask about ("about the dog"), and as the reason for a no ("adults only"). */
type FitWords = {
  yes: (party: Party) => string;
  maybe: (about: string) => string;
  no: (because: string) => string;
  mayNotBeAllowed: string;
  animalMayHaveToBeLetIn: string;
  ask: Points;
  because: Points;
};

const en: FitWords = {
  yes: (party) =>
    isFamily(party) && party.adults > 0
      ? "Fits your family."
      : people(party) > 1
        ? "Fits all of you."
        : party.adults === 1
          ? "Fits you."
          : "Takes you.",
  maybe: (about) => `May fit: ask ${about}.`,
  no: (because) => `Does not fit: ${because}.`,
  mayNotBeAllowed: "Turning a family away for a child's age may not be allowed. Call 2-1-1 and ask.",
  animalMayHaveToBeLetIn: "They may have to let a service animal in. Call 2-1-1 and ask.",
  ask: {
    children: () => "if they take children",
    "adults-alone": () => "if they take adults without children",
    "women-only": () => "if they take men",
    "men-only": () => "if they take women",
    "youth-alone": () => "if they take young people without an adult",
    "age-min": () => "about the age limit",
    "age-max": () => "about the age limit",
    "teen-boys": () => "about teenage boys",
    fathers: () => "if they take fathers",
    couples: () => "if they take couples",
    "group-size": () => "if there is room for all of you",
    together: () => "if you can stay together",
    "service-animal": () => "about your service animal",
    cat: () => "about the cat",
    "small-dog": () => "about the dog",
    "large-dog": () => "about the dog",
    wheelchair: () => "about the wheelchair",
    referral: () => "if someone must send you",
  },
  because: {
    children: () => "adults only",
    "adults-alone": () => "families with children only",
    "women-only": () => "women only",
    "men-only": () => "men only",
    "youth-alone": () => "an adult must come along",
    "age-min": (limit) => `from age ${limit} on`,
    "age-max": (limit) => `up to age ${limit} only`,
    "teen-boys": () => "no teenage boys",
    fathers: () => "no fathers",
    couples: () => "no couples",
    "group-size": (limit) => `at most ${limit} people`,
    together: () => "you could not stay together",
    "service-animal": () => "they say no service animals",
    cat: () => "no cats",
    "small-dog": () => "no dogs",
    "large-dog": () => "no large dogs",
    wheelchair: () => "a wheelchair cannot get in",
    referral: () => "another office must send you first",
  },
};

const es: FitWords = {
  yes: (party) =>
    isFamily(party) && party.adults > 0
      ? "Sirve para su familia."
      : people(party) > 1
        ? "Sirve para todos ustedes."
        : party.adults === 1
          ? "Sirve para usted."
          : "Le reciben.",
  maybe: (about) => `Puede servir: pregunte ${about}.`,
  no: (because) => `No sirve: ${because}.`,
  mayNotBeAllowed:
    "Puede que no esté permitido rechazar a una familia por la edad de un niño. Llame al 2-1-1 y pregunte.",
  animalMayHaveToBeLetIn:
    "Puede que tengan que dejar entrar al animal de servicio. Llame al 2-1-1 y pregunte.",
  ask: {
    children: () => "si reciben niños",
    "adults-alone": () => "si reciben adultos sin niños",
    "women-only": () => "si reciben hombres",
    "men-only": () => "si reciben mujeres",
    "youth-alone": () => "si reciben jóvenes sin un adulto",
    "age-min": () => "por el límite de edad",
    "age-max": () => "por el límite de edad",
    "teen-boys": () => "por los muchachos adolescentes",
    fathers: () => "si reciben a un papá con sus hijos",
    couples: () => "si reciben parejas",
    "group-size": () => "si hay lugar para todos ustedes",
    together: () => "si pueden quedarse juntos",
    "service-animal": () => "por su animal de servicio",
    cat: () => "por el gato",
    "small-dog": () => "por el perro",
    "large-dog": () => "por el perro",
    wheelchair: () => "por la silla de ruedas",
    referral: () => "si alguien tiene que mandarlos",
  },
  because: {
    children: () => "solo adultos",
    "adults-alone": () => "solo familias con niños",
    "women-only": () => "solo mujeres",
    "men-only": () => "solo hombres",
    "youth-alone": () => "tiene que venir un adulto",
    "age-min": (limit) => `desde los ${limit} años`,
    "age-max": (limit) => `solo hasta los ${limit} años`,
    "teen-boys": () => "no reciben muchachos adolescentes",
    fathers: () => "no reciben a un papá con sus hijos",
    couples: () => "no reciben parejas",
    "group-size": (limit) => `${limit} personas a lo más`,
    together: () => "no podrían quedarse juntos",
    "service-animal": () => "dicen que no a los animales de servicio",
    cat: () => "no aceptan gatos",
    "small-dog": () => "no aceptan perros",
    "large-dog": () => "no aceptan perros grandes",
    wheelchair: () => "no se puede entrar en silla de ruedas",
    referral: () => "otra oficina tiene que mandarlos primero",
  },
};

export const fitWords: Record<Language, FitWords> = { en, es };

/** One line: "May fit: ask about the dog and about the wheelchair."; on a card the `most` important points only. */
export function fitSentence(fit: Fit, party: Party, language: Language, most = Infinity): string {
  const words = fitWords[language];
  const said = (reasons: readonly FitReason[], points: Points) =>
    sayList([...new Set(reasons.map(({ point, limit }) => points[point](limit)))].slice(0, most), language);
  switch (fit.kind) {
    case "yes":
      return words.yes(party);
    case "maybe":
      return words.maybe(said(fit.ask, words.ask));
    case "no":
      return words.no(said(fit.because, words.because));
  }
}

/** What to say where turning the party away may not be allowed; null where it may be. */
export function lawSentence(fit: Fit, language: Language): string | null {
  if (fit.kind !== "no" || !fit.mayNotBeAllowed) return null;
  const words = fitWords[language];
  const isAboutAnimal = fit.because.some(({ point }) => point === "service-animal");
  return isAboutAnimal ? words.animalMayHaveToBeLetIn : words.mayNotBeAllowed;
}
