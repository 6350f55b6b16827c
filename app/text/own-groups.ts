/** What a person reads of the groups they are in, are invited to or asked to join, and what a tap there has done. */
import type { GroupRole, GroupState } from "~/domain/group";
import type { Language } from "~/text/language";

/** What a tap has done, or why it has not. */
export const GROUP_SAID = [
  "invited",
  "in",
  "turned-down",
  "changed",
  "ended",
  "left",
  "asked",
  "begun",
  "opened",
  "closed",
  "too-few",
  "moved-on",
  "old-form",
] as const;
export type GroupSaid = (typeof GROUP_SAID)[number];

const en = {
  none: "You are in no group yet.",
  noneHow:
    "Look at the groups here and ask to help in one, or begin one. Somebody has invited you? Sign in with the mail address their mail came to.",
  seeGroups: "See the groups here",
  places: "Your places",
  toDecide: "These groups wait for your yes",
  decideHint: "Look at who coordinates them before you let them in.",
  states: {
    gathering: "Not open yet: a second person who coordinates must say yes first.",
    waiting: "Not open yet: the person who runs this server looks at it first.",
    open: "Open: families can ask it for help.",
    closed: "Closed.",
  } satisfies Record<GroupState, string>,
  youAre: {
    member: "You are a member.",
    coordinator: "You coordinate it.",
  } satisfies Record<GroupRole, string>,
  youAreOnCall: "You are on call.",
  asking: (count: number) => (count === 1 ? "1 person asks to join." : `${count} people ask to join.`),
  askedAlready: "You asked to join. Those who coordinate it will answer.",
  takeBack: (name: string) => `Take it back: ${name}`,
  invitedTo: (name: string) => `${name} invites you`,
  invitedAs: {
    member: "As a member you help with what you have.",
    coordinator: "You would coordinate it: read what families ask for, and find who can help.",
  } satisfies Record<GroupRole, string>,
  yourName: "Your name",
  yourNameHint: "What the group calls you. The others in it see it.",
  noName: "Type your name, up to 100 letters.",
  answer: "Say yes or no",
  sayYes: (name: string) => `Yes, I help in ${name}`,
  sayNo: (name: string) => `No, not in ${name}`,

  said: {
    invited: "Done: a mail is on its way.",
    in: "Done: they are in.",
    "turned-down": "Done: they are not in.",
    changed: "Done: it is changed.",
    ended: "Done: their access has ended.",
    left: "Done: you are not in that group.",
    asked: "Done: your words are there. Those who coordinate the group answer.",
    begun: "Done: the group is there. A mail to the second person is on its way.",
    opened: "Done: families can ask this group now.",
    closed: "Done: nobody sees this group any more.",
    "too-few": "Nothing was changed: a group needs two people who coordinate it. Find another one first.",
    "moved-on": "Somebody else was faster. This is how it is now.",
    "old-form": "This page was open for too long. This is how it is now.",
  } satisfies Record<GroupSaid, string>,
};

export type OwnGroupsWords = typeof en;

const es: OwnGroupsWords = {
  none: "Todavía no está en ningún grupo.",
  noneHow:
    "Vea los grupos de aquí y pida entrar en uno, o empiece uno. ¿Alguien lo invitó? Entre con el correo al que le escribió.",
  seeGroups: "Ver los grupos de aquí",
  places: "Sus lugares",
  toDecide: "Estos grupos esperan su sí",
  decideHint: "Vea quiénes los coordinan antes de recibirlos.",
  states: {
    gathering: "Todavía no abre: primero tiene que decir sí la segunda persona que coordina.",
    waiting: "Todavía no abre: quien lleva este servidor lo ve primero.",
    open: "Abierto: las familias le pueden pedir ayuda.",
    closed: "Cerrado.",
  },
  youAre: { member: "Usted es miembro.", coordinator: "Usted lo coordina." },
  youAreOnCall: "Usted está de guardia.",
  asking: (count) => (count === 1 ? "1 persona pide entrar." : `${count} personas piden entrar.`),
  askedAlready: "Usted pidió entrar. Le contestan quienes lo coordinan.",
  takeBack: (name) => `Ya no pedir: ${name}`,
  invitedTo: (name) => `${name} le invita`,
  invitedAs: {
    member: "Como miembro ayuda con lo que tiene.",
    coordinator: "Usted lo coordinaría: leer lo que piden las familias y buscar quién puede ayudar.",
  },
  yourName: "Su nombre",
  yourNameHint: "Como le dice el grupo. Lo ven los demás.",
  noName: "Escriba su nombre, de hasta 100 letras.",
  answer: "Decir sí o no",
  sayYes: (name) => `Sí, ayudo en ${name}`,
  sayNo: (name) => `No, en ${name} no`,

  said: {
    invited: "Listo: el correo va en camino.",
    in: "Listo: ya entró.",
    "turned-down": "Listo: no entra.",
    changed: "Listo: quedó cambiado.",
    ended: "Listo: ya no puede entrar.",
    left: "Listo: usted no está en ese grupo.",
    asked: "Listo: ahí están sus palabras. Le contestan quienes coordinan el grupo.",
    begun: "Listo: el grupo ya está. Va en camino el correo a la segunda persona.",
    opened: "Listo: las familias ya le pueden pedir ayuda.",
    closed: "Listo: ya nadie ve este grupo.",
    "too-few": "No se cambió nada: un grupo necesita dos personas que lo coordinen. Busque primero a otra.",
    "moved-on": "Alguien se le adelantó. Así está ahora.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Así está ahora.",
  },
};

export const ownGroupsWords: Record<Language, OwnGroupsWords> = { en, es };
