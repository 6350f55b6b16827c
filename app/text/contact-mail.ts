/** The mail that brings a seeker's code. Nothing in it says what it is for: somebody else may read the mailbox too. */
import type { Language } from "~/text/language";

type ContactMail = { subject: string; text: string };

export function contactMail(code: string, language: Language): ContactMail {
  return mails[language](`${code.slice(0, 3)} ${code.slice(3)}`);
}

const mails: Record<Language, (spaced: string) => ContactMail> = {
  en: (spaced) => ({
    subject: `${spaced} is your code`,
    text: `Your code is ${spaced}

Type it on the page that asked for it. It works once, for 10 minutes.
You did not ask for a code? Then do nothing.
`,
  }),
  es: (spaced) => ({
    subject: `${spaced} es su código`,
    text: `Su código es ${spaced}

Escríbalo en la página que se lo pidió. Sirve una vez, durante 10 minutos.
¿Usted no pidió un código? Entonces no haga nada.
`,
  }),
};
