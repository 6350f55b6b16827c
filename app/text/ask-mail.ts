/** The mails to coordinators about asks. They say that somebody asks, and never who, what or where. */
import type { MailText } from "~/text/alert-mail";
import type { Language } from "~/text/language";

/** `desk`: null on a server that does not know its own address. */
type Told = { name: string; group: string; desk: string | null };

const en = {
  new: (told: Told): MailText => ({
    subject: "Warmstop: somebody asks for help",
    text: `Hello ${told.name},

somebody asks ${told.group} for help. They wait for a word from you. You get this mail because you are on call.

${en.where(told)}`,
  }),
  risen: (told: Told): MailText => ({
    subject: "Warmstop: somebody still waits for a word",
    text: `Hello ${told.name},

somebody asked ${told.group} for help, and nobody has answered them so far. Even a short word helps: "We read this. We are looking."

${en.where(told)}`,
  }),
  where: ({ desk }: Told): string =>
    desk ? `Sign in and read it here: ${desk}\n` : "Sign in and read it at your group's desk.\n",
};

export type AskMailWords = typeof en;

const es: AskMailWords = {
  new: (told) => ({
    subject: "Warmstop: alguien pide ayuda",
    text: `Hola, ${told.name}:

alguien le pide ayuda a ${told.group}. Espera una palabra de ustedes. Usted recibe este correo porque está de guardia.

${es.where(told)}`,
  }),
  risen: (told) => ({
    subject: "Warmstop: alguien todavía espera una palabra",
    text: `Hola, ${told.name}:

alguien le pidió ayuda a ${told.group}, y todavía nadie le contesta. Una palabra corta ya ayuda: "Ya lo leímos. Estamos buscando."

${es.where(told)}`,
  }),
  where: ({ desk }) =>
    desk ? `Entre y léalo aquí: ${desk}\n` : "Entre y léalo en la mesa de pedidos de su grupo.\n",
};

export const askMails: Record<Language, AskMailWords> = { en, es };
