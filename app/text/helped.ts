/** How many a group has helped, in the words of a meeting. */
import type { AskKind } from "~/domain/ask";
import type { SearchedAs } from "~/domain/helped";
import type { Language } from "~/text/language";

type Answered = "half-hour" | "four-hours" | "later" | "never";

const en = {
  title: "How many were helped",
  how: "These are counts and nothing else: no name, no list of people. Each month is counted once, 4 days after it ends, and stays when the asks are long forgotten.",
  small: "A number below 5 is never shown, so that nobody can be found in it.",
  soFar: (month: string) => `${month}, so far`,
  asksSoFar: (n: number) => (n === 0 ? "Fewer than 5 asks." : `At least ${n} asks.`),
  none: "No month is counted yet. The first one stands here 4 days after it ends.",
  inAll: "In these months together",
  inAllHint: "Months with fewer than 5 are in none of these sums.",
  asks: (n: number | null) => (n === null ? "Fewer than 5 asks" : `${n} asks`),
  kinds: "What was asked for",
  kindsHint: "One ask can be for more than one thing.",
  answered: "How soon they had a first word",
  answers: {
    "half-hour": "Within 30 minutes",
    "four-hours": "Within 4 hours",
    later: "Within 3 days",
    never: "Not in 3 days",
  } satisfies Record<Answered, string>,
  helped: (n: number | null) =>
    n === null ? "Fewer than 5 asks ended with help" : `${n} asks ended with help`,
  people: (n: number) => `${n} people, as far as they said`,
  adults: (n: number) => `${n} adults`,
  children: (n: number) => `${n} children`,
  nights: (nights: number | null, stays: number | null) =>
    nights === null || stays === null
      ? "Paid nights: for fewer than 5 families"
      : `${nights} paid nights, for ${stays} families`,
  roomNights: (nights: number | null, stays: number | null) =>
    nights === null || stays === null
      ? "Nights in members' rooms: for fewer than 5 families"
      : `${nights} nights in members' rooms, for ${stays} families`,
  searches: (n: number | null) =>
    n === null ? "Fewer than 5 searches found no bed" : `${n} searches found no bed`,
  searchesHint: "From the whole region. One family may look more than once.",
  households: {
    families: "For adults with children",
    adults: "For adults alone",
    children: "For children alone",
  } satisfies Record<SearchedAs, string>,
  areas: "Where they looked from, by the first 3 numbers of the ZIP code",
  noArea: "somewhere else",
  folded: (parts: string) => `with fewer than 5 each for: ${parts}`,
  foldedAreas: "Places with fewer than 5 are counted with the largest.",
  hours: (from: string, until: string) => `${from} to ${until}`,
  anyHour: "At any hour",
  hoursHint: "Hours with fewer than 5 are put together.",
  csv: "Take it along as a table (CSV)",
  print: "To print it, use the menu of your browser.",
  head: ["month", "what", "of", "number", "with fewer than 5 each"],
};

export type HelpedWords = typeof en;

const es: HelpedWords = {
  title: "A cuántos se ayudó",
  how: "Son cuentas y nada más: ningún nombre, ninguna lista de personas. Cada mes se cuenta una vez, 4 días después de que termina, y se queda cuando los pedidos ya se olvidaron.",
  small: "Un número menor de 5 nunca se muestra, para que nadie pueda ser reconocido.",
  soFar: (month) => `${month}, hasta hoy`,
  asksSoFar: (n) => (n === 0 ? "Menos de 5 pedidos." : `Por lo menos ${n} pedidos.`),
  none: "Todavía no hay ningún mes contado. El primero sale aquí 4 días después de que termina.",
  inAll: "En todos estos meses",
  inAllHint: "Los meses con menos de 5 no están en estas sumas.",
  asks: (n) => (n === null ? "Menos de 5 pedidos" : `${n} pedidos`),
  kinds: "Lo que pidieron",
  kindsHint: "Un pedido puede ser por más de una cosa.",
  answered: "Qué tan pronto tuvieron una respuesta",
  answers: {
    "half-hour": "En 30 minutos",
    "four-hours": "En 4 horas",
    later: "En 3 días",
    never: "No en 3 días",
  },
  helped: (n) =>
    n === null ? "Menos de 5 pedidos terminaron con ayuda" : `${n} pedidos terminaron con ayuda`,
  people: (n) => `${n} personas, según lo que dijeron`,
  adults: (n) => `${n} adultos`,
  children: (n) => `${n} niños`,
  nights: (nights, stays) =>
    nights === null || stays === null
      ? "Noches pagadas: para menos de 5 familias"
      : `${nights} noches pagadas, para ${stays} familias`,
  roomNights: (nights, stays) =>
    nights === null || stays === null
      ? "Noches en cuartos de miembros: para menos de 5 familias"
      : `${nights} noches en cuartos de miembros, para ${stays} familias`,
  searches: (n) =>
    n === null ? "Menos de 5 búsquedas no encontraron cama" : `${n} búsquedas no encontraron cama`,
  searchesHint: "De toda la región. Una familia puede buscar más de una vez.",
  households: {
    families: "Para adultos con niños",
    adults: "Para adultos solos",
    children: "Para niños solos",
  },
  areas: "Desde dónde buscaron, por los primeros 3 números del código postal",
  noArea: "otra parte",
  folded: (parts) => `con menos de 5 de cada uno: ${parts}`,
  foldedAreas: "Las partes con menos de 5 se cuentan con la más grande.",
  hours: (from, until) => `de ${from} a ${until}`,
  anyHour: "A cualquier hora",
  hoursHint: "Las horas con menos de 5 se juntan.",
  csv: "Llevarlo como tabla (CSV)",
  print: "Para imprimirlo, use el menú de su navegador.",
  head: ["mes", "qué", "de", "número", "con menos de 5 de cada uno"],
};

export const helpedWords: Record<Language, HelpedWords> = { en, es };

/** The name of a part of a count, whatever it is a part of. */
export function partName(part: string, language: Language, kinds: Record<AskKind, string>): string {
  const { answers, households, noArea } = helpedWords[language];
  const known: Record<string, string> = { ...kinds, ...answers, ...households, "": noArea };
  return known[part] ?? part;
}
