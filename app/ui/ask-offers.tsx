/** What members offer that may meet one ask, and what was offered to its family; whose it is, coordinators alone read. */
import type { Meeting, OfferAtAsk, Offered, StandingOffer } from "~/domain/offer";
import { askOffersWords } from "~/text/ask-offers";
import { offersWords } from "~/text/offers";
import type { AskPart } from "~/ui/ask-page";
import { OfferSaid } from "~/ui/offers-page";

type Fitting = StandingOffer & { meeting: Meeting; key: string };
export type OffersBeside = { offered: OfferAtAsk[]; fitting: Fitting[]; came: Offered | null };

export function AskOffers({ part }: { part: AskPart }) {
  const { language, offers, ask } = part;
  if (!offers || (ask.closedAt !== null && offers.offered.length === 0)) return null;
  const words = askOffersWords[language];
  const { offered, fitting, came } = offers;
  return (
    <section id="offers" className="pool" aria-labelledby="offers-title">
      <h2 id="offers-title">{words.title}</h2>
      {came && (
        <p role={came === "used" ? "status" : "alert"} className={came === "used" ? undefined : "caution"}>
          <strong>{words.came[came]}</strong>
        </p>
      )}
      {offered.length > 0 && <Given part={part} offered={offered} />}
      {ask.closedAt === null && <p>{fitting.length > 0 ? words.hint : words.none}</p>}
      <ul className="desk-lines">
        {fitting.map((offer) => (
          <Fit key={offer.offerId} part={part} offer={offer} />
        ))}
      </ul>
    </section>
  );
}

function Given({ part: { language, telling, now }, offered }: { part: AskPart; offered: OfferAtAsk[] }) {
  const words = askOffersWords[language];
  return (
    <>
      <h3>{words.offered}</h3>
      <ul className="plain">
        {offered.map(({ offerId, kind, words: said, who, at }) => (
          <li key={offerId}>
            <strong>{offersWords[language].kinds[kind]}.</strong> {said}
            <br />
            <small>{words.offeredAt(who, telling.clock.at(at.getTime() / 1000, now.getTime() / 1000))}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Fit({ part: { language, base }, offer }: { part: AskPart; offer: Fitting }) {
  const words = askOffersWords[language];
  const { offerId, meeting, who, email, isOnce, key } = offer;
  return (
    <li className="line">
      <OfferSaid offer={offer} language={language} as="h3" />
      <p>
        <strong>{meeting.meets === "yes" ? words.yes : words.maybe[meeting.why]}</strong>
      </p>
      <p className="actions">
        <a href={`mailto:${email}`}>{words.write(who)}</a>
      </p>
      <details>
        <summary>{words.use}</summary>
        <p>{isOnce ? words.once : words.again}</p>
        <form method="post" action={`${base}/offered`}>
          <input type="hidden" name="key" value={key} />
          <button name="offer" value={offerId}>
            {words.use}
          </button>
        </form>
      </details>
    </li>
  );
}
