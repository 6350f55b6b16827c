/** Places that may take a family tonight, and the sentence about one of them that a coordinator can send as it is. */
import type { EpochSeconds } from "~/domain/journey";
import type { Option } from "~/domain/tonight";
import { countLine } from "~/text/count";
import type { Language } from "~/text/language";
import { openingSentence } from "~/text/opening";
import { las, type Clock } from "~/text/say";

const en = {
  title: "Places for them tonight",
  from: (where: string, party: string) => `From ${where}, for ${party}.`,
  oneAdult: "one adult: they did not say who they are",
  notKnown: (area: string) => `We do not know where "${area}" is. Type a corner or a ZIP code near them.`,
  noArea: "They did not say where they are. Type a corner or a ZIP code near them.",
  several: "Which one?",
  label: "Look from another spot",
  hint: "For this page only: it is kept nowhere. A corner like 7th & Minnesota, or a ZIP code.",
  search: "Look",
  none: "We know of no place that can take them tonight. 2-1-1 may know more.",
  way: "The way there",
  tell: (place: string) => `Tell them about ${place}`,
  send: "Send them this",
  hasRoom: (name: string) => `${name} may have room for you tonight.`,
  callThem: (name: string) => `${name} may take you tonight. Call first and ask.`,
  isWarm: (name: string) => `${name} is a warm place to wait.`,
  phone: (phone: string) => `Phone: ${phone}.`,
  address: (address: string) => `Address: ${address}.`,
  leave: (leave: string, there: string) => `Leave by ${leave} to be there at ${there}.`,
};

export type SuggestionWords = typeof en;

const es: SuggestionWords = {
  title: "Lugares para esta noche",
  from: (where, party) => `Desde ${where}, para ${party}.`,
  oneAdult: "un adulto: no dijo quién es",
  notKnown: (area) =>
    `No sabemos dónde queda "${area}". Escriba una esquina o un código postal cerca de ahí.`,
  noArea: "No dijo dónde está. Escriba una esquina o un código postal cerca de ahí.",
  several: "¿Cuál de estos?",
  label: "Buscar desde otro punto",
  hint: "Solo para esta página: no se guarda. Una esquina como 7th y Minnesota, o un código postal.",
  search: "Buscar",
  none: "No sabemos de ningún lugar que los pueda recibir esta noche. El 2-1-1 puede saber más.",
  way: "Cómo llegar",
  tell: (place) => `Contarle de ${place}`,
  send: "Mandarle esto",
  hasRoom: (name) => `${name} puede tener lugar para ustedes esta noche.`,
  callThem: (name) => `Puede ser que ${name} los reciba esta noche. Primero llame y pregunte.`,
  isWarm: (name) => `${name} es un lugar con calefacción para esperar.`,
  phone: (phone) => `Teléfono: ${phone}.`,
  address: (address) => `Dirección: ${address}.`,
  leave: (leave, there) => `Salga a más tardar a ${las(leave)} para llegar a ${las(there)}.`,
};

export const suggestionWords: Record<Language, SuggestionWords> = { en, es };

type Reading = { language: Language; clock: Clock; now: EpochSeconds; from: EpochSeconds };

/** With its count's age, its hours and when to leave: it is read later than it is sent. */
export function readySentence(option: Option, reading: Reading): string {
  const words = suggestionWords[reading.language];
  const { place, standing, counts, best } = option;
  const [count] = counts;
  const opens = standing === "call" ? words.callThem : count ? words.hasRoom : words.isWarm;
  const free = count && countLine(count, reading.language);
  const address = [place.site.address, place.site.city].filter(Boolean).join(", ");
  return [
    opens(place.name),
    ...(free?.free ? [`${free.free}, ${free.rest}`] : []),
    openingSentence(option.opening, reading),
    ...(place.phone ? [words.phone(place.phone)] : []),
    ...(address ? [words.address(address)] : []),
    ...(best ? [words.leave(reading.clock.departs(best.leaveBy), reading.clock.arrives(best.arrives))] : []),
  ].join(" ");
}
