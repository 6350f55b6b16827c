/** A count as people say it: what is free, how old that is, and who said so. */
import type { Free } from "~/domain/freshness";
import type { Count, Household, ReportWay, Unit } from "~/domain/pool";
import type { Language } from "~/text/language";
import { sayAge } from "~/text/say";

type CountWords = {
  units: Record<Unit, [one: string, many: string]>;
  free: (free: Free, unit: [string, string]) => string;
  said: (age: string, by: string) => string;
  by: Record<ReportWay, string>;
  /** A count over an hour old is said with a warning to call. */
  aging: string;
  callFirst: (age: string) => string;
  /** People at the door say otherwise. */
  doubted: (age: string) => string;
  unknown: string;
  /** Some of the beds are there for a time only. */
  extra: (units: number, unit: [string, string], until: string) => string;
  households: Record<Household, string>;
};

const en: CountWords = {
  units: { room: ["room", "rooms"], bed: ["bed", "beds"], mat: ["mat", "mats"], crib: ["crib", "cribs"] },
  free: (free, [one, many]) => {
    if (free.kind === "none" || (free.kind === "number" && free.units === 0)) return "Full";
    if (free.kind === "some") return `Has room: at least one ${one} free`;
    return free.units === 1 ? `1 ${one} free` : `${free.units} ${many} free`;
  },
  said: (age, by) => `said ${age} ago ${by}`,
  by: {
    web: "by staff",
    sms: "by staff",
    phone: "by staff, on the phone",
    import: "in a list from the place",
    command: "by staff",
    sample: "by staff",
    volunteer: "to a volunteer who called",
  },
  aging: "It may have changed: call first.",
  callFirst: (age) => `Last count ${age} ago: call first.`,
  doubted: (age) => `Last count ${age} ago. People at the door could not get in: call first.`,
  unknown: "No one tells us how full it is: call first.",
  extra: (units, [one, many], until) => `${units} extra ${units === 1 ? one : many} tonight, ${until}.`,
  households: {
    anyone: "for anyone",
    families: "for families",
    adults: "for adults",
    women: "for women",
    men: "for men",
    couples: "for couples",
    youth: "for young people",
  },
};

const es: CountWords = {
  units: {
    room: ["cuarto", "cuartos"],
    bed: ["cama", "camas"],
    mat: ["colchoneta", "colchonetas"],
    crib: ["cuna", "cunas"],
  },
  free: (free, [one, many]) => {
    if (free.kind === "none" || (free.kind === "number" && free.units === 0)) return "Lleno";
    if (free.kind === "some") return `Hay lugar: al menos ${one === "cuarto" ? "un" : "una"} ${one} libre`;
    return free.units === 1 ? `1 ${one} libre` : `${free.units} ${many} libres`;
  },
  said: (age, by) => `${by}, hace ${age}`,
  by: {
    web: "según el personal",
    sms: "según el personal",
    phone: "según el personal, por teléfono",
    import: "según una lista del lugar",
    command: "según el personal",
    sample: "según el personal",
    volunteer: "lo confirmó una persona voluntaria por teléfono",
  },
  aging: "Puede haber cambiado: llame primero.",
  callFirst: (age) => `Último dato hace ${age}: llame primero.`,
  doubted: (age) => `Último dato hace ${age}. Hay gente que no pudo entrar: llame primero.`,
  unknown: "No sabemos si hay lugar: llame primero.",
  extra: (units, [one, many], until) =>
    `Esta noche hay ${units} ${units === 1 ? one : many} extra, ${until}.`,
  households: {
    anyone: "para cualquier persona",
    families: "para familias",
    adults: "para adultos",
    women: "para mujeres",
    men: "para hombres",
    couples: "para parejas",
    youth: "para jóvenes",
  },
};

export const countWords: Record<Language, CountWords> = { en, es };

/** Stands where an open page puts the age, which grows. */
export const AGE = "#";

/** "2 rooms free" and "said # ago by staff."; neither for a count that is no promise any more. */
export function countPattern(count: Count, language: Language): { free?: string; said?: string } {
  const words = countWords[language];
  const { worth, unit, way } = count;
  if (worth.kind !== "fresh" && worth.kind !== "aging") return {};
  return {
    free: words.free(worth.free, words.units[unit]),
    said: `${words.said(AGE, words.by[way ?? "web"])}.`,
  };
}

/** The count split where the eye should rest: what is free, and the age beside it. */
export type CountLine = { free: string | null; rest: string };

/** "2 rooms free" and "said 12 min ago by staff."; an old count has no number to show. */
export function countLine(count: Count, language: Language): CountLine {
  const words = countWords[language];
  const { worth } = count;
  switch (worth.kind) {
    case "fresh":
    case "aging": {
      const { free = null, said = "" } = countPattern(count, language);
      const aged = said.replace(AGE, sayAge(worth.minutes));
      // A young count for a door that opens later is told with its age alone.
      return { free, rest: worth.kind === "aging" && worth.minutes >= 60 ? `${aged} ${words.aging}` : aged };
    }
    case "call-first":
      return { free: null, rest: words[worth.doubted ? "doubted" : "callFirst"](sayAge(worth.minutes)) };
    case "unknown":
      return { free: null, rest: words.unknown };
  }
}
