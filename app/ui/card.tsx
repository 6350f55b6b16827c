/** One place on the list, at most five lines: what, fit, room, hours, when to leave; then what to do. */
import { hazardOf, type Journey } from "~/domain/journey";
import { outdoorMinutes } from "~/domain/told-minutes";
import type { Option } from "~/domain/tonight";
import { answerWords } from "~/text/answer";
import { shortHazard } from "~/text/caution-short";
import { fitSentence, lawSentence } from "~/text/fit";
import { journeyWords } from "~/text/journey";
import type { Language } from "~/text/language";
import { openingWords } from "~/text/opening";
import { dial } from "~/text/say";
import { Counts, OpeningLine } from "~/ui/counts";
import { HoldLink } from "~/ui/hold-link";
import { KindMark } from "~/ui/kind-mark";
import { LeaveLine, thereWords } from "~/ui/leave";
import { FoldedNote } from "~/ui/place-note";
import { RideLink } from "~/ui/ride-link";
import type { Telling } from "~/ui/telling";

// The rest is on the place's own page.
const MOST_POINTS = 2;

type CardProps = {
  option: Option;
  href: string;
  holdHref: string;
  rideHref: string | null;
  telling: Telling;
};

export function Card({ option, href, holdHref, rideHref, telling }: CardProps) {
  const { number, place, fit, opening, standing } = option;
  const { language } = telling;
  const words = answerWords[language];
  return (
    <li className={`card ${standing}`} id={`p${number}`} tabIndex={-1}>
      <h3>
        <KindMark kind={place.kind} number={number} />
        <a href={href}>{place.name}</a> <small>{openingWords[language].kinds[place.kind]}</small>
      </h3>
      <p className={`fit ${fit.kind}`}>
        {fitSentence(fit, telling.party, language, MOST_POINTS)} {lawSentence(fit, language)}
      </p>
      {fit.kind !== "no" && <Counts counts={option.counts} telling={telling} opening={opening} />}
      <OpeningLine option={option} telling={telling} />
      {fit.kind !== "no" && <Leave option={option} telling={telling} />}
      <RideLink href={rideHref} language={language} />
      {fit.kind !== "no" && <FoldedNote note={place.note} telling={telling} />}
      {fit.kind !== "no" && (
        <p className="actions">
          <CallLink place={place} language={language} />
          <HoldLink option={option} href={holdHref} telling={telling} short />
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

function Leave({ option, telling }: { option: Option; telling: Telling }) {
  const { best, sooner, way } = option;
  const words = journeyWords[telling.language];
  if (!best) {
    const isWorthSaying = way.kind === "none" && option.standing !== "no";
    return isWorthSaying ? <p>{words.none[way.reason]}</p> : null;
  }
  return (
    <>
      <LeaveLine
        journey={best}
        telling={telling}
        before={option.standing === "call" && answerWords[telling.language].ifYes}
      />
      {/* Whose warmest way is dangerous already is not shown a colder one. */}
      {sooner && hazardOf(best) === "none" && <Sooner journey={sooner} telling={telling} />}
    </>
  );
}

function Sooner({ journey, telling }: { journey: Journey; telling: Telling }) {
  const { leaveBy, enters, callFirst, estimated } = journey;
  const { language, clock } = telling;
  const words = journeyWords[language];
  const there = thereWords(journey, enters, telling);
  return (
    <p className="small">
      {words.sooner(clock.departs(leaveBy), outdoorMinutes(journey), there, callFirst)}{" "}
      {estimated && `${words.estimated} `}
      {shortHazard(journey, language)}
    </p>
  );
}
