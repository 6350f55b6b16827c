/** What members and coordinators of a mutual aid group read on every page of theirs. */
import type { Language } from "~/text/language";

const en = {
  mine: "My groups",
  desk: "Asks",
  shared: "What is asked for",
  stays: "Nights we pay for",
  offers: "What I offer",
  fund: "Help pay for nights",
  calls: "Calls to make",
  drives: "Drives and rounds",
  helped: "How many were helped",
  people: "People",
  more: "More",
  ofGroup: (name: string) => `Pages of ${name}`,
};

export type GroupWords = typeof en;

const es: GroupWords = {
  mine: "Mis grupos",
  desk: "Pedidos",
  shared: "Lo que piden",
  stays: "Noches que pagamos",
  offers: "Lo que ofrezco",
  fund: "Ayudar a pagar noches",
  calls: "Llamadas por hacer",
  drives: "Colectas y recorridos",
  helped: "A cuántos se ayudó",
  people: "Personas",
  more: "Más",
  ofGroup: (name) => `Páginas de ${name}`,
};

export const groupWords: Record<Language, GroupWords> = { en, es };
