/** What to mind before setting out: a dangerous time outside, a bus that must be asked for, times that have ended. */
import { hazardOf, type Journey, type OldTimes } from "~/domain/journey";
import type { Language } from "~/text/language";
import { minutesOf, sayDate } from "~/text/say";

/** `mild` is said where it is not known to be cold: then it is only long. */
type HazardWords<Said> = Record<"mild" | "hazard" | "frostbite", Said>;

const en = {
  hazard: {
    mild: (minutes) =>
      `${minutes}\u00a0min outside at one stretch. That is long, most of all for children. Ask for a ride: call 2-1-1.`,
    hazard: (minutes) =>
      `${minutes}\u00a0min outside at one stretch. That is dangerous in this cold. Ask for a ride: call 2-1-1.`,
    frostbite: (minutes) =>
      `${minutes}\u00a0min outside at one stretch. Skin can freeze in this cold (frostbite). Ask for a ride: call 2-1-1. If you must go, cover your faces and hands.`,
  } as HazardWords<(minutes: number) => string>,
  hazardShort: {
    mild: "Long time outside: ask for a ride.",
    hazard: "Dangerous cold: ask for a ride.",
    frostbite: "Skin can freeze: ask for a ride.",
  } as HazardWords<string>,
  callFirst: (phone: string | null) =>
    `Call first: this bus stops only if you ask. Bus company${phone ? `: ${phone}` : ": ask 2-1-1 for the number"}.`,
  callFirstShort: (phone: string | null) =>
    `Call first: ${phone ?? "the bus company"}. The bus stops only if you ask.`,
  askDriver: "This bus stops only if the driver knows: wave, and say where you get off.",
  askDriverShort: "Tell the driver: the bus stops only if you ask.",
  stepFree: "Every bus and stop on this way takes a wheelchair.",
  stepFreeMaybe: (phone: string | null) =>
    `We don't know if every stop and bus takes a wheelchair. Call ${phone ?? "the bus company"} to ask.`,
  oldTimes: (agency: string, date: string) => `Our bus times for ${agency} ended on ${date}.`,
  oldTimesMore: (phone: string | null) =>
    `Buses may run that we do not know. Call ${phone ?? "the bus company"}.`,
};

export type CautionWords = typeof en;

const es: CautionWords = {
  hazard: {
    mild: (minutes) =>
      `${minutes}\u00a0min seguidos afuera. Es mucho, más para los niños. Llame al 2-1-1 y pregunte si alguien los puede llevar.`,
    hazard: (minutes) =>
      `${minutes}\u00a0min seguidos afuera. Con este frío es peligroso. Llame al 2-1-1 y pregunte si alguien los puede llevar.`,
    frostbite: (minutes) =>
      `${minutes}\u00a0min seguidos afuera. Con este frío la piel se puede congelar (congelación). Llame al 2-1-1 y pregunte si alguien los puede llevar. Si tienen que ir, tápense la cara y las manos.`,
  },
  hazardShort: {
    mild: "Mucho rato afuera: pida transporte.",
    hazard: "Frío peligroso: pida transporte.",
    frostbite: "La piel se congela: pida transporte.",
  },
  callFirst: (phone) =>
    `Llame primero: este camión solo para si usted lo pide. Compañía de camiones: ${phone ?? "pida el número al 2-1-1"}.`,
  callFirstShort: (phone) =>
    `Llame primero${phone ? ` al ${phone}` : " a la compañía de camiones"}: el camión solo para si usted lo pide.`,
  askDriverShort: "Avise al chofer: el camión solo para si usted lo pide.",
  askDriver: "Este camión solo para si el chofer sabe: haga una seña y diga dónde se baja.",
  stepFree: "En todos los camiones y paradas de este camino cabe una silla de ruedas.",
  stepFreeMaybe: (phone) =>
    `No sabemos si en todas las paradas y camiones cabe una silla de ruedas. Llame ${phone ? `al ${phone}` : "a la compañía de camiones"} y pregunte.`,
  oldTimes: (agency, date) => `Nuestros horarios de ${agency} terminaron el ${date}.`,
  oldTimesMore: (phone) =>
    `Puede haber camiones que no conocemos. Llame ${phone ? `al ${phone}` : "a la compañía de camiones"}.`,
};

export const cautionWords: Record<Language, CautionWords> = { en, es };

/** Null where no stretch outside is dangerous. */
export function hazardSentence(journey: Journey, language: Language): string | null {
  const kind = hazardKind(journey);
  return kind && cautionWords[language].hazard[kind](minutesOf(journey.worst.seconds));
}

export function shortHazard(journey: Journey, language: Language): string | null {
  const kind = hazardKind(journey);
  return kind && cautionWords[language].hazardShort[kind];
}

function hazardKind(journey: Journey): keyof HazardWords<string> | null {
  const hazard = hazardOf(journey);
  if (hazard === "none") return null;
  return journey.worst.peakWeight <= 1 ? "mild" : hazard;
}

/** What must be asked before the bus stops at all; null where nobody need ask. */
export function callFirstSentence(
  journey: Journey,
  language: Language,
  phone: string | null,
  length: "long" | "short" = "long",
): string | null {
  if (!journey.callFirst) return null;
  const words = cautionWords[language];
  if (isByDriver(journey)) return length === "long" ? words.askDriver : words.askDriverShort;
  return length === "long" ? words.callFirst(phone) : words.callFirstShort(phone);
}

/** Only the driver need know: nobody is to be called. */
function isByDriver({ legs }: Journey): boolean {
  const asks = legs.flatMap((leg) => (leg.kind === "ride" ? [leg.ask.on, leg.ask.off] : []));
  return asks.includes("driver") && !asks.includes("agency");
}

/** Each bus company whose times have ended, and what to do; empty where all are in force. */
export function oldTimesSentences(
  oldTimes: readonly OldTimes[],
  language: Language,
  phone: string | null,
): string[] {
  if (oldTimes.length === 0) return [];
  const words = cautionWords[language];
  const ended = oldTimes.map(({ agency, endedOn }) => words.oldTimes(agency, sayDate(endedOn, language)));
  return [...ended, words.oldTimesMore(phone)];
}
