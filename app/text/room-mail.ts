/** The mails about rooms and families. No address, no name and nothing of a family leaves by mail: only where to look. */
import type { MailText } from "~/text/alert-mail";
import type { Language } from "~/text/language";

type Told = { name: string; group: string; page: string | null };
export type RoomMail =
  "room-asked" | "room-news" | "room-waits" | "room-call" | "room-wants-out" | "room-ends";
type Mails = Record<RoomMail, (told: Told) => MailText>;

const en =
  (subject: string, says: (group: string) => string) =>
  ({ name, group, page }: Told): MailText => ({
    subject: `Warmstop: ${subject}`,
    text: `Hello ${name},

${says(group)}

${page ? `Look here: ${page}` : "Sign in and look at your group's pages."}
`,
  });
const es =
  (subject: string, says: (group: string) => string) =>
  ({ name, group, page }: Told): MailText => ({
    subject: `Warmstop: ${subject}`,
    text: `Hola, ${name}:

${says(group)}

${page ? `Véalo aquí: ${page}` : "Entre y véalo en las páginas de su grupo."}
`,
  });

export const roomMails: Record<Language, Mails> = {
  en: {
    "room-asked": en(
      "could a family come?",
      (group) => `${group} asks if a family may stay in your room. Say yes or no on your page. A no is fine.`,
    ),
    "room-news": en("news about your room", () => "Something has changed about a family and your room."),
    "room-waits": en(
      "a room did not come about",
      (group) =>
        `a family that asked ${group} was told of a room, and it did not come about. They wait for a word from you.`,
    ),
    "room-call": en(
      "please call a family",
      (group) =>
        `a family that has a room through ${group} asks for a call, has not answered, or its room was stopped. Read how to reach them safely, then call.`,
    ),
    "room-wants-out": en(
      "a family wants to leave now",
      (group) =>
        `a family that stays in a room through ${group} wants to leave now. Find them another place first. Ask why later, or never.`,
    ),
    "room-ends": en(
      "a family leaves its room soon",
      (group) => `a family leaves a room of ${group} within three days. Look with them for what comes next.`,
    ),
  },
  es: {
    "room-asked": es(
      "¿podría llegar una familia?",
      (group) =>
        `${group} pregunta si una familia se puede quedar en su cuarto. Diga sí o no en su página. Puede decir que no.`,
    ),
    "room-news": es("novedades de su cuarto", () => "Algo cambió sobre una familia y su cuarto."),
    "room-waits": es(
      "un cuarto no se pudo",
      (group) =>
        `a una familia que pidió ayuda a ${group} se le habló de un cuarto, y no se pudo. Espera una palabra de ustedes.`,
    ),
    "room-call": es(
      "llame a una familia, por favor",
      (group) =>
        `una familia que tiene un cuarto por ${group} pide una llamada, no ha contestado, o su cuarto se detuvo. Lea cómo llamarle sin peligro, y llame.`,
    ),
    "room-wants-out": es(
      "una familia quiere irse ya",
      (group) =>
        `una familia que se queda en un cuarto por ${group} quiere irse ya. Primero búsquele otro lugar. Pregunte por qué después, o nunca.`,
    ),
    "room-ends": es(
      "una familia deja pronto su cuarto",
      (group) =>
        `una familia deja un cuarto de ${group} en menos de tres días. Busque con ella lo que sigue.`,
    ),
  },
};
