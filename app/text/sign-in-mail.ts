/** The mail that brings a sign-in code. */
import type { Language } from "~/text/language";

type SignInMail = { subject: string; text: string };

export function signInMail({ name, code }: { name: string; code: string }, language: Language): SignInMail {
  return mails[language](name, `${code.slice(0, 3)} ${code.slice(3)}`);
}

const mails: Record<Language, (name: string, spaced: string) => SignInMail> = {
  en: (name, spaced) => ({
    subject: `${spaced} is your Warmstop code`,
    text: `Hello ${name},

your code is ${spaced}

It works once, for 10 minutes. If you did not ask for it, do nothing: without it nobody can sign in as you.
Nobody from Warmstop will ever ask you for it.
`,
  }),
  es: (name, spaced) => ({
    subject: `${spaced} es su código de Warmstop`,
    text: `Hola, ${name}:

su código es ${spaced}

Sirve una vez, durante 10 minutos. Si usted no lo pidió, no haga nada: sin él nadie puede entrar en su nombre.
Nadie de Warmstop se lo va a pedir nunca.
`,
  }),
};
