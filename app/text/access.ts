/** How well buses serve a place, in words: by day and at night, by which routes, and hour by hour of the week. */
import type { Access, AccessFound, DayService, NearRoute } from "~/domain/access";
import { accessLevel } from "~/domain/access";
import type { Weekday } from "~/domain/zone";
import type { Language } from "~/text/language";
import { capital, las, sayDate, sayList, sayWallTime, sayWeekday } from "~/text/say";

const SATURDAY: Weekday = 6;
const SUNDAY: Weekday = 7;
const MINUTES_A_DAY = 1440;
// Less than an hour's difference is not worth a sentence.
const WORTH_SAYING = 60;
const OFTENER = 1.5;
// From three in the morning until after one the night after it.
const ALL_DAY = 22 * 60;

const en = {
  title: "Buses near this place",
  titleOf: (where: string) => `Buses near ${where}`,
  levels: ["none", "few", "some", "good", "very good"],
  allDay: (level: string) => `Buses near: ${level}, day and night.`,
  dayAndNight: (day: string, night: string) => `Buses near: ${day} by day, ${night} at night.`,
  nothingNear: "We know of no bus within a 15\u00a0min walk.",
  score: (score: number) => `Score ${score} of 100.`,
  none: {
    "no-timetable": () => "We have no bus times here.",
    "feed-expired": (endedOn: string) => `Our bus times ended on ${endedOn}. Call the bus company.`,
  },
  route: (name: string, every: string, minutes: number, when: string) =>
    `Bus ${name} ${every}, ${minutes}\u00a0min on foot, ${when}.`,
  onlyOn: (days: string, route: string) => `Only on ${days}: ${route}`,
  every: (minutes: number) => `every ${minutes}\u00a0min`,
  everyUpTo: (minutes: number, upTo: number) => `every ${minutes} to ${upTo}\u00a0min`,
  about: (every: string) => `about ${every}`,
  times: (times: number) => (times === 1 ? "once a day" : `${times} times a day`),
  span: (first: string, last: string) => `${first} to ${last}`,
  at: (time: string) => `at ${time}`,
  aroundTheClock: "day and night",
  notOn: (days: Weekday[]) => `None on ${listed(days, "en", "or")}.`,
  on: (days: Weekday[], what: string) => `On ${listed(days, "en", "and")}: ${what}.`,
  before: (time: string) => `none before ${time}`,
  after: (time: string) => `none after ${time}`,
  estimated: "These times are estimated.",
  allBuses: (when: string) => `All buses near, on weekdays: ${when}.`,
};

export type AccessWords = typeof en;

const es: AccessWords = {
  title: "Camiones cerca de este lugar",
  titleOf: (where) => `Camiones cerca de ${where}`,
  levels: ["nada", "poco", "regular", "bueno", "muy bueno"],
  allDay: (level) => `Servicio de camiones cerca: ${level}, de día y de noche.`,
  dayAndNight: (day, night) => `Servicio de camiones cerca: ${day} de día, ${night} de noche.`,
  nothingNear: "No sabemos de ningún camión a menos de 15\u00a0min a pie.",
  score: (score) => `${score} puntos de 100.`,
  none: {
    "no-timetable": () => "No tenemos horarios de camiones aquí.",
    "feed-expired": (endedOn) =>
      `Nuestros horarios de camiones terminaron el ${endedOn}. Llame a la compañía de camiones.`,
  },
  route: (name, every, minutes, when) => `Camión ${name} ${every}, a ${minutes}\u00a0min a pie, ${when}.`,
  onlyOn: (days, route) => `Solo ${days}: ${route}`,
  every: (minutes) => `cada ${minutes}\u00a0min`,
  everyUpTo: (minutes, upTo) => `cada ${minutes} a ${upTo}\u00a0min`,
  about: (every) => `más o menos ${every}`,
  times: (times) => (times === 1 ? "una vez al día" : `${times} veces al día`),
  span: (first, last) => `de ${first} a ${last}`,
  at: (time) => `a ${las(time)}`,
  aroundTheClock: "de día y de noche",
  notOn: (days) => `No pasa ${days.map(habitual).join(" ni ")}.`,
  on: (days, what) => `${capital(listed(days, "es", "and"))}: ${what}.`,
  before: (time) => `ninguno antes de ${las(time)}`,
  after: (time) => `ninguno después de ${las(time)}`,
  estimated: "Estas horas son aproximadas.",
  allBuses: (when) => `Todos los camiones cercanos, entre semana: ${when}.`,
};

export const accessWords: Record<Language, AccessWords> = { en, es };

/** "Buses near: good by day, few at night." */
export function accessSentence({ day, night }: Pick<Access, "day" | "night">, language: Language): string {
  const words = accessWords[language];
  const [byDay, atNight] = [day, night].map((share) => accessLevel(share / 100)) as [number, number];
  if (byDay === 0 && atNight === 0) return words.nothingNear;
  const [one, other] = [words.levels[byDay]!, words.levels[atNight]!];
  return byDay === atNight ? words.allDay(one) : words.dayAndNight(one, other);
}

export function noAccessSentence(none: Extract<AccessFound, { kind: "none" }>, language: Language): string {
  const words = accessWords[language].none;
  return none.reason === "feed-expired"
    ? words[none.reason](sayDate(none.endedOn, language))
    : words[none.reason]();
}

/** "Bus 101 every 30 min, 4 min on foot, 5:30 am to 11:35 pm. On Sunday: none after 6 pm." */
export function routeSentences(route: NearRoute, language: Language): string {
  const words = accessWords[language];
  const usual = route.weekdays ?? route.saturday ?? route.sunday;
  if (!usual) return "";
  const { shortName, longName } = route.route;
  const every = rhythm(usual, route.estimated, words);
  const main = words.route(shortName || longName, every, route.walkMinutes, span(usual, words, language));
  const said = route.weekdays
    ? [main, ...otherDays(route, route.weekdays, { words, language })]
    : [words.onlyOn(listed(weekendsOf(route), language, "and"), main)];
  return [...said, ...(route.estimated ? [words.estimated] : [])].join(" ");
}

function rhythm({ every, departures }: DayService, estimated: boolean, words: AccessWords): string {
  if (!every) return words.times(departures);
  const isUneven = every.upTo >= every.minutes * OFTENER;
  const said = isUneven ? words.everyUpTo(every.minutes, every.upTo) : words.every(every.minutes);
  return estimated ? words.about(said) : said;
}

function span({ first, last, every }: DayService, words: AccessWords, language: Language): string {
  if (first === last) return words.at(sayWallTime(first, language));
  if (every && last - first >= ALL_DAY) return words.aroundTheClock;
  return words.span(sayWallTime(first, language), sayWallTime(last % MINUTES_A_DAY, language));
}

/** From the first to the last bus of a weekday, where routes that are not named go earlier or later; else null. */
export function spanSentence(
  { span: all, routes }: Pick<Access, "span" | "routes">,
  language: Language,
): string | null {
  const named = routes.flatMap(({ weekdays }) => (weekdays ? [weekdays] : []));
  if (!all.weekdays || named.length === 0) return null;
  const { first, last } = all.weekdays;
  const isNamed = named.some((route) => route.first <= first) && named.some((route) => route.last >= last);
  const words = accessWords[language];
  return isNamed ? null : words.allBuses(span({ first, last, every: null, departures: 0 }, words, language));
}

type Saying = { words: AccessWords; language: Language };

/** What is otherwise than on usual weekdays: no bus at all, or fewer, later, or not as late. */
function otherDays(route: NearRoute, usual: DayService, saying: Saying): string[] {
  const { words } = saying;
  const weekend = [
    { day: SATURDAY, service: route.saturday },
    { day: SUNDAY, service: route.sunday },
  ];
  const off = [...route.idle, ...weekend.flatMap(({ day, service }) => (service ? [] : [day]))];
  const different = new Map<string, Weekday[]>();
  for (const { day, service } of weekend) {
    const said = service ? differences(service, usual, saying) : "";
    if (said) different.set(said, [...(different.get(said) ?? []), day]);
  }
  return [
    ...[...different].map(([said, days]) => words.on(days, said)),
    ...(off.length > 0 ? [words.notOn(off)] : []),
  ];
}

function differences(service: DayService, usual: DayService, { words, language }: Saying): string {
  if (service.first === service.last) {
    return usual.first === usual.last
      ? ""
      : `${words.times(1)}, ${words.at(sayWallTime(service.first, language))}`;
  }
  const minutes = service.every?.minutes ?? Infinity;
  const isSeldomer = usual.every
    ? minutes >= usual.every.minutes * OFTENER
    : service.departures * OFTENER <= usual.departures;
  return [
    ...(isSeldomer ? [rhythm(service, false, words)] : []),
    ...(service.first >= usual.first + WORTH_SAYING
      ? [words.before(sayWallTime(service.first, language))]
      : []),
    ...(service.last <= usual.last - WORTH_SAYING ? [words.after(sayWallTime(service.last, language))] : []),
  ].join(", ");
}

function weekendsOf({ saturday, sunday }: NearRoute): Weekday[] {
  return [...(saturday ? [SATURDAY] : []), ...(sunday ? [SUNDAY] : [])];
}

function listed(days: Weekday[], language: Language, kind: "and" | "or"): string {
  const names = days.map((day) => (language === "es" ? habitual(day) : sayWeekday(day, language)));
  return sayList(names, language, kind);
}

/** "los domingos": what is so every week is said so. */
function habitual(day: Weekday): string {
  const name = sayWeekday(day, "es");
  return `los ${name.endsWith("s") ? name : `${name}s`}`;
}
