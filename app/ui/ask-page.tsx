/** One ask, whole, for its coordinators; on a wide screen the other asks stand beside it. */
import type { AskChange, AskSheet, Suggestions } from "~/domain/desk";
import type { HomeSearch } from "~/domain/home-search";
import type { RoomsForAsk } from "~/domain/match";
import { askKindWords } from "~/text/ask-kinds";
import { askPageWords } from "~/text/ask-page";
import { deskWords } from "~/text/desk";
import type { Region } from "~/domain/region";
import { sayList } from "~/text/say";
import { AskAlike, AskEnd, AskHand, AskLog, AskNotes } from "~/ui/ask-care";
import { AskOffers, type OffersBeside } from "~/ui/ask-offers";
import { AskPlaces } from "~/ui/ask-places";
import { AskRooms } from "~/ui/ask-rooms";
import { AskReach } from "~/ui/ask-reach";
import { AskStays } from "~/ui/ask-stays";
import { AskTalk } from "~/ui/ask-talk";
import { deskTelling, DeskWatch, type DeskProps } from "~/ui/desk";
import {
  DeskLineItem,
  hasItWords,
  otherLanguage,
  stateWords,
  whoWords,
  type DeskTelling,
} from "~/ui/desk-line";
import { GroupPage } from "~/ui/group-page";

export type AskKeys = Record<
  "say" | "quick" | "claim" | "hand" | "letGo" | "note" | "end" | "alike",
  string
> & { tell: string[] };
export type AskProblemSaid = { change: AskChange; sentence: string };

export type AskPageProps = Omit<DeskProps, "region"> & {
  region: Region;
  ask: AskSheet;
  suggestions: Suggestions | null;
  offers: OffersBeside | null;
  rooms: RoomsForAsk | null;
  search: HomeSearch | null;
  keys: AskKeys;
  done: AskChange | null;
  /** What was typed into a form that was not taken. */
  typed: { said: string; note: string; from: string };
  problem: AskProblemSaid | null;
};

/** What every part of the page is drawn with. */
export type AskPart = AskPageProps & { telling: DeskTelling; base: string };

export function AskPage(page: AskPageProps) {
  const { language, group, ask } = page;
  const base = `/group/${group.groupId}/asks/${ask.askId}`;
  const part: AskPart = { ...page, base, telling: deskTelling(page) };
  return (
    <GroupPage {...page}>
      <div className="desk-two">
        <div>
          <h1>{whoWords(ask, language)}</h1>
          <DeskWatch desk={page} page={base} ask={ask.askId} />
          <Said part={part} of={["claim", "hand", "end"]} />
          <Head part={part} />
          <AskReach part={part} />
          <AskTalk part={part} />
          {ask.closedAt === null && <AskPlaces part={part} />}
          <AskOffers part={part} />
          <AskRooms part={part} />
          <AskStays part={part} />
          <AskAlike part={part} />
          <AskNotes part={part} />
          <AskHand part={part} />
          <AskEnd part={part} />
          <AskLog part={part} />
        </div>
        <Beside part={part} />
      </div>
    </GroupPage>
  );
}

function Head({ part }: { part: AskPart }) {
  const { language, ask, telling } = part;
  const words = askPageWords[language];
  return (
    <div data-part="head">
      <p className="summary">
        {stateWords(ask, telling)}
        {ask.closedAt === null && ` · ${hasItWords(ask, telling)}`}
      </p>
      <p>
        {words.wants(
          sayList(
            ask.kinds.map((kind) => askKindWords[language].kinds[kind]),
            language,
          ),
        )}{" "}
        {ask.area === null ? deskWords[language].noArea : `${deskWords[language].from(ask.area)}.`}
      </p>
      <p className="small">
        {[
          deskWords[language].asked(
            telling.clock.at(ask.askedAt.getTime() / 1000, part.now.getTime() / 1000),
          ),
          ...otherLanguage(ask.language, language, deskWords[language]),
          ...(ask.risen > 0 ? [deskWords[language][ask.risen > 1 ? "risenTwice" : "risen"]] : []),
        ].join(" · ")}
      </p>
      <Claim part={part} />
    </div>
  );
}

/** Whoever comes second is told who was first, and may still take it over. */
function Claim({ part: { language, ask, base, keys } }: { part: AskPart }) {
  const words = askPageWords[language];
  if (ask.closedAt !== null || ask.who?.personId === ask.personId) return null;
  return (
    <form method="post" action={`${base}/claim`}>
      <input type="hidden" name="key" value={keys.claim} />
      <input type="hidden" name="from" value={ask.who?.personId ?? ""} />
      <button className={ask.who === null ? "main" : undefined}>
        {ask.who === null ? words.takeIt : words.takeOver(ask.who.name)}
      </button>
    </form>
  );
}

/** After a form: that it was done, or why not. */
export function Said({ part: { language, done, problem }, of }: { part: AskPart; of: AskChange[] }) {
  if (problem && of.includes(problem.change))
    return (
      <p className="caution" role="alert">
        {problem.sentence}
      </p>
    );
  if (!done || !of.includes(done) || done === "places") return null;
  return (
    <p role="status">
      <strong>{askPageWords[language].done[done]}</strong>
    </p>
  );
}

function Beside({ part }: { part: AskPart }) {
  const { order, telling, language, ask, group } = part;
  return (
    <aside className="beside" aria-labelledby="beside">
      <h2 id="beside">
        <a href={`/group/${group.groupId}/desk`}>{askPageWords[language].desk}</a>
      </h2>
      <ul className="desk-lines" data-part="desk">
        {[...order.waiting, ...order.answered].map((line) => (
          <DeskLineItem key={line.askId} line={line} telling={telling} isOpen={line.askId === ask.askId} />
        ))}
      </ul>
    </aside>
  );
}
