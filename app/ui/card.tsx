/** One place on the list, at most five lines: what, fit, room, hours, when to leave; then what to do. */
import type { Journey } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Option } from "~/domain/tonight";
import { answerWords } from "~/text/answer";
import { countLine, countWords } from "~/text/count";
import { fitSentence, lawSentence } from "~/text/fit";
import { journeyWords } from "~/text/journey";
import type { Language } from "~/text/language";
import { openingSentence, openingWords } from "~/text/opening";
import { dial, minutesOf, type Clock } from "~/text/say";
import { KindMark } from "~/ui/kind-mark";

/** What every card of one answer shares. */
export type Telling = { language: Language; clock: Clock; now: number; from: number; party: Party };

// The rest is on the place's own page.
const MOST_POINTS = 2;

type CardProps = { option: Option; href: string; telling: Telling; selected?: boolean };

export function Card({ option, href, telling, selected }: CardProps) {
  const { number, place, fit, opening, standing } = option;
  const { language } = telling;
  const words = answerWords[language];
  return (
    <li className={`card ${standing}`} id={`p${number}`} aria-current={selected || undefined} tabIndex={-1}>
      <h3>
        <KindMark kind={place.kind} number={number} />
        <a href={href}>{place.name}</a> <small>{openingWords[language].kinds[place.kind]}</small>
      </h3>
      <p className={`fit ${fit.kind}`}>
        {fitSentence(fit, telling.party, language, MOST_POINTS)} {lawSentence(fit, language)}
      </p>
      {fit.kind !== "no" && <Counts option={option} language={language} />}
      <p>{openingSentence(opening, telling)}</p>
      {fit.kind !== "no" && <Leave option={option} telling={telling} />}
      {fit.kind !== "no" && (
        <p className="actions">
          <CallLink place={place} language={language} />
          <a href={href} aria-label={`${option.best ? words.way : words.details}: ${place.name}`}>
            {option.best ? words.way : words.details}
          </a>
        </p>
      )}
    </li>
  );
}

/** Where no number is known, 2-1-1 knows whom to ask. */
function CallLink({ place, language }: { place: Option["place"]; language: Language }) {
  const words = answerWords[language];
  if (!place.phone) {
    return (
      <a className="call" href="tel:211">
        {words.call211}
      </a>
    );
  }
  return (
    <a
      className="call"
      href={dial(place.phone)}
      data-phone={place.phone}
      aria-label={`${words.call}: ${place.name}`}
    >
      {words.call}
    </a>
  );
}

export function Counts({
  option,
  language,
}: {
  option: Pick<Option, "counts" | "place">;
  language: Language;
}) {
  const several = new Set(option.counts.map(({ household }) => household)).size > 1;
  return option.counts.map((count) => {
    const { free, rest } = countLine(count, language);
    const whom = several ? ` ${countWords[language].households[count.household]}` : "";
    return (
      <p key={count.poolId} className="count">
        {free ? (
          <>
            <b>
              {free}
              {whom}
            </b>
            , {rest}
          </>
        ) : (
          rest
        )}
      </p>
    );
  });
}

function Leave({ option, telling }: { option: Option; telling: Telling }) {
  const { best, sooner, way } = option;
  const words = journeyWords[telling.language];
  if (!best) {
    const isWorthSaying = way.kind === "none" && option.standing !== "no";
    return isWorthSaying ? <p>{words.none[way.reason]}</p> : null;
  }
  return (
    <>
      <p className="leave">
        {option.standing === "call" && `${answerWords[telling.language].ifYes} `}
        <b>{leaveWords(best, telling)}</b> {bestSentence(best, telling)}
      </p>
      {sooner && (
        <p className="small">
          {words.sooner(
            telling.clock.departs(sooner.leaveBy),
            minutesOf(sooner.outdoorS),
            telling.clock.arrives(sooner.enters),
          )}
        </p>
      )}
    </>
  );
}

/** "Leave 5:42 pm", or "Leave now" within the minute. */
export function leaveWords({ leaveBy }: Journey, { language, clock, now }: Telling): string {
  const words = journeyWords[language];
  return Math.abs(leaveBy - now) < 60 ? words.leaveNow : words.leave(clock.departs(leaveBy));
}

/** "· 7 min outside · there 6:20 pm". */
export function bestSentence(journey: Journey, { language, clock }: Telling): string {
  const words = journeyWords[language];
  const atDoor = journey.enters - journey.arrives;
  const said = [
    (journey.boardings === 0 ? words.onFoot : words.outside)(minutesOf(journey.outdoorS)),
    ...(atDoor >= 60 ? [words.waitAtDoor(minutesOf(atDoor))] : []),
    words.there(clock.arrives(journey.arrives)),
    ...(journey.estimated ? [words.estimated] : []),
  ];
  return `· ${said.join(" · ")}`;
}
