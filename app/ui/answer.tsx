/** Tonight's answer: the sum of it in one sentence, the drawn map, the list, and what still helps. */
import { Fragment, type ReactNode } from "react";
import { isFamily, people, type Party } from "~/domain/party";
import { warmest } from "~/domain/choosing";
import { outdoorMinutes } from "~/domain/told-minutes";
import { hasBed } from "~/domain/rank";
import type { RoomsTonight } from "~/domain/room-area";
import type { Option, Tonight } from "~/domain/tonight";
import { warmPlaceOf } from "~/domain/warm-place";
import { answerWords, partySentence, type AnswerWords } from "~/text/answer";
import { shortCallFirst, shortHazard } from "~/text/caution-short";
import type { Language } from "~/text/language";
import { Card } from "~/ui/card";
import { Live } from "~/ui/live";
import { OldTimesSaid } from "~/ui/old-times";
import { RoomAreas } from "~/ui/room-areas";
import type { Telling } from "~/ui/telling";
import { WarmNow } from "~/ui/warm-now";
import { WeatherLine } from "~/ui/weather";

export type AnswerLinks = {
  /** To one place, asked for from here and for this party. */
  place: (placeId: number) => string;
  /** To asking for a ride there; null: nobody drives, or nobody has to. */
  ride: (placeId: number) => string | null;
  /** To asking it to hold room. */
  hold: (placeId: number) => string;
  map: string;
  list: string;
  all: string;
  /** To being told when a room opens. */
  alert: string;
  /** To asking mutual aid. */
  ask: string;
  /** The same question, asked now. */
  again: string;
};

type AnswerProps = {
  tonight: Tonight & { rooms: RoomsTonight };
  telling: Telling;
  links: AnswerLinks;
  full: boolean;
  /** How many more places there are than are shown. */
  hidden: number;
  /** The map, drawn or interactive. */
  children: ReactNode;
};

export function Answer({ tonight, telling, links, full, hidden, children }: AnswerProps) {
  const words = answerWords[telling.language];
  const warm = warmPlaceOf(tonight, telling.party);
  const warmNow = warm && (
    <WarmNow place={warm} telling={telling} href={links.place(warm.option.place.placeId)} />
  );
  return (
    <div className={full ? "answer full" : "answer"}>
      <div className="sum">
        <h1 className="summary">{summary(tonight, telling, words)}</h1>
        <WeatherLine weather={tonight.weather} telling={telling} />
        <Live telling={telling} placeIds={tonight.options.map(({ place }) => place.placeId)} />
        {warm?.isUrgent && warmNow}
      </div>
      <div className="map">
        {children}
        <p className="actions">
          <a href={full ? links.list : links.map}>{full ? words.closeMap : words.openMap}</a>
          <a href={links.again}>{words.askAgain}</a>
        </p>
      </div>
      <div className="list">
        <List options={tonight.options} telling={telling} links={links} words={words} />
        {hidden > 0 && (
          <p className="actions">
            <a href={links.all}>{words.more(hidden)}</a>
          </p>
        )}
        <RoomAreas rooms={tonight.rooms} telling={telling} askHref={links.ask} />
        {tonight.sleepsYou === 0 && <WhatHelps telling={telling} links={links} />}
        {!warm?.isUrgent && warmNow}
        <OldTimesSaid oldTimes={tonight.oldTimes} telling={telling} />
        <p className="small">{words.rank}</p>
      </div>
    </div>
  );
}

// A link that was sent is opened later: an answer about yesterday must say so first.
const OVER_AFTER_S = 900;

function summary({ options, sleepsYou, from }: Tonight, telling: Telling, words: AnswerWords): string {
  const { party, clock, now, language, busPhone } = telling;
  if (from < now - OVER_AFTER_S) return words.over(clock.at(from, now));
  const night = clock.night(from) === clock.night(now) ? words.tonight : words.thatNight;
  if (sleepsYou === 0) return words.none(isFamily(party) && party.adults > 0, night);
  const [first, ...others] = options.flatMap((option) =>
    hasBed(option) && option.best ? [option.best] : [],
  );
  if (!first) return words.noWay(sleepsYou, night);
  const best = warmest([first, ...others]);
  const callFirst = shortCallFirst(best, language, busPhone);
  const hazard = shortHazard(best, language);
  const minutes = Math.floor((best.leaveBy - now) / 60);
  const leave = minutes < 60 ? words.leaveIn(minutes) : words.leaveAt(clock.departs(best.leaveBy));
  return [
    words.some(sleepsYou, night),
    ...(callFirst ? [callFirst] : []),
    words.warmest(leave, outdoorMinutes(best)),
    ...(hazard ? [hazard] : []),
  ].join(" ");
}

type ListProps = {
  options: Option[];
  telling: Telling;
  links: AnswerLinks;
  words: AnswerWords;
};

function List({ options, telling, links, words }: ListProps) {
  const groups = [
    { title: words.bedsTitle, group: options.filter(hasBed) },
    { title: words.warmthTitle, group: options.filter((option) => takes(option) && !hasBed(option)) },
    { title: words.callTitle, group: options.filter(({ standing }) => standing === "call") },
    { title: words.otherTitle, group: options.filter(({ standing }) => standing === "no") },
  ].filter(({ group }) => group.length > 0);
  return groups.map(({ title, group }) => (
    <Fragment key={title}>
      <h2>{title}</h2>
      <ol className="cards">
        {group.map((option) => (
          <Card
            key={option.number}
            option={option}
            href={links.place(option.place.placeId)}
            holdHref={links.hold(option.place.placeId)}
            rideHref={links.ride(option.place.placeId)}
            telling={telling}
          />
        ))}
      </ol>
    </Fragment>
  ));
}

function takes({ standing }: Option): boolean {
  return standing === "takes-you";
}

/** Where no bed is known: words for the call, and a way to hear of one. */
function WhatHelps({ telling: { party, language }, links }: { telling: Telling; links: AnswerLinks }) {
  return (
    <>
      <WhatToSay party={party} language={language} />
      <p className="actions">
        <a href={links.ask}>{answerWords[language].askAid}</a>
        <a href={links.alert}>{answerWords[language].tellMe}</a>
      </p>
    </>
  );
}

function WhatToSay({ party, language }: { party: Party; language: Language }) {
  const words = answerWords[language];
  const isAlone = people(party) === 1 && party.pets.length === 0 && !party.wheelchair;
  return (
    <section className="box">
      <h2>{words.sayThis}</h2>
      <p>{words.script(partySentence({ ...party, together: false }, language), isAlone)}</p>
    </section>
  );
}
