/** Tonight's answer: the sum of it in one sentence, the drawn map, the list, and what still helps. */
import { Fragment, type ReactNode } from "react";
import { minutesOf } from "~/text/say";
import { isFamily, people, type Party } from "~/domain/party";
import { letsSleep } from "~/domain/rank";
import type { Option, Tonight } from "~/domain/tonight";
import { answerWords, partySentence, type AnswerWords } from "~/text/answer";
import type { Language } from "~/text/language";
import { openingSentence } from "~/text/opening";
import { bestSentence, Card, leaveWords, type Telling } from "~/ui/card";

export type AnswerLinks = {
  /** To one place, asked for from here and for this party. */
  place: (placeId: number) => string;
  map: string;
  list: string;
  all: string;
};

type AnswerProps = {
  tonight: Tonight;
  telling: Telling;
  links: AnswerLinks;
  full: boolean;
  /** How many more places there are than are shown. */
  hidden: number;
  /** The map, drawn or interactive. */
  children: ReactNode;
  selected?: number | null;
};

export function Answer({ tonight, telling, links, full, hidden, selected, children }: AnswerProps) {
  const words = answerWords[telling.language];
  return (
    <div className={full ? "answer full" : "answer"}>
      <div className="sum">
        <h1 className="summary">{summary(tonight, telling, words)}</h1>
        <p>{words.weatherUnknown}</p>
      </div>
      <div className="map">
        {children}
        <p className="actions">
          <a href={full ? links.list : links.map}>{full ? words.closeMap : words.openMap}</a>
        </p>
      </div>
      <div className="list">
        <List options={tonight.options} telling={telling} links={links} words={words} selected={selected} />
        {hidden > 0 && (
          <p className="actions">
            <a href={links.all}>{words.more(hidden)}</a>
          </p>
        )}
        {tonight.sleepsYou === 0 && <WhatToSay party={telling.party} language={telling.language} />}
        {tonight.warmNow && <WarmNow option={tonight.warmNow} telling={telling} links={links} />}
        <p className="small">{words.rank}</p>
      </div>
    </div>
  );
}

function summary({ options, sleepsYou, from }: Tonight, telling: Telling, words: AnswerWords): string {
  const { party, clock, now } = telling;
  const night = clock.night(from) === clock.night(now) ? words.tonight : words.thatNight;
  if (sleepsYou === 0) return words.none(isFamily(party), night);
  const journeys = options.flatMap((option) => (hasBed(option) && option.best ? [option.best] : []));
  if (journeys.length === 0) return words.noWay(sleepsYou, night);
  const best = journeys.reduce((a, b) => (b.coldMinutes < a.coldMinutes ? b : a));
  const minutes = Math.floor((best.leaveBy - now) / 60);
  const leave = minutes < 60 ? words.leaveIn(minutes) : words.leaveAt(clock.departs(best.leaveBy));
  return words.some({ leave, outside: minutesOf(best.outdoorS), places: sleepsYou, night });
}

type ListProps = {
  options: Option[];
  telling: Telling;
  links: AnswerLinks;
  words: AnswerWords;
  selected?: number | null;
};

function List({ options, telling, links, words, selected }: ListProps) {
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
            telling={telling}
            selected={selected === option.number}
          />
        ))}
      </ol>
    </Fragment>
  ));
}

function takes({ standing }: Option): boolean {
  return standing === "takes-you";
}

function hasBed(option: Option): boolean {
  return takes(option) && letsSleep(option.place.kind);
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

function WarmNow({ option, telling, links }: { option: Option; telling: Telling; links: AnswerLinks }) {
  const words = answerWords[telling.language];
  return (
    <section className="box">
      <h2>{words.warmTitle}</h2>
      <p>
        <a href={links.place(option.place.placeId)}>{words.warmNow(option.place.name)}</a>{" "}
        {openingSentence(option.opening, telling)}
      </p>
      {option.best && (
        <p className="leave">
          <b>{leaveWords(option.best, telling)}</b> {bestSentence(option.best, telling)}
        </p>
      )}
    </section>
  );
}
