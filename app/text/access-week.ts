/** The picture of a week's buses in words: its hours, its rows, and what stands in for it. */
import { alikeDays, weekRuns, type DayRuns, type LevelRun } from "~/domain/access";
import { accessWords } from "~/text/access";
import type { Language } from "~/text/language";
import { capital, las, sayList, sayWallTime, sayWeekday } from "~/text/say";

const en = {
  caption: "A usual week, hour by hour. The taller the bar, the better the buses.",
  picture: (days: string) => `The buses of a usual week, hour by hour. ${days}`,
  everyDay: "Every day",
  days: (first: string, last: string) => `${first} to ${last}`,
  midnight: "midnight",
  run: (level: string, from: string, until: string) => `${level} ${from} to ${until}`,
  varies: (least: string, most: string, from: string, until: string) =>
    `${least} to ${most} ${from} to ${until}`,
  always: (level: string) => `${level}, day and night`,
  elsewhere: "Buses near another place",
  any: "Buses near you",
  why: "A place with good buses is easier to reach, and to leave for school and work.",
  look: "Show the buses",
};

type WeekWords = typeof en;

const es: WeekWords = {
  caption: "Una semana normal, hora por hora. Entre más alta la barra, mejor el servicio.",
  picture: (days) => `Los camiones en una semana normal, hora por hora. ${days}`,
  everyDay: "Todos los días",
  days: (first, last) => `${first} a ${last}`,
  midnight: "la medianoche",
  run: (level, from, until) => `${level} de ${from} a ${until}`,
  varies: (least, most, from, until) => `de ${least} a ${most} de ${from} a ${until}`,
  always: (level) => `${level}, de día y de noche`,
  elsewhere: "Camiones cerca de otro lugar",
  any: "Camiones cerca de usted",
  why: "A un lugar con buen servicio es más fácil llegar, y salir a la escuela y al trabajo.",
  look: "Ver los camiones",
};

export const weekWords: Record<Language, WeekWords> = { en, es };

// More than these nobody listens to.
const MOST_RUNS = 4;

/** "Monday to Friday: good 5 am to 11 pm. Sunday: none." Hours without buses are left out. */
export function weekSentence(hours: ArrayLike<number>, language: Language): string {
  const days = alikeDays(weekRuns(hours)).map(
    (group) => `${daysWords(group, language)}: ${runsWords(group, language)}.`,
  );
  return weekWords[language].picture(days.join(" "));
}

function runsWords({ runs }: DayRuns, language: Language): string {
  const { levels } = accessWords[language];
  const served = runs.filter(({ level }) => level > 0);
  const [first, last] = [served[0], served.at(-1)];
  if (!first || !last) return levels[0]!;
  if (served.length <= MOST_RUNS) return served.map((run) => runWords(run, language)).join(", ");
  const [from, until] = [hourWords(first.from, language), hourWords(last.until, language)];
  const within = runs.slice(runs.indexOf(first), runs.indexOf(last) + 1).map(({ level }) => level);
  return weekWords[language].varies(levels[Math.min(...within)]!, levels[Math.max(...within)]!, from, until);
}

function runWords({ from, until, level }: LevelRun, language: Language): string {
  const words = weekWords[language];
  const said = accessWords[language].levels[level]!;
  return until - from === 24
    ? words.always(said)
    : words.run(said, hourWords(from, language), hourWords(until, language));
}

/** "6 am"; in Spanish, where it stands in a sentence, "las 6 am". */
function hourWords(hour: number, language: Language): string {
  if (hour % 24 === 0) return weekWords[language].midnight;
  const said = sayWallTime(hour * 60, language);
  return language === "es" ? las(said) : said;
}

function daysWords({ days }: DayRuns, language: Language): string {
  const words = weekWords[language];
  if (days.length === 7) return words.everyDay;
  const names = days.map((day) => sayWeekday(day, language));
  return capital(days.length > 2 ? words.days(names[0]!, names.at(-1)!) : sayList(names, language));
}
