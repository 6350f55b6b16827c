/** The words of the page of one place. */
import type { Fact } from "~/domain/place";
import type { Pet } from "~/domain/party";
import type { Language } from "~/text/language";
import { las } from "~/text/say";

const en = {
  back: "Back to all places",
  by: (organization: string) => `Run by ${organization}`,
  tonight: "Tonight",
  way: "The way there",
  wayMap: "Map of the way",
  wayFrom: (where: string) => `From ${where}`,
  noOrigin: "Say where you are, and we show the way there.",
  earlier: "Earlier",
  later: "Later",
  fewerBuses: "Fewer buses",
  lastChance: "Last chance",
  lastChanceTonight: "Last chance tonight",
  lastChanceIsThis: "This is the last chance to go.",
  lastChanceGone: (at: string) => `The last chance to go was at ${at}. Ask for a ride: call 2-1-1.`,
  lastBusUnknown: (phone: string | null) =>
    `They let people in at any hour. Ask when the last bus goes: call ${phone ?? "the bus company"}.`,
  fare: "The fare",
  fareSaid: (adult: string, child: string | null) =>
    child === null
      ? `Bus: ${adult} for an adult. We don't know the fare for a child.`
      : `Bus: ${adult} for an adult, ${child} for a child.`,
  fareAsOf: (date: string) => `As of ${date}.`,
  fareUnknown: "We don't know the bus fare. Ask the driver.",
  morning: "Next morning",
  morningCloses: (at: string) => `They close ${at}.`,
  morningGo: (name: string) => `Then go to ${name}.`,
  morningTry: (name: string) => `Then ${name} may be open: call first.`,
  morningGap: (minutes: number) =>
    `You would wait ${minutes}\u00a0min outside first. Ask if you can stay inside until then.`,
  morningUnknown: "Ask the staff where to go in the morning.",
  rules: "For whom, and what to bring",
  open: "Open",
  letIn: "They let people in",
  approximate: "The pin is near the door, not at it. Call for the exact door.",
  sources: "Where this comes from",
  fact: (about: string, source: string, date: string) => `${about}: ${source}, ${date}.`,
  about: {
    address: "Address",
    position: "Place on the map",
    hours: "Hours",
    rules: "Rules",
    phone: "Phone",
    beds: "Number of beds",
  } as Record<Fact["about"], string>,
  speak: (languages: string) => `They speak ${languages}.`,
  documentsNone: "You need no papers.",
  documents: (list: string) => `Bring: ${list}.`,
  documentsUnknown: "We don't know if they ask for papers. Ask when you call.",
  sobrietyYes: "You must be sober to come in.",
  sobrietyNo: "You do not have to be sober.",
  referralYes: "Another office must send you first. Call them and ask how.",
  referralNo: "You can come by yourself. Nobody has to send you.",
  maxStay: (nights: number) =>
    nights === 1 ? "You can stay 1 night." : `You can stay up to ${nights} nights.`,
  families: ["They take families.", "They do not take children.", "We don't know if they take children."],
  gender: { any: "They take women and men.", women: "They take women only.", men: "They take men only." },
  withChildren: { women: "For women and their children.", men: "For men and their children." },
  petsYes: (list: string) => `They take ${list}.`,
  petsNo: (list: string) => `They do not take ${list}.`,
  petsUnknown: (list: string) => `We don't know if they take ${list}. Ask when you call.`,
  pets: {
    "service-animal": "service animals",
    cat: "cats",
    "small-dog": "small dogs",
    "large-dog": "large dogs",
  } as Record<Pet, string>,
  wheelchair: [
    "A wheelchair can get in.",
    "A wheelchair cannot get in.",
    "We don't know if a wheelchair can get in. Ask when you call.",
  ],
  ages: (from: number | null, to: number | null) =>
    to === null ? `From age ${from}.` : from === null ? `Up to age ${to}.` : `Ages ${from} to ${to}.`,
  call: (phone: string) => `Call ${phone}`,
  noPhone: "We have no number for this place. Call 2-1-1 and ask.",
  shareIt: "Send this place",
  printIt: "Print",
  share: "To send the way too, copy this page's address. It holds where you start from.",
  print: "Printed from Warmstop. Call before you go.",
};

export type PlaceWords = typeof en;

const es: PlaceWords = {
  back: "Volver a todos los lugares",
  by: (organization) => `A cargo de ${organization}`,
  tonight: "Esta noche",
  way: "Cómo llegar",
  wayMap: "Mapa del camino",
  wayFrom: (where) => `Desde ${where}`,
  noOrigin: "Diga dónde está y le mostramos cómo llegar.",
  earlier: "Más temprano",
  later: "Más tarde",
  fewerBuses: "Con menos camiones",
  lastChance: "Última oportunidad",
  lastChanceTonight: "Última oportunidad esta noche",
  lastChanceIsThis: "Es la última oportunidad para ir.",
  lastChanceGone: (at) =>
    `La última oportunidad para ir fue a ${las(at)}. Llame al 2-1-1 y pregunte si alguien los puede llevar.`,
  lastBusUnknown: (phone) =>
    `Dejan entrar a cualquier hora. Llame ${phone ? `al ${phone}` : "a la compañía de camiones"} y pregunte a qué hora pasa el último camión.`,
  fare: "El pasaje",
  fareSaid: (adult, child) =>
    child === null
      ? `Camión: ${adult} por adulto. No sabemos cuánto pagan los niños.`
      : `Camión: ${adult} por adulto, ${child} por niño.`,
  fareAsOf: (date) => `Dato del ${date}.`,
  fareUnknown: "No sabemos cuánto cuesta el camión. Pregunte al chofer.",
  morning: "La mañana siguiente",
  morningCloses: (at) => `Cierran ${at}.`,
  morningGo: (name) => `Después vaya a ${name}.`,
  morningTry: (name) => `Después puede que ${name} esté abierto: llame primero.`,
  morningGap: (minutes) =>
    `Antes tendría que esperar ${minutes}\u00a0min afuera. Pregunte si puede quedarse adentro hasta esa hora.`,
  morningUnknown: "Pregunte al personal a dónde ir en la mañana.",
  rules: "Para quién es y qué llevar",
  open: "Abierto",
  letIn: "Dejan entrar",
  approximate: "El punto está cerca de la puerta, no en la puerta. Llame para saber dónde es.",
  sources: "De dónde viene esta información",
  fact: (about, source, date) => `${about}: ${source}, ${date}.`,
  about: {
    address: "Dirección",
    position: "Punto en el mapa",
    hours: "Horario",
    rules: "Reglas",
    phone: "Teléfono",
    beds: "Número de camas",
  },
  speak: (languages) => `Hablan ${languages}.`,
  documentsNone: "No necesita identificación ni documentos.",
  documents: (list) => `Lleve: ${list}.`,
  documentsUnknown: "No sabemos si piden identificación. Pregunte al llamar.",
  sobrietyYes: "Hay que llegar sin haber tomado ni usado drogas.",
  sobrietyNo: "Le reciben aunque haya tomado.",
  referralYes: "Otra oficina tiene que mandarlos primero. Llame y pregunte cómo.",
  referralNo: "Puede llegar por su cuenta. Nadie tiene que mandarlo.",
  maxStay: (nights) => (nights === 1 ? "Puede quedarse 1 noche." : `Puede quedarse hasta ${nights} noches.`),
  families: ["Reciben familias.", "No reciben niños.", "No sabemos si reciben niños."],
  gender: {
    any: "Reciben a mujeres y hombres.",
    women: "Reciben solo mujeres.",
    men: "Reciben solo hombres.",
  },
  withChildren: { women: "Para mujeres y sus hijos.", men: "Para hombres y sus hijos." },
  petsYes: (list) => `Aceptan ${list}.`,
  petsNo: (list) => `No aceptan ${list}.`,
  petsUnknown: (list) => `No sabemos si aceptan ${list}. Pregunte al llamar.`,
  pets: {
    "service-animal": "animales de servicio",
    cat: "gatos",
    "small-dog": "perros chicos",
    "large-dog": "perros grandes",
  },
  wheelchair: [
    "Se puede entrar en silla de ruedas.",
    "No se puede entrar en silla de ruedas.",
    "No sabemos si se puede entrar en silla de ruedas. Pregunte al llamar.",
  ],
  ages: (from, to) =>
    to === null
      ? `Desde los ${from} años.`
      : from === null
        ? `Hasta los ${to} años.`
        : `De ${from} a ${to} años.`,
  call: (phone) => `Llamar al ${phone}`,
  noPhone: "No tenemos el teléfono de este lugar. Llame al 2-1-1 y pregunte.",
  shareIt: "Mandar este lugar",
  printIt: "Imprimir",
  share:
    "Para mandar también el camino, copie la dirección de esta página. Lleva el punto de donde usted sale.",
  print: "Impreso de Warmstop. Llame antes de ir.",
};

export const placeWords: Record<Language, PlaceWords> = { en, es };
