/** The mail that tells somebody that they may sign in. */
import type { Language } from "~/text/language";

type Invitation = { name: string; address: string };
type InvitationMail = { subject: string; text: string };

export function invitationMail(invitation: Invitation, language: Language): InvitationMail {
  return mails[language](invitation);
}

const mails: Record<Language, (invitation: Invitation) => InvitationMail> = {
  en: ({ name, address }) => ({
    subject: "You can sign in to Warmstop now",
    text: `Hello ${name},

your team keeps its shelter's counts with Warmstop, and you can sign in now:

${address}

Type this email address there. You get a code by email each time; there is no password.
If you do not know what this is about, do nothing.
`,
  }),
  es: ({ name, address }) => ({
    subject: "Ya puede entrar en Warmstop",
    text: `Hola, ${name}:

su equipo lleva las cuentas de su albergue con Warmstop, y usted ya puede entrar:

${address}

Escriba ahí este correo. Cada vez le llega un código por correo; no hay contraseña.
Si no sabe de qué se trata, no haga nada.
`,
  }),
};
