/** One hold that stands: who they are, how they fit, when they come, their words, and what may be tapped. */
import { fitOf } from "~/domain/fit";
import type { Hold } from "~/domain/hold";
import { missedFrom, poolFit, wayOf, type Step } from "~/domain/inbox";
import type { EpochSeconds } from "~/domain/journey";
import type { Admits } from "~/domain/place";
import type { Pool } from "~/domain/pool";
import type { StaffPlace } from "~/domain/staff";
import { partySentence } from "~/text/answer";
import { countWords } from "~/text/count";
import { fitSentence } from "~/text/fit";
import { busLines, inboxWords } from "~/text/inbox";
import type { Language } from "~/text/language";
import { dial, type Clock } from "~/text/say";
import { Steps } from "~/ui/inbox-steps";

export type SaidCode = { language: Language; words: string }[];

export type ShownHold = Hold & {
  contact: string | null;
  codes: SaidCode;
  /** What may be tapped, each with the key of its form. */
  steps: { step: Step; key: string }[];
};

/** Whom the place takes, where it is told, and what it has. */
export type Takes = {
  admits: Admits | null;
  pools: Pick<Pool, "poolId" | "unit" | "household" | "peoplePerUnit">[];
};

export type HoldProps = {
  hold: ShownHold;
  place: StaffPlace;
  takes: Takes;
  language: Language;
  clock: Clock;
  now: EpochSeconds;
};

export function HoldCard({ hold, place, takes, language, clock, now }: HoldProps) {
  const words = inboxWords[language];
  const until = clock.until(hold.until.getTime() / 1000);
  const title = `hold-${hold.holdId}`;
  const waits = hold.steps.every(({ step }) => step !== "did-not-come") && hold.confirmed;
  return (
    <article className={hold.confirmed ? "pool" : "pool ask"} aria-labelledby={title}>
      <h3 id={title}>{hold.party ? partySentence(hold.party, language) : words.someone}</h3>
      <p>
        <strong>{hold.confirmed ? words.heldUntil(until) : words.asksUntil(until)}</strong>
      </p>
      <Coming hold={hold} language={language} clock={clock} now={now} />
      <Fits hold={hold} takes={takes} language={language} />
      <Reach contact={hold.contact} language={language} />
      <Code codes={hold.codes} language={language} />
      <p>
        <a href={`/staff/places/${place.placeId}/holds/code/${hold.holdId}`} aria-describedby={title}>
          {words.codeLarge}
        </a>
      </p>
      <Steps hold={hold} place={place} language={language} titleId={title} />
      {waits && <p className="small">{words.missedFrom(clock.from(missedFrom(hold)))}</p>}
    </article>
  );
}

type ComingProps = Pick<HoldProps, "hold" | "language" | "clock" | "now">;

function Coming({ hold, language, clock, now }: ComingProps) {
  const words = inboxWords[language];
  const way = wayOf(hold.journey);
  const arrival = hold.arrivesAt && hold.arrivesAt.getTime() / 1000;
  const said = [
    arrival === null
      ? words.comesSometime
      : (arrival < now ? words.meantToCome : words.comes)(clock.at(arrival, now)),
    ...(way?.onFoot ? [words.onFoot] : []),
    ...(way && way.lines.length > 0 ? [busLines(way.lines, language)] : []),
    ...(way && way.leavesAt !== null ? [words.leaves(clock.at(way.leavesAt, now))] : []),
    ...(way && way.outsideMinutes !== null ? [words.outside(way.outsideMinutes)] : []),
  ];
  return <p>{said.join(" ")}</p>;
}

export function Fits({ hold, takes, language }: Pick<HoldProps, "hold" | "takes" | "language">) {
  const words = inboxWords[language];
  const { units, household, unit, party } = hold;
  const pool = takes.pools.find(({ poolId }) => poolId === hold.poolId);
  const [one, many] = countWords[language].units[unit];
  const what = `${units} ${units === 1 ? one : many}`;
  const people = countWords[language].households[household];
  if (!pool || !party) return <p>{`${what} ${people}.`}</p>;
  const inPool = poolFit(party, pool, units);
  const atPlace = takes.admits && fitOf(party, takes.admits);
  const isAllFine = inPool === "fits" && atPlace?.kind === "yes";
  return (
    <p>
      {words.pool(what, people, pool.peoplePerUnit)} {(inPool !== "fits" || isAllFine) && words.fit[inPool]}{" "}
      {atPlace && atPlace.kind !== "yes" && words.theyRead(fitSentence(atPlace, party, language))}
    </p>
  );
}

function Reach({ contact, language }: { contact: string | null; language: Language }) {
  const words = inboxWords[language];
  if (contact === null) return <p className="small">{words.noReach}</p>;
  const isPhone = /^[\d\s()+.-]{7,}$/.test(contact);
  return (
    <p>
      {words.reach} {isPhone ? <a href={dial(contact)}>{contact}</a> : <b className="contact">{contact}</b>}
    </p>
  );
}

/** In the reader's language first; they may say it in the other one. */
export function Code({ codes, language }: { codes: SaidCode; language: Language }) {
  const [own, ...others] = codes.toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  );
  if (!own) return null;
  return (
    <p className="code">
      <small>{inboxWords[language].code}:</small> <b lang={own.language}>{own.words}</b>
      {others.map((other) => (
        <small key={other.language} lang={other.language}>
          {other.words}
        </small>
      ))}
    </p>
  );
}
