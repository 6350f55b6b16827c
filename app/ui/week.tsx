/** How well buses serve a place: in words, with the routes that make it so, and as a picture of the week. */
import { weekRuns, type AccessFound, type AccessLevel, type LevelRun } from "~/domain/access";
import type { Found } from "~/domain/where/where";
import type { Weekday } from "~/domain/zone";
import { accessSentence, accessWords, noAccessSentence, routeSentences, spanSentence } from "~/text/access";
import { weekSentence, weekWords } from "~/text/access-week";
import { whereWords } from "~/text/answer";
import type { Language } from "~/text/language";
import { sayWallTime, sayWeekday } from "~/text/say";

type BusesNearProps = { found: AccessFound; language: Language };

/** On a place's own page; `where` is where the family is, to look at the buses there too. */
export function BusesNearPlace({ found, where, language }: BusesNearProps & { where: Found | null }) {
  const query = where ? `?${new URLSearchParams({ where: where.words })}` : "";
  return (
    <section id="buses">
      <h2>{accessWords[language].title}</h2>
      <BusesNear found={found} language={language} />
      <p className="onward no-print">
        <a href={`/access${query}`}>
          {where ? accessWords[language].titleOf(whereWords(where, language)) : weekWords[language].elsewhere}
        </a>
      </p>
    </section>
  );
}

export function BusesNear({ found, language }: BusesNearProps) {
  if (found.kind === "none") return <p>{noAccessSentence(found, language)}</p>;
  const { access } = found;
  const whole = spanSentence(access, language);
  return (
    <>
      <p>
        <b>{accessSentence(access, language)}</b>{" "}
        {access.score > 0 && <small>{accessWords[language].score(Math.round(access.score))}</small>}
      </p>
      {access.routes.map((route) => {
        const sentences = routeSentences(route, language);
        return <p key={sentences}>{sentences}</p>;
      })}
      {whole && <p>{whole}</p>}
      {access.score > 0 && <Week hours={access.hours} language={language} />}
    </>
  );
}

const DAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MARKED_HOURS = [6, 12, 18];
const LEVELS: Exclude<AccessLevel, 0>[] = [1, 2, 3, 4];

function Week({ hours, language }: { hours: number[]; language: Language }) {
  const days = weekRuns(hours);
  return (
    <>
      <figure className="week" role="img" aria-label={weekSentence(hours, language)}>
        {DAYS.map((day) => (
          <span key={day}>{sayWeekday(day, language, "short")}</span>
        ))}
        <svg viewBox="0 0 24 7" preserveAspectRatio="none">
          <path d={MARKED_HOURS.map((hour) => `M${hour} 0h.05v7h-.05z`).join("")} opacity={0.3} />
          {LEVELS.map((level) => (
            <path key={level} d={barsOf(days, level)} opacity={0.4 + 0.15 * level} />
          ))}
        </svg>
        <div>
          {MARKED_HOURS.map((hour) => (
            // Where text is large, "am" goes below.
            <span key={hour}>{sayWallTime(hour * 60, language).replace("\u00a0", " ")}</span>
          ))}
        </div>
      </figure>
      <p className="small">{weekWords[language].caption}</p>
    </>
  );
}

// A little air above the tallest bar parts the days.
const TALLEST = 0.88;

/** The hours of one level as bars on the floor of their day's row, those that follow one another as one. */
function barsOf(days: readonly LevelRun[][], level: number): string {
  const height = Number(((TALLEST * level) / 4).toFixed(2));
  return days
    .flatMap((runs, day) =>
      runs
        .filter((run) => run.level === level)
        .map(({ from, until }) => `M${from} ${day + 1}v-${height}h${until - from}v${height}z`),
    )
    .join("");
}
