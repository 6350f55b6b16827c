/** What families ask for, and the sentences that are there in both languages, whoever says them. */
import type { AskKind, GroupQuick, SeekerQuick } from "~/domain/ask";
import type { Language } from "~/text/language";

type AskKindWords = {
  kinds: Record<AskKind, string>;
  group: Record<GroupQuick, string>;
  seeker: Record<SeekerQuick, string>;
};

const en: AskKindWords = {
  kinds: {
    sleep: "a place to sleep",
    ride: "a way there",
    clothes: "warm clothes",
    food: "food",
    phone: "a phone",
    bill: "money for a bill",
    talk: "someone to talk it through",
    unsure: "not sure what would help",
  },
  group: {
    read: "We read what you wrote. We are here.",
    looking: "We are looking. It may take some time.",
    "can-we-call": "Is it safe to call you now?",
    "where-now": "Where are you now? A street corner is enough.",
    "found-something": "We found something for you.",
    "nothing-yet": "Nothing yet. We are still looking.",
  },
  seeker: {
    yes: "Yes.",
    no: "No.",
    "we-are-safe": "We are safe.",
    "call-me": "Please call me.",
    "do-not-call": "Please do not call.",
    "thank-you": "Thank you.",
  },
};

const es: AskKindWords = {
  kinds: {
    sleep: "un lugar para dormir",
    ride: "cómo llegar",
    clothes: "ropa para el frío",
    food: "comida",
    phone: "un teléfono",
    bill: "dinero para una cuenta",
    talk: "alguien con quien hablarlo",
    unsure: "no sabe bien qué le ayudaría",
  },
  group: {
    read: "Ya leímos lo que escribió. Aquí estamos.",
    looking: "Estamos buscando. Puede tardar un poco.",
    "can-we-call": "¿Le podemos llamar ahora sin peligro para usted?",
    "where-now": "¿Dónde está ahora? Basta con una esquina.",
    "found-something": "Encontramos algo para usted.",
    "nothing-yet": "Todavía nada. Seguimos buscando.",
  },
  seeker: {
    yes: "Sí.",
    no: "No.",
    "we-are-safe": "Estamos a salvo.",
    "call-me": "Llámeme, por favor.",
    "do-not-call": "No me llame, por favor.",
    "thank-you": "Gracias.",
  },
};

export const askKindWords: Record<Language, AskKindWords> = { en, es };

/** A quick sentence in the reader's language; one that is not known any more says nothing. */
export function quickSentence(quick: string, language: Language): string {
  const { group, seeker } = askKindWords[language];
  return (group as Record<string, string>)[quick] ?? (seeker as Record<string, string>)[quick] ?? "";
}
