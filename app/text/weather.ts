/** The cold as people say it: what it feels like, what that does to a child, which warnings are in force. */
import { alertsAround } from "~/domain/alerts";
import type { EpochSeconds } from "~/domain/journey";
import { type Party } from "~/domain/party";
import {
  type Alert,
  coldestWithin,
  DANGEROUS_FOR_CHILDREN_F,
  EVENING_S,
  type Weather,
  windChillAt,
} from "~/domain/weather";
import { alertName } from "~/text/alert-names";
import type { Language } from "~/text/language";
import { sayAge, type Clock } from "~/text/say";

type WeatherWords = {
  now: (degrees: string, later: string) => string;
  ahead: (degrees: string, at: string, later: string) => string;
  later: (degrees: string, at: string) => string;
  mild: (degrees: string) => string;
  mildThen: (degrees: string, at: string) => string;
  /** A minus sign is easily lost on a cracked screen. */
  degrees: (degrees: number) => string;
  /** Said after the first one. */
  degreesThen: (degrees: number) => string;
  freezes: (minutes: number) => string;
  tooCold: string;
  dangerous: string;
  breaks: string;
  cover: string;
  byForecast: (age: string) => string;
  byOperator: string;
  byOperatorAgo: (age: string) => string;
  unknown: string;
  unknownThen: string;
  /** Until a day that must be named. */
  untilDay: (at: string) => string;
};

const en: WeatherWords = {
  now: (degrees, later) => `Feels like ${degrees} now${later}.`,
  ahead: (degrees, at, later) => `It will feel like ${degrees} ${at}${later}.`,
  later: (degrees, at) => `, ${degrees} ${at}`,
  mild: (degrees) => `It is ${degrees}.`,
  mildThen: (degrees, at) => `It will be ${degrees} ${at}.`,
  degrees: (degrees) =>
    `${Math.abs(degrees)}\u00a0${Math.abs(degrees) === 1 ? "degree" : "degrees"} F${degrees < 0 ? " below zero" : ""}`,
  degreesThen: (degrees) => (degrees < 0 ? `${-degrees}\u00a0below` : `${degrees}`),
  freezes: (minutes) => `Bare skin can freeze in ${minutes} minutes. Stay inside as long as you can.`,
  tooCold: "It is too cold for children. Stay inside as long as you can.",
  dangerous: "30 minutes outside is dangerous for children.",
  breaks: "Warm the children up inside every 20 to 30 minutes.",
  cover: "Cover your face and hands. Go in to warm up when you can.",
  byForecast: (age) => `The weather service said so ${age} ago.`,
  byOperator: "The people who run this page told us.",
  byOperatorAgo: (age) => `The people who run this page told us ${age} ago.`,
  unknown: "We don't know how cold it is. Dress for the cold.",
  unknownThen: "We don't know how cold it will be then. Dress for the cold.",
  untilDay: (at) => `until ${at}`,
};

const es: WeatherWords = {
  now: (degrees, later) => `Se siente como ${degrees} ahora${later}.`,
  ahead: (degrees, at, later) => `Se va a sentir como ${degrees} ${at}${later}.`,
  later: (degrees, at) => `, y como ${degrees} ${at}`,
  mild: (degrees) => `Hace ${degrees}.`,
  mildThen: (degrees, at) => `Va a hacer ${degrees} ${at}.`,
  degrees: (degrees) =>
    `${Math.abs(degrees)}\u00a0${Math.abs(degrees) === 1 ? "grado" : "grados"} F${degrees < 0 ? " bajo cero" : ""}`,
  degreesThen: (degrees) => (degrees < 0 ? `${-degrees}\u00a0bajo cero` : `${degrees}`),
  freezes: (minutes) => `La piel se puede congelar en ${minutes} minutos. Quédese adentro lo más que pueda.`,
  tooCold: "Hace demasiado frío para los niños. Quédense adentro lo más que puedan.",
  dangerous: "30 minutos afuera son un peligro para los niños.",
  breaks: "Meta a los niños a calentarse cada 20 o 30 minutos.",
  cover: "Tápese la cara y las manos. Entre a calentarse cuando pueda.",
  byForecast: (age) => `Lo dijo el servicio del clima hace ${age}.`,
  byOperator: "Nos lo dijo la gente que maneja esta página.",
  byOperatorAgo: (age) => `Nos lo dijo hace ${age} la gente que maneja esta página.`,
  unknown: "No sabemos qué tanto frío hace. Abríguese bien.",
  unknownThen: "No sabemos qué tanto frío va a hacer a esa hora. Abríguese bien.",
  untilDay: (at) => `hasta ${at}`,
};

export const weatherWords: Record<Language, WeatherWords> = { en, es };

/** When it is, the hour that was asked about, and who asks. */
type Asked = { now: EpochSeconds; from: EpochSeconds; clock: Clock; language: Language; party: Party };

// Whoever asks about a quarter of an hour from now asks about now.
const SOON_S = 900;
// A change that is felt.
const MUCH_COLDER_F = 3;
// The formula of wind chill holds up to here: above, the thermometer is said.
const MILD_F = 50;
const OLD_AFTER_MINUTES = 120;

/** What it feels like, what that means, and who said so when; nothing about an hour that is over. */
export function weatherSentence(weather: Weather, asked: Asked): string {
  const { now, from, language } = asked;
  const words = weatherWords[language];
  if (from < now - SOON_S) return "";
  const chill = windChillAt(weather, from);
  if (weather.kind === "unknown" || chill === null)
    return from - now < SOON_S ? words.unknown : words.unknownThen;
  const coldest = coldestWithin(weather, from, EVENING_S);
  const later =
    coldest && Math.round(coldest.windChillF) <= Math.round(chill) - MUCH_COLDER_F ? coldest : null;
  return [
    feelsLike(Math.round(chill), later, asked),
    ...whatThatMeans(Math.round(later?.windChillF ?? chill), asked),
    ...whoSaidSo(weather, asked),
  ].join(" ");
}

function feelsLike(
  degrees: number,
  later: { from: EpochSeconds; windChillF: number } | null,
  { now, from, clock, language }: Asked,
): string {
  const words = weatherWords[language];
  const isNow = from - now < SOON_S;
  const [said, at] = [words.degrees(degrees), clock.at(from, now)];
  if (degrees > MILD_F) return isNow ? words.mild(said) : words.mildThen(said, at);
  const colder = later && words.degreesThen(Math.round(later.windChillF));
  const change = colder ? words.later(colder, clock.at(later.from, from)) : "";
  return isNow ? words.now(said, change) : words.ahead(said, at, change);
}

// NWS wind chill chart: bare skin freezes within these minutes at and below these degrees.
const FREEZES: [windChillF: number, minutes: number][] = [
  [-48, 5],
  [-32, 10],
  [-18, 30],
];
// Child Care Weather Watch (Iowa Department of Public Health, with NWS wind chill): 15 to 30 F is cold, with breaks
// inside; 0 to 15 F is very cold and dangerous for children; below 0 F is bitter cold, when they are kept inside.
const TOO_COLD_BELOW_F = 0;
const FREEZING_F = 32;

function whatThatMeans(degrees: number, { party, language }: Asked): string[] {
  const words = weatherWords[language];
  const freezes = FREEZES.find(([windChillF]) => degrees <= windChillF);
  if (freezes) return [words.freezes(freezes[1])];
  if (degrees >= FREEZING_F) return [];
  if (party.childAges.length === 0) return [words.cover];
  if (degrees < TOO_COLD_BELOW_F) return [words.tooCold];
  return [degrees <= DANGEROUS_FOR_CHILDREN_F ? words.dangerous : words.breaks];
}

function whoSaidSo(weather: Extract<Weather, { kind: "known" }>, { now, language }: Asked): string[] {
  const words = weatherWords[language];
  const minutes = Math.floor((now - weather.asOf) / 60);
  const isOld = minutes >= OLD_AFTER_MINUTES;
  if (weather.source === "operator") return [isOld ? words.byOperatorAgo(sayAge(minutes)) : words.byOperator];
  return isOld ? [words.byForecast(sayAge(minutes))] : [];
}

const MOST_ALERTS = 3;

/** "Extreme Cold Warning", "until 9 am"; the gravest first. */
export function alertLines(weather: Weather, asked: Asked): { name: string; in: Language; when: string }[] {
  const { now, from, language } = asked;
  if (from < now - SOON_S) return [];
  return alertsAround(weather.alerts ?? [], from, MOST_ALERTS).map((alert) => ({
    ...alertName(alert.event, language),
    when: alertTimes(alert, asked),
  }));
}

// "Until 9 am" is the coming one.
const COMING_S = 18 * 3600;

function alertTimes({ from, until }: Alert, { from: asked, clock, language }: Asked): string {
  const begins = from > asked ? [clock.from(from)] : [];
  if (until === null) return begins.join();
  const isComing = until - asked < COMING_S;
  const ends = isComing ? clock.until(until) : weatherWords[language].untilDay(clock.at(until, asked));
  return [...begins, ends].join(" ");
}
