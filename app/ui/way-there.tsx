/** The way to one place: leg by leg, another time to go, the fare, and the next morning. */
import type { ReactNode } from "react";
import type { MorningAfter, PlaceTonight } from "~/domain/place-tonight";
import type { Fare, Region } from "~/domain/region";
import type { Found } from "~/domain/where/where";
import { whereWords } from "~/text/answer";
import { journeyWords } from "~/text/journey";
import { wordsIn, type Language } from "~/text/language";
import { placeWords } from "~/text/place";
import { sayDate, sayMoney } from "~/text/say";
import { Dialled } from "~/ui/dialled";
import { JourneyLegs } from "~/ui/journey";
import { OldTimesSaid } from "~/ui/old-times";
import { OtherTimes } from "~/ui/other-times";
import type { Telling } from "~/ui/telling";
import { WeatherLine } from "~/ui/weather";

type WayThereProps = {
  tonight: PlaceTonight;
  where: Found | null;
  region: Region;
  telling: Telling;
  /** The drawn map of the way. */
  children: ReactNode;
};

export function WayThere({ tonight, where, region, telling, children }: WayThereProps) {
  const words = placeWords[telling.language];
  const { option, morning, weather, oldTimes } = tonight;
  return (
    <section id="way">
      <h2>{words.way}</h2>
      {where && <p>{words.wayFrom(whereWords(where, telling.language))}</p>}
      {where && <WeatherLine weather={weather} telling={telling} />}
      {!where && <p>{words.noOrigin}</p>}
      {where && <NoWay tonight={tonight} telling={telling} />}
      {children}
      {option.best && <JourneyLegs journey={option.best} telling={telling} />}
      <OtherTimes tonight={tonight} telling={telling} />
      {option.best && option.best.boardings > 0 && (
        <FareSaid fare={region.fare} language={telling.language} />
      )}
      {where && <OldTimesSaid oldTimes={oldTimes} telling={telling} />}
      {morning && <Morning morning={morning} telling={telling} />}
    </section>
  );
}

/** Why nobody gets there; not where the old times that are told below are all the reason. */
function NoWay({ tonight: { option, oldTimes }, telling }: { tonight: PlaceTonight; telling: Telling }) {
  const { best, way, standing } = option;
  if (best || way.kind !== "none" || standing === "no") return null;
  if (way.reason === "feed-expired" && oldTimes.length > 0) return null;
  return (
    <p>
      <Dialled words={journeyWords[telling.language].none[way.reason]} phone={telling.busPhone} />
    </p>
  );
}

function FareSaid({ fare, language }: { fare: Fare | null; language: Language }) {
  const words = placeWords[language];
  if (!fare) return <p>{words.fareUnknown}</p>;
  const child = fare.childCents === null ? null : sayMoney(fare.childCents);
  return (
    <p>
      {words.fareSaid(sayMoney(fare.adultCents), child)} {fare.note && `${wordsIn(fare.note, language)} `}
      <small>{words.fareAsOf(sayDate(fare.asOf, language))}</small>
    </p>
  );
}

function Morning({ morning, telling }: { morning: MorningAfter; telling: Telling }) {
  const words = placeWords[telling.language];
  const [next] = morning.next;
  // Nobody is let stay behind their own door after closing time: this wait is outside.
  const gap = next?.best ? Math.floor((next.best.leaveBy - morning.closes) / 60) : 0;
  return (
    <>
      <h2>{words.morning}</h2>
      <p>
        {words.morningCloses(telling.clock.at(morning.closes, telling.now))}{" "}
        {next
          ? (next.standing === "takes-you" ? words.morningGo : words.morningTry)(next.place.name)
          : words.morningUnknown}{" "}
        {gap > 0 && words.morningGap(gap)}
      </p>
      {next?.best && <JourneyLegs journey={next.best} telling={telling} />}
    </>
  );
}
