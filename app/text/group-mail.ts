/**
 * The mails to those in a group, and to the operator who lets it in. Nothing of a family leaves by mail: only that it must not wait,
 * and where to look.
 */
import type { MailText } from "~/text/alert-mail";
import type { Language } from "~/text/language";

type Told = { name: string; group: string; page: string | null };
export type GroupMail =
  "group-waits" | "join-asked" | "still-stands" | "stay-ends" | "wants-out" | "no-check-in";
type Mails = Record<GroupMail, (told: Told) => MailText>;

const here = (page: string | null) =>
  page ? `Look here: ${page}\n` : "Sign in and look at your group's pages.\n";
const aqui = (page: string | null) =>
  page ? `Véalo aquí: ${page}\n` : "Entre y véalo en las páginas de su grupo.\n";

const en: Mails = {
  "group-waits": ({ name, group, page }) => ({
    subject: "Warmstop: a group waits for you",
    text: `Hello ${name},

${group} has two coordinators now and wants to begin. They would read what families write. Talk with them, then let them in, or not.

${here(page)}`,
  }),
  "join-asked": ({ name, group, page }) => ({
    subject: "Warmstop: somebody wants to help",
    text: `Hello ${name},

somebody asks to join ${group}. Read what they say, talk with them, then say yes or no.

${here(page)}`,
  }),
  "still-stands": ({ name, group, page }) => ({
    subject: "Warmstop: does your offer still stand?",
    text: `Hello ${name},

you offered something in ${group}, and soon we will not count on it any more. Does it still stand? One tap says so. If not, do nothing.

${here(page)}`,
  }),
  "stay-ends": ({ name, group, page }) => ({
    subject: "Warmstop: a stay ends soon",
    text: `Hello ${name},

a stay of ${group} ends within three days. Make it longer, find what comes next, or talk it through with the family.

${here(page)}`,
  }),
  "wants-out": ({ name, group, page }) => ({
    subject: "Warmstop: a family wants to leave now",
    text: `Hello ${name},

a family that stays somewhere through ${group} wants to leave now. Find them another place first. Ask why later, or never.

${here(page)}`,
  }),
  "no-check-in": ({ name, group, page }) => ({
    subject: "Warmstop: please call a family",
    text: `Hello ${name},

a family that stays somewhere through ${group} asks for a call, or has not answered for an hour. Read how to reach them safely, then call.

${here(page)}`,
  }),
};

const es: Mails = {
  "group-waits": ({ name, group, page }) => ({
    subject: "Warmstop: un grupo espera su respuesta",
    text: `Hola, ${name}:

${group} ya tiene dos coordinadores y quiere empezar. Van a leer lo que escriben las familias. Hable con ellos y luego déjelos entrar, o no.

${aqui(page)}`,
  }),
  "join-asked": ({ name, group, page }) => ({
    subject: "Warmstop: alguien quiere ayudar",
    text: `Hola, ${name}:

alguien pide entrar en ${group}. Lea lo que dice, hable con esa persona y luego diga sí o no.

${aqui(page)}`,
  }),
  "still-stands": ({ name, group, page }) => ({
    subject: "Warmstop: ¿sigue en pie lo que ofrece?",
    text: `Hola, ${name}:

usted ofreció algo en ${group}, y pronto ya no contaremos con eso. ¿Sigue en pie? Con un toque nos lo dice. Si no, no haga nada.

${aqui(page)}`,
  }),
  "stay-ends": ({ name, group, page }) => ({
    subject: "Warmstop: una estancia termina pronto",
    text: `Hola, ${name}:

una estancia de ${group} termina en menos de tres días. Alárguela, busque lo que sigue, o háblelo con la familia.

${aqui(page)}`,
  }),
  "wants-out": ({ name, group, page }) => ({
    subject: "Warmstop: una familia quiere irse ya",
    text: `Hola, ${name}:

una familia que se queda en un lugar por ${group} quiere irse ya. Primero búsquele otro lugar. Pregunte por qué después, o nunca.

${aqui(page)}`,
  }),
  "no-check-in": ({ name, group, page }) => ({
    subject: "Warmstop: llame a una familia, por favor",
    text: `Hola, ${name}:

una familia que se queda en un lugar por ${group} pide una llamada, o lleva una hora sin contestar. Lea cómo llamarle sin peligro, y llame.

${aqui(page)}`,
  }),
};

export const groupMails: Record<Language, Mails> = { en, es };
