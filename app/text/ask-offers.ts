/** Beside an ask: what members offer that may fit, and what was offered to the family. */
import type { Meeting, Offered } from "~/domain/offer";
import type { Language } from "~/text/language";

type Why = Extract<Meeting, { meets: "maybe" }>["why"];

const en = {
  title: "What members offer",
  hint: "Write to the member first. They read that they helped a family, never which one.",
  none: "No offer of a member fits this ask now.",
  offered: "Offered to this family",
  offeredAt: (who: string, at: string) => `From ${who}, ${at}`,
  write: (who: string) => `Write to ${who}`,
  use: "I offered this to the family",
  once: "It is there once: after this tap nobody else can use it.",
  again: "It can help others too.",
  yes: "Fits.",
  maybe: {
    "child-seats": "May fit: not enough seats for children under 8.",
    elsewhere: "May fit: they offer it in another part of town.",
    "other-hours": "May fit: they do not drive at this hour.",
    "not-confirmed": "May fit: they have not said for a month that it stands.",
  } satisfies Record<Why, string>,
  came: {
    used: "It is written down that you offered it.",
    closed: "This offer is over, or somebody else used it. Nothing was changed.",
    "old-form": "This page was open for too long. Look at it as it is now.",
  } satisfies Record<Offered, string>,
};

export type AskOffersWords = typeof en;

const es: AskOffersWords = {
  title: "Lo que ofrecen los miembros",
  hint: "Primero escriba a quien lo ofrece. Esa persona lee que ayudó a una familia, nunca a cuál.",
  none: "Ahora nada de lo que ofrecen le sirve a este pedido.",
  offered: "Ofrecido a esta familia",
  offeredAt: (who, at) => `De ${who}, ${at}`,
  write: (who) => `Escribir a ${who}`,
  use: "Ya se lo ofrecí a la familia",
  once: "Hay uno solo: después de este toque nadie más lo puede usar.",
  again: "También puede ayudar a otros.",
  yes: "Sirve.",
  maybe: {
    "child-seats": "Puede servir: faltan sillas para menores de 8 años.",
    elsewhere: "Puede servir: lo ofrecen en otra parte de la ciudad.",
    "other-hours": "Puede servir: a esta hora no maneja.",
    "not-confirmed": "Puede servir: hace un mes que no dice si sigue en pie.",
  },
  came: {
    used: "Quedó anotado que usted lo ofreció.",
    closed: "Esto ya terminó, o alguien más lo usó. No se cambió nada.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Véala como está ahora.",
  },
};

export const askOffersWords: Record<Language, AskOffersWords> = { en, es };
