/** The mails to a family that waits for a room. Their subjects say nothing that a stranger may not read on the screen. */
import type { Language } from "~/text/language";

export type MailText = { subject: string; text: string };

/** `page`: where the words are typed; null on a server that does not know its own address. */
type Opening = { words: string; page: string | null };
type Offered = Opening & { place: string; what: string; until: string; fit: string; address: string };
type Held = Opening & { place: string; what: string; until: string; address: string };

const en = {
  open: ({ words, page }: Opening, what: string) => `${what}${page ? `\n${page}` : ""}

${words}

`,
  confirm: (opening: Opening): MailText => ({
    subject: "Warmstop: your five words",
    text: `You asked us to tell you when a room opens.

${en.open(opening, "To start, type these five words on the page where you asked:")}The words work for an hour. If you did not ask for this, do nothing, and we will not write again.
`,
  }),
  offer: ({ place, what, until, fit, address, ...opening }: Offered): MailText => ({
    subject: `Warmstop: you have ${until} to answer`,
    text: `${place} holds ${what} for you ${until}. Say yes by then. After a yes you have at least 1 hour more to get there.
${fit}
${address}

${en.open(opening, "Say yes or no here. If the page asks for five words, these are yours:")}If you do not need it, say so on that page. Then the next family can have it at once.
If we hear nothing by then, we ask the next family. If we hear nothing two times, you are off the list, and you can start again.
In danger now: call 911.
`,
  }),
  held: ({ place, what, until, address, ...opening }: Held): MailText => ({
    subject: `Warmstop: it is yours ${until}`,
    text: `${place} holds ${what} for you ${until}. Come in by then.
${address}

${en.open(opening, "Say these five words at the door. They also open the page of your hold:")}If the bus is late, or you do not need it any more, say so on that page.
`,
  }),
  gone: (place: string, opening: Opening): MailText => ({
    subject: "Warmstop: it is gone",
    text: `What ${place} held for you is gone: somebody at their door needed it, or they could not give it. It was nothing you did.

You stay on the list, in the same spot. Until then call 2-1-1, or call the places yourself.

${en.open(opening, "To see your wait, or leave the list, use these five words:")}`,
  }),
  ended: (isUnanswered: boolean, opening: Opening): MailText => ({
    subject: "Warmstop: do you want to go on?",
    text: `${
      isUnanswered
        ? "We offered you a room two times and heard nothing back. So you are not on the list now."
        : "Your 24 hours on the list are over. We know of nothing free for you now."
    } Do you still need a room? One tap starts it again:

${en.open(opening, "If the page asks for five words, these are yours:")}If not, do nothing: we forget this email in 3 days. You can call 2-1-1 day and night.
`,
  }),
};

export type AlertMailWords = typeof en;

const es: AlertMailWords = {
  open: en.open,
  confirm: (opening) => ({
    subject: "Warmstop: sus cinco palabras",
    text: `Usted pidió que le avisemos cuando haya un cuarto.

${en.open(opening, "Para empezar, escriba estas cinco palabras en la página donde lo pidió:")}Las palabras sirven por una hora. Si usted no lo pidió, no haga nada, y no le escribimos más.
`,
  }),
  offer: ({ place, what, until, fit, address, ...opening }) => ({
    subject: `Warmstop: tiene ${until} para contestar`,
    text: `${place} le aparta ${what} ${until}. Diga que sí antes de esa hora. Después de su sí tiene por lo menos 1 hora más para llegar.
${fit}
${address}

${en.open(opening, "Diga sí o no aquí. Si la página le pide cinco palabras, estas son las suyas:")}Si no lo necesita, dígalo en esa página. Así la familia que sigue lo puede usar en seguida.
Si no sabemos de usted antes de esa hora, le preguntamos a la familia que sigue. Si pasa dos veces, usted sale de la lista, y puede empezar otra vez.
Si está en peligro ahora, llame al 911.
`,
  }),
  held: ({ place, what, until, address, ...opening }) => ({
    subject: `Warmstop: es suyo ${until}`,
    text: `${place} le aparta ${what} ${until}. Entre antes de esa hora.
${address}

${en.open(opening, "Diga estas cinco palabras en la puerta. También abren la página de lo que le apartaron:")}Si el camión viene tarde, o si ya no lo necesita, dígalo en esa página.
`,
  }),
  gone: (place, opening) => ({
    subject: "Warmstop: ya no está",
    text: `Lo que ${place} le apartaba ya no está: alguien en la puerta lo necesitaba, o no lo pudieron dar. No fue por usted.

Usted sigue en la lista, en el mismo lugar. Mientras tanto llame al 2-1-1, o llame usted a los lugares.

${en.open(opening, "Para ver su lugar en la lista, o salir de ella, use estas cinco palabras:")}`,
  }),
  ended: (isUnanswered, opening) => ({
    subject: "Warmstop: ¿quiere seguir?",
    text: `${
      isUnanswered
        ? "Le ofrecimos lugar dos veces y no supimos de usted. Por eso ya no está en la lista."
        : "Ya pasaron sus 24 horas en la lista. Ahora no sabemos de nada libre para usted."
    } ¿Todavía necesita un cuarto? Con un toque empieza otra vez:

${en.open(opening, "Si la página le pide cinco palabras, estas son las suyas:")}Si no, no haga nada: en 3 días olvidamos este correo. Puede llamar al 2-1-1 de día y de noche.
`,
  }),
};

export const alertMails: Record<Language, AlertMailWords> = { en, es };
