/** What to mind before setting out, in one line of a list: a dangerous time outside, a bus that must be asked for. */
import { hazardOf, type Journey, type OldTimes } from "~/domain/journey";
import type { Language } from "~/text/language";
import { sayDate } from "~/text/say";

/** `mild` is said where it is not known to be cold: then it is only long. */
export type HazardWords<Said> = Record<"mild" | "hazard" | "frostbite", Said>;

const en = {
  hazard: {
    mild: "Long time outside: ask for a ride.",
    hazard: "Dangerous cold: ask for a ride.",
    frostbite: "Skin can freeze: ask for a ride.",
  } as HazardWords<string>,
  callFirst: (phone: string | null) =>
    `Call first: ${phone ?? "the bus company"}. The bus stops only if you ask.`,
  askDriver: "Tell the driver: the bus stops only if you ask.",
  oldTimes: (agency: string, date: string) => `Our bus times for ${agency} ended on ${date}.`,
  oldTimesMore: (phone: string | null) =>
    `Buses may run that we do not know. Call ${phone ?? "the bus company"}.`,
};

type ShortWords = typeof en;

const es: ShortWords = {
  hazard: {
    mild: "Mucho rato afuera: pida transporte.",
    hazard: "Frío peligroso: pida transporte.",
    frostbite: "La piel se congela: pida transporte.",
  },
  callFirst: (phone) =>
    `Llame primero${phone ? ` al ${phone}` : " a la compañía de camiones"}: el camión solo para si usted lo pide.`,
  askDriver: "Avise al chofer: el camión solo para si usted lo pide.",
  oldTimes: (agency, date) => `Nuestros horarios de ${agency} terminaron el ${date}.`,
  oldTimesMore: (phone) =>
    `Puede haber camiones que no conocemos. Llame ${phone ? `al ${phone}` : "a la compañía de camiones"}.`,
};

export const shortCautionWords: Record<Language, ShortWords> = { en, es };

/** Null where no stretch outside is dangerous. */
export function shortHazard(journey: Journey, language: Language): string | null {
  const kind = hazardKind(journey);
  return kind && shortCautionWords[language].hazard[kind];
}

export function hazardKind(journey: Journey): keyof HazardWords<string> | null {
  const hazard = hazardOf(journey);
  if (hazard === "none") return null;
  return journey.worst.peakWeight <= 1 ? "mild" : hazard;
}

/** Null where nobody need be asked before the bus stops. */
export function shortCallFirst(journey: Journey, language: Language, phone: string | null): string | null {
  if (!journey.callFirst) return null;
  const words = shortCautionWords[language];
  return isByDriver(journey) ? words.askDriver : words.callFirst(phone);
}

/** Only the driver need know: nobody is to be called. */
export function isByDriver({ legs }: Journey): boolean {
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
  const words = shortCautionWords[language];
  const ended = oldTimes.map(({ agency, endedOn }) => words.oldTimes(agency, sayDate(endedOn, language)));
  return [...ended, words.oldTimesMore(phone)];
}
