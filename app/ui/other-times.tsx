/** Other times to go: before, after, with fewer buses, and the last one tonight. */
import { lettingIn } from "~/domain/hours/opening";
import type { Journey } from "~/domain/journey";
import type { PlaceTonight } from "~/domain/place-tonight";
import { letsSleep } from "~/domain/rank";
import { shortCallFirst, shortHazard } from "~/text/caution-short";
import { journeyWords } from "~/text/journey";
import { placeWords } from "~/text/place";
import { Dialled } from "~/ui/dialled";
import { JourneyLegs } from "~/ui/journey";
import { bestSentence, leaveWords } from "~/ui/leave";
import type { Telling } from "~/ui/telling";

type OtherTimesProps = { tonight: PlaceTonight; telling: Telling };

type Choice = { kind: "earlier" | "later" | "fewer-buses" | "last-chance"; journey: Journey | null };

export function OtherTimes({ tonight, telling }: OtherTimesProps) {
  return (
    <>
      {choicesOf(tonight, telling).map(({ kind, journey }) => (
        <OtherTime key={kind} kind={kind} journey={journey} tonight={tonight} telling={telling} />
      ))}
      <LastChanceSaid tonight={tonight} telling={telling} />
    </>
  );
}

/** Each time once, under the name that says most of it. */
function choicesOf({ option, earlier, later, fewerBuses, lastChance }: PlaceTonight, { now }: Telling) {
  const choices: Choice[] = [
    { kind: "earlier", journey: earlier },
    { kind: "later", journey: later },
    { kind: "fewer-buses", journey: fewerBuses },
    { kind: "last-chance", journey: lastChance && isGone(lastChance, now) ? null : lastChance },
  ];
  return choices.flatMap(({ kind, journey }, at) => {
    const isSaid = [option.best, ...choices.slice(at + 1).map((other) => other.journey)].some(
      (other) => journey && other && isSame(journey, other),
    );
    return journey && !isSaid ? [{ kind, journey }] : [];
  });
}

function isSame(a: Journey, b: Journey): boolean {
  return (
    a.leaveBy === b.leaveBy &&
    a.enters === b.enters &&
    a.boardings === b.boardings &&
    a.callFirst === b.callFirst
  );
}

function isGone({ leaveBy }: Journey, now: number): boolean {
  return leaveBy <= now - 60;
}

type OtherTimeProps = OtherTimesProps & { kind: Choice["kind"]; journey: Journey };

function OtherTime({ kind, journey, tonight, telling }: OtherTimeProps) {
  const { language, clock, busPhone } = telling;
  const words = journeyWords[language];
  const leave =
    kind === "last-chance" ? words.leaveBy(clock.departs(journey.leaveBy)) : leaveWords(journey, telling);
  const callFirst = shortCallFirst(journey, language, busPhone);
  const hazard = shortHazard(journey, language);
  return (
    <details>
      <summary>
        {titleOf(kind, tonight, telling)}: {callFirst && `${callFirst} `}
        <b>{leave}</b>{" "}
        {kind === "fewer-buses" && journey.boardings > 0 && `· ${words.buses(journey.boardings)} `}
        {bestSentence(journey, telling)}
        {hazard && ` · ${hazard}`}
      </summary>
      <JourneyLegs journey={journey} telling={telling} />
    </details>
  );
}

function titleOf(kind: Choice["kind"], { option, from }: PlaceTonight, { language, clock, now }: Telling) {
  const words = placeWords[language];
  switch (kind) {
    case "earlier":
      return words.earlier;
    case "later":
      return words.later;
    case "fewer-buses":
      return words.fewerBuses;
    case "last-chance": {
      const isTonight = letsSleep(option.place.kind) && clock.night(from) === clock.night(now);
      return isTonight ? words.lastChanceTonight : words.lastChance;
    }
  }
}

/** What there is to say of the last chance where it is no choice of its own: it is the best, it is gone, nobody knows. */
function LastChanceSaid({ tonight: { option, lastChance }, telling }: OtherTimesProps) {
  const { language, clock, now, busPhone } = telling;
  const words = placeWords[language];
  if (!option.best) return null;
  const said = lastChance
    ? isGone(lastChance, now)
      ? words.lastChanceGone(clock.departs(lastChance.leaveBy))
      : isSame(lastChance, option.best) && words.lastChanceIsThis
    : option.best.boardings > 0 &&
      lettingIn(option.opening)?.until === null &&
      words.lastBusUnknown(busPhone);
  return said ? (
    <p>
      <Dialled words={said} phone={busPhone} />
    </p>
  ) : null;
}
