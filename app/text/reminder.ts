/** What reminds staff that nobody has said whether their place opens tonight, and how to turn that off. */
import type { Language } from "~/text/language";

type Reminded = {
  name: string;
  place: string;
  /** "8 am". */
  hour: string;
  board: string | null;
  settings: string | null;
};

type ReminderMail = { subject: string; text: string };

const en = {
  title: "Reminders",
  about:
    "We send you an email when nobody has said if your place opens tonight: 30 minutes before the time, and at it.",
  on: "You get these emails.",
  off: "You do not get these emails.",
  turnOn: "Send me these emails",
  turnOff: "Stop these emails",
  old: "This page was open for too long. Look at it again, then tap.",
  back: "Your places",
  soon: (told: Reminded): ReminderMail => ({
    subject: `${told.place}: do you open tonight?`,
    text: `Hello ${told.name},

nobody has said yet if ${told.place} opens tonight. Families see "not decided yet". Please say it by ${told.hour}.

${en.where(told)}`,
  }),
  now: (told: Reminded): ReminderMail => ({
    subject: `${told.place}: still not decided for tonight`,
    text: `Hello ${told.name},

it is past ${told.hour}, and nobody has said if ${told.place} opens tonight. Families plan their way now. Please say yes or no.

${en.where(told)}`,
  }),
  where: ({ board, settings }: Reminded): string =>
    board
      ? `Say it here: ${board}

To stop these emails: ${settings}
`
      : "Say it on your board. There you can also stop these emails.\n",
};

export type ReminderWords = typeof en;

const es: ReminderWords = {
  title: "Recordatorios",
  about:
    "Le mandamos un correo cuando nadie ha dicho si su lugar abre esta noche: 30 minutos antes de la hora, y a la hora.",
  on: "Usted recibe estos correos.",
  off: "Usted no recibe estos correos.",
  turnOn: "Mándenme estos correos",
  turnOff: "No me manden estos correos",
  old: "Esta página estuvo abierta mucho tiempo. Véala otra vez y toque de nuevo.",
  back: "Sus lugares",
  soon: (told) => ({
    subject: `${told.place}: ¿abren esta noche?`,
    text: `Hola, ${told.name}:

todavía nadie ha dicho si ${told.place} abre esta noche. Las familias ven "todavía no deciden". La hora para decirlo: ${told.hour}.

${es.where(told)}`,
  }),
  now: (told) => ({
    subject: `${told.place}: falta decidir si abren esta noche`,
    text: `Hola, ${told.name}:

ya pasó la hora (${told.hour}) y nadie ha dicho si ${told.place} abre esta noche. Las familias buscan ahora cómo llegar. Por favor, diga sí o no.

${es.where(told)}`,
  }),
  where: ({ board, settings }) =>
    board
      ? `Dígalo aquí: ${board}

Para no recibir estos correos: ${settings}
`
      : "Dígalo en su tablero. Ahí también puede parar estos correos.\n",
};

export const reminderWords: Record<Language, ReminderWords> = { en, es };
