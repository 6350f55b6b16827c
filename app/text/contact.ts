/** An email that is shown to be theirs: why it helps, the code, and what to do where that does not work. */
import type { Language } from "~/text/language";

const en = {
  title: "Use your email",
  why: "We send a code to your email. Type it here, and you do not have to wait for a yes: if there is room, it is held for you at once, for 1 to 3 hours.",
  safe: "Use an email that only you read. Our message does not say what the code is for. We forget your email 3 days after your hold is over.",
  field: "Your email",
  send: "Send me the code",
  without: "Go on without email",
  codeTitle: "Type the code from your email",
  sent: (contact: string) => `We sent a code of 6 numbers to ${contact}. It may take a minute.`,
  look: "Is it not there? Look in your spam too.",
  stands: (until: string) =>
    `They can already see what you asked. It counts ${until}, with or without the code.`,
  longer: "With the code they hold it longer, and you do not wait for a yes.",
  code: "The 6 numbers",
  goOn: "Go on",
  again: "Use another email, or get a new code",
  problems: {
    "not-a-mail": "This does not look like an email. Type it like ana@example.org.",
    "wrong-code":
      "These are not the numbers from the newest email, or they are too old: they work for 10 minutes. Look again, or get a new code.",
    "too-many": "That was many times. Wait an hour, or go on without email.",
    away: "We can't send email right now. Go on without it.",
    "no-cookie": "Your phone did not let us remember this page. Try once more, or go on without email.",
    "old-form": "This page was open for too long. Type the code once more.",
  },
};

export type ContactWords = typeof en;
export type ContactProblem = keyof ContactWords["problems"];

const es: ContactWords = {
  title: "Use su correo",
  why: "Le mandamos un código por correo. Escríbalo aquí y ya no tiene que esperar un sí: si hay lugar, se lo apartan en seguida, de 1 a 3 horas.",
  safe: "Use un correo que solo usted lea. El mensaje no dice para qué es el código. Olvidamos su correo a los 3 días de que termine lo apartado.",
  field: "Su correo",
  send: "Mandarme el código",
  without: "Seguir sin correo",
  codeTitle: "Escriba el código de su correo",
  sent: (contact) => `Mandamos un código de 6 números a ${contact}. Puede tardar un minuto.`,
  look: "¿No le llegó? Busque también en el spam.",
  stands: (until) => `Ya ven lo que usted pidió. Vale ${until}, con o sin el código.`,
  longer: "Con el código se lo apartan más tiempo, y no tiene que esperar un sí.",
  code: "Los 6 números",
  goOn: "Seguir",
  again: "Usar otro correo, o pedir otro código",
  problems: {
    "not-a-mail": "Esto no parece un correo. Escríbalo así: ana@example.org.",
    "wrong-code":
      "Esos no son los números del último correo, o ya pasaron 10 minutos. Revíselos, o pida otro código.",
    "too-many": "Fueron muchas veces. Espere una hora, o siga sin correo.",
    away: "Ahora no podemos mandar correos. Siga sin correo.",
    "no-cookie": "Su teléfono no nos dejó recordar esta página. Pruebe una vez más, o siga sin correo.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Escriba el código otra vez.",
  },
};

export const contactWords: Record<Language, ContactWords> = { en, es };
