/** What to mind before setting out, whole: a dangerous time outside, a bus that must be asked for, a wheelchair. */
import type { Journey } from "~/domain/journey";
import { worstMinutes } from "~/domain/told-minutes";
import { hazardKind, isByDriver, type HazardWords } from "~/text/caution-short";
import type { Language } from "~/text/language";

const en = {
  hazard: {
    mild: (minutes) =>
      `${minutes}\u00a0min outside at one stretch. That is long, most of all for children. Ask for a ride: call 2-1-1.`,
    hazard: (minutes) =>
      `${minutes}\u00a0min outside at one stretch. That is dangerous in this cold. Ask for a ride: call 2-1-1.`,
    frostbite: (minutes) =>
      `${minutes}\u00a0min outside at one stretch. Skin can freeze in this cold (frostbite). Ask for a ride: call 2-1-1. If you must go, cover your faces and hands.`,
  } as HazardWords<(minutes: number) => string>,
  callFirst: (phone: string | null) =>
    `Call first: this bus stops only if you ask. Bus company${phone ? `: ${phone}` : ": ask 2-1-1 for the number"}.`,
  askDriver: "This bus stops only if the driver knows: wave, and say where you get off.",
  stepFree: "Every bus and stop on this way takes a wheelchair.",
  stepFreeMaybe: (phone: string | null) =>
    `We don't know if every stop and bus takes a wheelchair. Call ${phone ?? "the bus company"} to ask.`,
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
  callFirst: (phone) =>
    `Llame primero: este camión solo para si usted lo pide. Compañía de camiones: ${phone ?? "pida el número al 2-1-1"}.`,
  askDriver: "Este camión solo para si el chofer sabe: haga una seña y diga dónde se baja.",
  stepFree: "En todos los camiones y paradas de este camino cabe una silla de ruedas.",
  stepFreeMaybe: (phone) =>
    `No sabemos si en todas las paradas y camiones cabe una silla de ruedas. Llame ${phone ? `al ${phone}` : "a la compañía de camiones"} y pregunte.`,
};

export const cautionWords: Record<Language, CautionWords> = { en, es };

/** Null where no stretch outside is dangerous. */
export function hazardSentence(journey: Journey, language: Language): string | null {
  const kind = hazardKind(journey);
  return kind && cautionWords[language].hazard[kind](worstMinutes(journey));
}

/** What must be asked before the bus stops at all; null where nobody need ask. */
export function callFirstSentence(journey: Journey, language: Language, phone: string | null): string | null {
  if (!journey.callFirst) return null;
  const words = cautionWords[language];
  return isByDriver(journey) ? words.askDriver : words.callFirst(phone);
}
