/** The words around every page: its head, its helping numbers, and what it says when something is missing. */
import type { Language } from "~/text/language";

const en = {
  name: "Warmstop",
  tagline: "A warm place tonight, and the way there",
  exit: "Exit",
  exitHint: "Leave this page fast. It does not clear your phone's history.",
  sample: "Sample data. Call before you go.",
  helpTitle: "A person who can help",
  notEmergency: "This is not a 911 service. In danger now: call 911.",
  call: (phone: string) => `Call ${phone}`,
  home: "Start a new search",
  awayTitle: "We can't look that up right now",
  away: "Try again in a minute. If you need a place now, call and talk to a person.",
  notFoundTitle: "This page is not here",
  notFound: "The link may be old. Start a new search, or call and talk to a person.",
  placeGoneTitle: "We don't know this place",
  placeGone: "It may have closed or moved. Start a new search, or call and talk to a person.",
  brokenTitle: "Something on our side broke",
  broken: "It is not your fault. Try again in a minute. If you need a place now, call and talk to a person.",
  help211: "Help day and night, in many languages",
  dangerNow: "In danger now",
};

export type PageWords = typeof en;

const es: PageWords = {
  name: "Warmstop",
  tagline: "Un lugar cálido esta noche, y cómo llegar",
  exit: "Salir",
  exitHint: "Deje esta página rápido. No borra el historial de su teléfono.",
  sample: "Datos de ejemplo. Llame antes de ir.",
  helpTitle: "Una persona que le puede ayudar",
  notEmergency: "Este no es un servicio del 911. Si está en peligro ahora, llame al 911.",
  call: (phone) => `Llamar al ${phone}`,
  home: "Buscar de nuevo",
  awayTitle: "Ahora no podemos buscar eso",
  away: "Intente otra vez en un minuto. Si necesita un lugar ahora, llame y hable con una persona.",
  notFoundTitle: "Esta página no está aquí",
  notFound: "Puede que el enlace sea viejo. Busque de nuevo, o llame y hable con una persona.",
  placeGoneTitle: "No conocemos este lugar",
  placeGone: "Puede que haya cerrado o cambiado de lugar. Busque de nuevo, o llame y hable con una persona.",
  brokenTitle: "Algo falló de nuestro lado",
  broken:
    "No es culpa suya. Intente otra vez en un minuto. Si necesita un lugar ahora, llame y hable con una persona.",
  help211: "Ayuda de día y de noche, en muchos idiomas",
  dangerNow: "En peligro ahora",
};

export const pageWords: Record<Language, PageWords> = { en, es };
