/** One calm line for whoever was helped. */
import type { Language } from "~/text/language";

const en = {
  ever: "If you ever want to help someone else:",
  join: (group: string) => `Ask to join ${group}`,
  hint: "You owe nobody anything. They do not learn from us that you asked for help.",
};

export type PayForwardWords = typeof en;

const es: PayForwardWords = {
  ever: "Si algún día quiere ayudar a alguien más:",
  join: (group) => `Pedir entrar a ${group}`,
  hint: "Usted no le debe nada a nadie. Por nosotros no sabrán que usted pidió ayuda.",
};

export const payForwardWords: Record<Language, PayForwardWords> = { en, es };
