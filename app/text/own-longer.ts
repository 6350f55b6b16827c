/** What a family reads where it could stay in its room for more nights. */
import type { Language } from "~/text/language";

const en = {
  title: "Would you like to stay longer?",
  ask: (day: string) => `You could stay until ${day} if the host says yes too.`,
  yes: "Yes, until then",
  no: "No, as it was",
};

const es: typeof en = {
  title: "¿Le gustaría quedarse más?",
  ask: (day) => `Puede ser hasta el ${day}, si la otra parte también dice que sí.`,
  yes: "Sí, hasta ese día",
  no: "No, como estaba",
};

export const ownLongerWords: Record<Language, typeof en> = { en, es };
