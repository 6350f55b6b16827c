/** Asking mutual aid: the questions, each with why it is asked, and what the form says where it is shown again. */
import type { AskMend, LongField } from "~/domain/ask-form";
import type { Language } from "~/text/language";

const en = {
  title: "What would help tonight?",
  how: "People around here who help each other read this. No account, no names. You can skip every question.",
  kindsHint: "Choose all that fits. Or choose nothing, and just send it.",
  unsure: "I'm not sure",
  party: "Who needs help",
  partyHint: "So that they look for what is big enough. Never write names.",
  change: "Change",
  skipped: "Not said",
  area: "Roughly where are you?",
  areaHint: "A corner or a ZIP code is enough. It tells them what is near you.",
  words: "In your own words",
  wordsHint: "If you like. Write as you talk. They do not need names.",
  safeTitle: "How can they reach you safely?",
  safe: "You can leave this empty: they answer on the next page, and five words open it on any phone.",
  contact: "Phone or mail",
  contactHint: "If you want a call, a text or a mail. Only the people who run the group see it.",
  reach: "When and how is it safe?",
  reachHint: "So that nobody else reads it. Like: text me after 6 pm.",
  avoid: "What should they never do?",
  avoidHint: "Like: no calls, no voice mail, not while I am at work.",
  shareTitle: "Who may read it?",
  onlyCoordinators: "Only the people who run the group",
  members: "All members of the group too",
  membersHint:
    "More people can help then. They never see how to reach you. Do not write names or numbers into your own words then.",
  to: (name: string) => `This goes to ${name}.`,
  which: "Which group should read it?",
  send: "Send it",
  forgotten: "We forget all of it 3 days after it is over.",
  meanwhile: "Do not wait for an answer: call 2-1-1 too.",
  hasOpen: "You asked before. See what they say",
  haveWords: "I have five words",
  noGroupTitle: "No group to ask here yet",
  noGroup: "We know no mutual aid group there that could read this. Call 2-1-1: a person helps you look.",
  mutualAidLine: (phone: string) => `Or call the mutual aid line, ${phone}.`,
  look: "See what is open now",
  unsent: {
    sending: "Sending...",
    away: "Not sent yet: there is no network. It is kept here, and goes out by itself when the network is back.",
  },
  tooLong: (length: number, most: number) => `This has ${length} letters. Up to ${most} fit. Leave some out.`,
  mend: {
    fields: "Please look at this again. All you typed is still here.",
    "old-form": "This page was open for too long. All you typed is still here: send it again.",
    "no-cookie": "Your phone did not let us keep this page in mind. Send it once more, or call 2-1-1.",
    "unknown-group": "This group reads no asks just now. Look below who else can, or call 2-1-1.",
    "too-many":
      "Many people ask from here, or you have three asks open. It is nothing you did. Call 2-1-1 now, or try again in an hour.",
    "key-used-otherwise": "You sent this page before with other words. If these are new, send it again.",
  } satisfies Record<AskMend, string>,
};

export type AskFormWords = typeof en;
export type LongFieldOfForm = Exclude<LongField, "said">;

const es: AskFormWords = {
  title: "¿Qué le ayudaría esta noche?",
  how: "Esto lo lee gente de por aquí que se ayuda entre sí. Sin cuenta y sin nombres. Puede dejar vacío lo que quiera.",
  kindsHint: "Marque todo lo que le sirva. O no marque nada, y mándelo así.",
  unsure: "No sé bien",
  party: "Quiénes necesitan ayuda",
  partyHint: "Así buscan algo donde quepan todos. Nunca escriba nombres.",
  change: "Cambiar",
  skipped: "Sin decir",
  area: "¿Más o menos dónde está?",
  areaHint: "Basta con una esquina o un código postal. Así saben qué hay cerca.",
  words: "Con sus propias palabras",
  wordsHint: "Si quiere. Escriba como habla. No hacen falta nombres.",
  safeTitle: "¿Cómo le pueden hablar sin peligro?",
  safe: "Lo puede dejar vacío: le contestan en la página que sigue, y cinco palabras la abren en cualquier teléfono.",
  contact: "Teléfono o correo",
  contactHint: "Si quiere una llamada, un mensaje o un correo. Solo lo ven los que llevan el grupo.",
  reach: "¿Cuándo y cómo se puede?",
  reachHint: "Para que nadie más lo lea. Por ejemplo: un mensaje después de las 6 pm.",
  avoid: "¿Qué no deben hacer nunca?",
  avoidHint: "Por ejemplo: no llamar, no dejar recados, no cuando estoy en el trabajo.",
  shareTitle: "¿Quién lo puede leer?",
  onlyCoordinators: "Solo los que llevan el grupo",
  members: "También todos los miembros del grupo",
  membersHint:
    "Así puede ayudar más gente. Nunca ven cómo hablarle. En ese caso no escriba nombres ni números en sus palabras.",
  to: (name) => `Esto le llega a ${name}.`,
  which: "¿Qué grupo lo debe leer?",
  send: "Mandarlo",
  forgotten: "Olvidamos todo 3 días después de que termine.",
  meanwhile: "No espere la respuesta: llame también al 2-1-1.",
  hasOpen: "Usted ya pidió antes. Ver qué le dicen",
  haveWords: "Ya tengo cinco palabras",
  noGroupTitle: "Aquí todavía no hay a quién pedirle",
  noGroup:
    "Ahí no conocemos ningún grupo de ayuda mutua que lea esto. Llame al 2-1-1: una persona le ayuda a buscar.",
  mutualAidLine: (phone) => `O llame a la línea de ayuda mutua, ${phone}.`,
  look: "Ver qué está abierto ahora",
  unsent: {
    sending: "Mandando...",
    away: "Todavía no se manda: no hay red. Aquí queda guardado, y sale solo cuando vuelva la red.",
  },
  tooLong: (length, most) => `Esto tiene ${length} letras. Caben hasta ${most}. Quite un poco.`,
  mend: {
    fields: "Por favor vea esto otra vez. Todo lo que escribió sigue aquí.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Todo sigue aquí: mándelo otra vez.",
    "no-cookie": "Su teléfono no nos dejó recordar esta página. Mándelo una vez más, o llame al 2-1-1.",
    "unknown-group": "Este grupo ahora no lee pedidos. Vea abajo quién más puede, o llame al 2-1-1.",
    "too-many":
      "Mucha gente pide desde aquí, o usted ya tiene tres pedidos abiertos. No fue por usted. Llame ahora al 2-1-1, o intente en una hora.",
    "key-used-otherwise":
      "Usted ya mandó esta página con otras palabras. Si estas son nuevas, mándela otra vez.",
  },
};

export const askFormWords: Record<Language, AskFormWords> = { en, es };
