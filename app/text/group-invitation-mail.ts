/** The mail that asks somebody into a mutual aid group. */
import type { GroupRole } from "~/domain/group";
import { LANGUAGES, type Language } from "~/text/language";

export type GroupInvitation = { name: string; by: string; group: string; role: GroupRole; address: string };
type GroupMail = { subject: string; text: string };

/** In every language: of whoever was never here nobody knows which they read. Theirs, if they have said it, comes first. */
export function groupInvitationMail(invitation: GroupInvitation, first: Language): GroupMail {
  const order = [first, ...LANGUAGES.filter((other) => other !== first)];
  const texts = order.map((language) => mails[language](invitation));
  return { subject: texts[0]!.subject, text: texts.map(({ text }) => text).join("\n- - -\n\n") };
}

const mails: Record<Language, (invitation: GroupInvitation) => GroupMail> = {
  en: ({ name, by, group, role, address }) => ({
    subject: `${by} asks you to help in ${group}`,
    text: `Hello ${name},

${by} asks you to help in ${group}. It is a mutual aid group: neighbors who help families without a home.
${role === "coordinator" ? "You would coordinate it: read what families ask for, and find who can help." : "You would help with what you have: a ride, food, warm clothes, some time."}

Say yes or no here:

${address}

Type this mail address there. You get a code by mail each time; there is no password.
If you do not know ${by} or this group, do nothing: then nothing happens.
`,
  }),
  es: ({ name, by, group, role, address }) => ({
    subject: `${by} le pide ayudar en ${group}`,
    text: `Hola, ${name}:

${by} le pide ayudar en ${group}. Es un grupo de ayuda mutua: vecinos que ayudan a familias sin casa.
${role === "coordinator" ? "Usted lo coordinaría: leer lo que piden las familias y buscar quién puede ayudar." : "Usted ayudaría con lo que tiene: un aventón, comida, ropa abrigada, algo de tiempo."}

Diga sí o no aquí:

${address}

Escriba ahí este correo. Cada vez le llega un código por correo; no hay contraseña.
Si no conoce a ${by} o este grupo, no haga nada: entonces no pasa nada.
`,
  }),
};
