/** Nothing could be held: why, in words that accuse nobody, and who to ask next. Never the end of the way. */
import type { HoldOffer } from "~/domain/hold-offer";
import type { Region } from "~/domain/region";
import { searchQuery, type Search } from "~/domain/search";
import type { Option } from "~/domain/tonight";
import { answerWords } from "~/text/answer";
import { holdWords, type NotHeld } from "~/text/hold";
import type { Language } from "~/text/language";
import { Card } from "~/ui/card";
import { Dialled } from "~/ui/dialled";
import { holdHref } from "~/ui/hold-link";
import { Page } from "~/ui/page";
import { PlaceCall } from "~/ui/place-call";
import { tellingOf } from "~/ui/telling";

/** What was sent, to be sent again as it was. */
export type SentAgain = { key: string; pool: number; contact: string };

// Where only requests are too many, one that needs no yes is still taken.
const HELPED_BY_MAIL: NotHeld[] = ["too-many-requests", "many-from-here"];

export type HoldNotProps = {
  language: Language;
  region: Region;
  search: Search;
  isFromThem: boolean;
  option: Option;
  offer: HoldOffer;
  others: Option[];
  now: number;
  from: number;
  why: NotHeld;
  again: SentAgain | null;
  /** To a code by mail, which needs no yes. */
  mailHref: string | null;
};

export function HoldNot(props: HoldNotProps) {
  const { language, region, search, option, offer, now, from, why } = props;
  const { placeId, name, phone } = option.place;
  const words = holdWords[language];
  const [title, sentence] = words.not[why];
  const { clock } = tellingOf(language, region, { now, from, party: search.party });
  const query = String(searchQuery(search));
  return (
    <Page language={language} region={region}>
      <p className="back">
        <a href={`/places/${placeId}?${query}`}>{name}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {sentence} {offer.kind === "too-early" && words.askFrom(clock.at(offer.askFrom, now))}
      </p>
      <PlaceCall phone={phone} language={language}>
        {why === "has-hold" && (
          <a className="main" href={`/hold?${query}`}>
            {words.seeHold}
          </a>
        )}
      </PlaceCall>
      <AskAnyway {...props} />
      <Others {...props} />
      <p className="actions">
        <a href={`/?${query}`}>{words.all}</a>
        {why !== "has-hold" && (
          <>
            <a href={`/alert/ask?${query}`}>{answerWords[language].tellMe}</a>
            <a href={`/ask/new?${query}`}>{answerWords[language].askAid}</a>
          </>
        )}
      </p>
    </Page>
  );
}

function AskAnyway({ language, search, option, why, again, mailHref }: HoldNotProps) {
  const words = holdWords[language];
  return (
    <>
      {mailHref && HELPED_BY_MAIL.includes(why) && (
        <p className="actions">
          <a href={mailHref}>{words.byMail}</a>
        </p>
      )}
      {again && (
        <form method="post" action={holdHref(option.place.placeId, search)}>
          <input type="hidden" name="key" value={again.key} />
          <input type="hidden" name="pool" value={again.pool} />
          <input type="hidden" name="contact" value={again.contact} />
          <button>{words.askAgain}</button>
        </form>
      )}
    </>
  );
}

function Others({ language, region, search, isFromThem, option, others, now, from }: HoldNotProps) {
  const words = holdWords[language];
  const telling = tellingOf(language, region, { now, from, party: search.party });
  if (others.length === 0) {
    return (
      <p>
        <Dialled words={words.noOthers} phone={null} />
      </p>
    );
  }
  return (
    <>
      <h2>{words.others}</h2>
      {!isFromThem && <p className="small">{words.othersFrom(option.place.name)}</p>}
      <ol className="cards">
        {others.map((other) => (
          <Card
            rideHref={null}
            key={other.number}
            option={other}
            href={`/places/${other.place.placeId}?${searchQuery(search)}`}
            holdHref={holdHref(other.place.placeId, search)}
            telling={telling}
          />
        ))}
      </ol>
    </>
  );
}
