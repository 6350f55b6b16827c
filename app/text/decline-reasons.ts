/** Why staff could not take somebody, as that person reads it: kept in both languages, for nobody asked which one they read. */
import { LANGUAGES, type Language } from "~/text/language";

export const DECLINE_REASONS = {
  full: { en: "We have no room left tonight.", es: "Ya no nos queda lugar esta noche." },
  size: {
    en: "Our rooms are too small for all of you.",
    es: "Nuestros cuartos son muy chicos para todos ustedes.",
  },
  closed: { en: "We are not open tonight.", es: "Esta noche no abrimos." },
  broken: {
    en: "Something in the house broke. It is not safe tonight.",
    es: "Algo se descompuso en la casa. Esta noche no es segura.",
  },
  pets: { en: "We can't take a pet tonight.", es: "Esta noche no podemos recibir mascotas." },
  call: {
    en: "Please call us first. We want to find a way with you.",
    es: "Por favor llámenos primero. Queremos buscar una solución con ustedes.",
  },
} satisfies Record<string, Record<Language, string>>;
export type DeclineReason = keyof typeof DECLINE_REASONS;

export const LONGEST_OWN_WORDS = 150;

/** What is kept of a chosen reason, of own words, or of both. */
export function declineText(reason: DeclineReason | null, ownWords: string): string {
  return [...(reason ? [inAll(reason)] : []), ...(ownWords ? [ownWords] : [])].join(" ");
}

/** A kept reason in one language, as far as it is a listed one. */
export function reasonIn(kept: string, language: Language): string {
  for (const reason of Object.keys(DECLINE_REASONS) as DeclineReason[]) {
    const whole = inAll(reason);
    if (kept === whole || kept.startsWith(`${whole} `))
      return `${DECLINE_REASONS[reason][language]}${kept.slice(whole.length)}`;
  }
  return kept;
}

function inAll(reason: DeclineReason): string {
  return LANGUAGES.map((language) => DECLINE_REASONS[reason][language]).join(" / ");
}
