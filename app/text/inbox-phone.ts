/** What staff read while they hold a bed for somebody on the phone. */
import type { Language } from "~/text/language";

const en = {
  title: "Hold by phone",
  hint: "For somebody who calls you. It is held at once.",
  pool: "What do you want to hold?",
  choice: (what: string, free: number) => `${what}: ${Math.max(0, free)} free`,
  noPools: "This place has no beds or rooms to hold yet.",
  when: "When will they get here?",
  whenHint: "Like 6:30 pm. Leave it empty if they don't know.",
  contact: "How to reach them",
  contactHint: "A phone number, if they like. You can skip it.",
  hold: "Hold it for them",
  problems: {
    pool: "Choose what you want to hold.",
    full: "None of these are free to hold now. Choose another, or look at the count.",
    "arrives-too-late": "We hold for 3 hours at most. Ask them to call again later.",
    when: "Write a time like 6:30 pm, or leave it empty.",
    contact: (most: number) => `Keep it short: at most ${most} letters.`,
    "out-of-range": "Check how many people are coming, and send it again.",
    "key-used-otherwise": "This form was sent before. Look at the list: it may be held.",
    "signed-out": "You are signed out, and nothing was saved. Sign in, and try again.",
  },
  saysTitle: "Read these words to them",
  saysHint: "They say them at the door, in English or in Spanish. Both work for the same hold.",
  another: "Hold for another caller",
  list: "See all asks and holds",
};

export type PhoneWords = typeof en;

const es: PhoneWords = {
  title: "Apartar por teléfono",
  hint: "Para quien le llama. Queda apartado en seguida.",
  pool: "¿Qué va a apartar?",
  choice: (what, free) => `${what}: ${free === 1 ? "1 libre" : `${Math.max(0, free)} libres`}`,
  noPools: "Este lugar todavía no tiene camas ni cuartos para apartar.",
  when: "¿A qué hora llegan?",
  whenHint: "Por ejemplo: 6:30 pm. Déjelo vacío si no saben.",
  contact: "Cómo hablarles",
  contactHint: "Un número de teléfono, si quieren. Puede dejarlo vacío.",
  hold: "Apartarlo para ellos",
  problems: {
    pool: "Escoja qué va a apartar.",
    full: "De estos no queda ninguno libre para apartar. Escoja otro, o vea la cuenta.",
    "arrives-too-late": "Apartamos por 3 horas cuando mucho. Pídales que llamen más tarde.",
    when: "Escriba una hora como 6:30 pm, o déjelo vacío.",
    contact: (most) => `Más corto, por favor: ${most} letras o menos.`,
    "out-of-range": "Revise cuántas personas vienen, y mándelo otra vez.",
    "key-used-otherwise": "Esto ya se mandó antes. Vea la lista: puede que ya esté apartado.",
    "signed-out": "Se cerró su sesión, y no se guardó nada. Entre, y pruebe otra vez.",
  },
  saysTitle: "Léales estas palabras",
  saysHint: "Ellos las dicen en la puerta, en español o en inglés. Sirven igual en los dos idiomas.",
  another: "Apartar para otra llamada",
  list: "Ver a todos los que piden y vienen",
};

export const phoneWords: Record<Language, PhoneWords> = { en, es };
