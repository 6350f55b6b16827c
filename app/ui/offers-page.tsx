/** What a member offers, and whether it stands; and what all of a group's members offer, for its coordinators. */
import type { Offer, OwnOffer, StandingOffer } from "~/domain/offer";
import { OFFER_KINDS } from "~/domain/offer";
import { askKindWords } from "~/text/ask-kinds";
import type { Language } from "~/text/language";
import { offersWords } from "~/text/offers";
import { capital, sayDate, sayList, sayMoney, sayWallTime, sayWeekday } from "~/text/say";
import type { Weekday } from "~/domain/zone";
import { GroupPage } from "~/ui/group-page";

type GroupShown = { groupId: number; name: string; isCoordinator: boolean };
type Frame = { language: Language; name: string; group: GroupShown };

type OffersPageProps = Frame & {
  offers: (OwnOffer & { key: string })[];
  isSaved: boolean;
  problem: "old-form" | "closed" | null;
  now: number;
};

export function OffersPage({ language, name, group, offers, isSaved, problem, now }: OffersPageProps) {
  const words = offersWords[language];
  const at = `/group/${group.groupId}/offers`;
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{words.title}</h1>
      {(isSaved || problem) && (
        <p role="status">
          <strong>{problem ? words.problems[problem] : words.saved}</strong>
        </p>
      )}
      <p>{words.how}</p>
      {offers.length === 0 && <p>{words.none}</p>}
      {offers.map((offer) => (
        <section key={offer.offerId} className="pool" aria-label={words.kinds[offer.kind]}>
          <OfferSaid offer={offer} language={language} />
          <p className="small">{stands(offer, language, now)}</p>
          {offer.timesUsed > 0 && <p className="small">{words.used(offer.timesUsed)}</p>}
          <Keep offer={offer} language={language} at={at} />
        </section>
      ))}
      <h2>{words.what}</h2>
      <ul className="plain">
        {OFFER_KINDS.map((kind) => (
          <li key={kind}>
            <a href={`${at}/new?kind=${kind}`}>{words.kinds[kind]}</a>
            <br />
            <small>{words.kindHints[kind]}</small>
          </li>
        ))}
      </ul>
      {group.isCoordinator && (
        <p className="onward">
          <a href={`${at}/all`}>{words.all}</a>
        </p>
      )}
    </GroupPage>
  );
}

type KeepProps = { offer: OwnOffer & { key: string }; language: Language; at: string };

function Keep({ offer, language, at }: KeepProps) {
  const words = offersWords[language];
  if (offer.state === "used" || offer.state === "ended") return null;
  const choices =
    offer.state === "open"
      ? ([
          ["open", words.still],
          ["paused", words.pause],
          ["ended", words.end],
        ] as const)
      : ([
          ["open", words.resume],
          ["ended", words.end],
        ] as const);
  return (
    <form method="post" action={at}>
      <input type="hidden" name="key" value={offer.key} />
      <input type="hidden" name="offer" value={offer.offerId} />
      <p className="actions">
        {choices.map(([value, label]) => (
          <button key={value} name="do" value={value}>
            {label}
          </button>
        ))}
        <a href={`${at}/${offer.offerId}`}>{words.change}</a>
      </p>
    </form>
  );
}

type AllOffersProps = Frame & { offers: StandingOffer[]; now: number };

export function AllOffers({ language, name, group, offers, now }: AllOffersProps) {
  const words = offersWords[language];
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{words.all}</h1>
      {offers.length === 0 && <p>{words.allNone}</p>}
      {offers.map((offer) => (
        <section key={offer.offerId} className="pool" aria-label={words.kinds[offer.kind]}>
          <OfferSaid offer={offer} language={language} />
          <p>
            {words.by(offer.who)}, <a href={`mailto:${offer.email}`}>{offer.email}</a>
          </p>
          <p className="small">{stands(offer, language, now)}</p>
        </section>
      ))}
      <p className="onward">
        <a href={`/group/${group.groupId}/offers`}>{words.title}</a>
      </p>
    </GroupPage>
  );
}

type OfferSaidProps = { offer: Offer; language: Language; as?: "h2" | "h3" };

export function OfferSaid({ offer, language, as: Title = "h2" }: OfferSaidProps) {
  const words = offersWords[language];
  const facts = [
    offer.amountCents !== null && words.upTo(sayMoney(offer.amountCents)),
    offer.seats !== null && words.seatsSaid(offer.seats, offer.childSeats ?? 0),
    timesSaid(offer, language),
    offer.zips.length > 0 && words.only(offer.zips.join(", ")),
  ].filter(Boolean);
  return (
    <>
      <Title>{words.kinds[offer.kind]}</Title>
      <p>{offer.words}</p>
      <p className="small">
        {capital(
          sayList(
            offer.helps.map((kind) => askKindWords[language].kinds[kind]),
            language,
          ),
        )}
      </p>
      {facts.length > 0 && <p className="small">{facts.join(". ")}.</p>}
    </>
  );
}

function timesSaid({ days, fromMinutes, untilMinutes, kind }: Offer, language: Language): string | null {
  if (kind !== "ride") return null;
  if (!days || fromMinutes === null || untilMinutes === null) return offersWords[language].anyTime;
  const named = sayList(
    days.map((day) => sayWeekday(day as Weekday, language)),
    language,
  );
  return `${capital(named)}, ${sayWallTime(fromMinutes, language)} – ${sayWallTime(untilMinutes, language)}`;
}

function stands(offer: Offer, language: Language, now: number): string {
  const { states } = offersWords[language];
  if (offer.state !== "open") return states[offer.state];
  if (offer.until.getTime() / 1000 <= now) return states.doubtful;
  return states.open(sayDate(offer.until.toISOString().slice(0, 10), language));
}
