/** A place as people will read it, in every language beside the others, before anything is saved. */
import type { HoursLine } from "~/domain/hours/hours-tonight";
import type { Span } from "~/domain/hours/hours";
import type { SizedPool } from "~/domain/place-sheet";
import type { PublicPlace } from "~/domain/tonight";
import { countWords } from "~/text/count";
import { editWords } from "~/text/edit";
import { LANGUAGES, OWN_NAMES, type Language } from "~/text/language";
import { placeWords } from "~/text/place";
import { clockOf, sayDate, sayList, sayWallTime, sayWeekday } from "~/text/say";
import { PlaceCall } from "~/ui/place-call";
import { HoursTonight, PlaceTitle } from "~/ui/place-facts";
import { Rules } from "~/ui/rules";

export type Seen = {
  place: Pick<
    PublicPlace,
    "kind" | "name" | "organization" | "about" | "rules" | "admits" | "languages" | "phone" | "site"
  >;
  tonight: HoursLine[];
  operating: readonly Span[];
  intake: readonly Span[];
  pools: SizedPool[];
  now: number;
  timeZone: string;
};

export function EditPreview({ seen, language }: { seen: Seen; language: Language }) {
  return (
    <section className="seen" aria-labelledby="seen">
      <h2 id="seen">{editWords[language].asSeen}</h2>
      <div className="both">
        {LANGUAGES.map((other) => (
          <article key={other} lang={other} aria-label={OWN_NAMES[other]}>
            <InLanguage seen={seen} language={other} />
          </article>
        ))}
      </div>
    </section>
  );
}

function InLanguage({ seen, language }: { seen: Seen; language: Language }) {
  const { place, tonight, operating, intake, pools, now, timeZone } = seen;
  const words = placeWords[language];
  const telling = { now, from: now, language, clock: clockOf(language, timeZone) };
  return (
    <>
      <PlaceTitle place={place} language={language} as="h3" />
      <PlaceCall phone={place.phone} language={language} />
      <h4>{words.tonight}</h4>
      <HoursTonight hours={tonight} telling={telling} />
      <Week spans={operating} title={words.open} language={language} />
      <Week spans={intake} title={words.letIn} language={language} />
      <h4>{words.rules}</h4>
      <Rules {...place} language={language} />
      <Sizes pools={pools} language={language} />
    </>
  );
}

/** The usual week, which people see only a night of at a time. */
function Week({ spans, title, language }: { spans: readonly Span[]; title: string; language: Language }) {
  if (spans.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="plain">
        {spans.map((span) => {
          const said = spanSaid(span, language);
          return <li key={said}>{said}</li>;
        })}
      </ul>
    </>
  );
}

function spanSaid({ days, opens, closes, from, until }: Span, language: Language): string {
  const names =
    days.length === 7
      ? editWords[language].everyDay
      : sayList(
          days.map((day) => sayWeekday(day, language)),
          language,
        );
  const season = [from, until].map((date) => (date ? sayDate(date, language) : "…")).join(" – ");
  const times =
    opens === closes
      ? editWords[language].dayAndNight
      : `${sayWallTime(opens, language)} – ${sayWallTime(closes, language)}`;
  return `${names}: ${times}${from || until ? ` (${season})` : ""}`;
}

function Sizes({ pools, language }: { pools: SizedPool[]; language: Language }) {
  const words = countWords[language];
  return (
    <ul className="plain">
      {pools.map(({ household, unit, peoplePerUnit, capacity }) => (
        <li key={`${household} ${unit} ${peoplePerUnit}`}>
          {capacity} {words.units[unit][capacity === 1 ? 0 : 1]} {words.households[household]}
        </li>
      ))}
    </ul>
  );
}
