/** The mail that brings a code to somebody new. It repeats no name: anybody may have typed it. */
import type { Language } from "~/text/language";

type SignUpMail = { subject: string; text: string };

export function signUpMail(code: string, language: Language): SignUpMail {
  return mails[language](`${code.slice(0, 3)} ${code.slice(3)}`);
}

const mails: Record<Language, (spaced: string) => SignUpMail> = {
  en: (spaced) => ({
    subject: `${spaced} is your Warmstop code`,
    text: `Hello,

somebody typed this mail address to help in a mutual aid group: neighbors who help families without a home.

If it was you, your code is ${spaced}

It works once, for 10 minutes. If it was not you, do nothing: without the code nothing happens.
Nobody from Warmstop will ever ask you for it.
`,
  }),
  es: (spaced) => ({
    subject: `${spaced} es su código de Warmstop`,
    text: `Hola:

alguien escribió este correo para ayudar en un grupo de ayuda mutua: vecinos que ayudan a familias sin casa.

Si fue usted, su código es ${spaced}

Sirve una vez, durante 10 minutos. Si no fue usted, no haga nada: sin el código no pasa nada.
Nadie de Warmstop se lo va a pedir nunca.
`,
  }),
};
