/** Asking a place to hold room: who comes, what for, how to reach them; one button. A plain form. */
import type { HoldOffer } from "~/domain/hold-offer";
import type { Count } from "~/domain/pool";
import type { Region } from "~/domain/region";
import { searchQuery, type Search } from "~/domain/search";
import type { Option } from "~/domain/tonight";
import { partySentence } from "~/text/answer";
import { fitSentence } from "~/text/fit";
import { holdWords, poolToHold, type ToMend } from "~/text/hold";
import type { Language } from "~/text/language";
import { Field } from "~/ui/field";
import { holdHref } from "~/ui/hold-link";
import { Page } from "~/ui/page";
import { PlaceCall } from "~/ui/place-call";
import { tellingOf } from "~/ui/telling";

export type HoldAskProps = {
  language: Language;
  region: Region;
  search: Search;
  option: Option;
  offer: Extract<HoldOffer, { kind: "ask" }>;
  now: number;
  from: number;
  /** Issued for this form: sent twice, it is one hold. */
  formKey: string;
  mend: { why: ToMend; contact: string } | null;
  /** Whether a code can be sent to a mail address, and the one that was shown to be theirs of late. */
  codes: boolean;
  shown: string | null;
};

export function HoldAsk(props: HoldAskProps) {
  const { language, region, search, option, mend } = props;
  const { place, fit } = option;
  const words = holdWords[language];
  const query = String(searchQuery(search));
  return (
    <Page language={language} region={region}>
      <p className="back">
        <a href={`/places/${place.placeId}?${query}`}>{words.back}</a>
      </p>
      <h1>{words.askTitle(place.name)}</h1>
      {mend && mend.why !== "contact" && (
        <p className="caution" role="alert">
          {words.mend[mend.why]}
        </p>
      )}
      <p>{props.shown === null ? words.how : words.howShown}</p>
      <h2>{words.forWhom}</h2>
      <p>{partySentence(search.party, language)}</p>
      <p className={`fit ${fit.kind}`}>{fitSentence(fit, search.party, language)}</p>
      <p className="onward">
        <a href={`/?${query}`}>{words.change}</a>
      </p>
      <AskForm {...props} />
      <PlaceCall phone={place.phone} language={language} />
    </Page>
  );
}

function AskForm(props: HoldAskProps) {
  const { language, region, search, option, offer, now, from, formKey, mend, codes, shown } = props;
  const words = holdWords[language];
  const hint = codes ? `${words.contactHint} ${words.contactCodes}` : words.contactHint;
  const { clock } = tellingOf(language, region, { now, from, party: search.party });
  return (
    <form method="post" action={holdHref(option.place.placeId, search)}>
      <input type="hidden" name="key" value={formKey} />
      <Pools counts={offer.counts} language={language} />
      {offer.arrivesAt !== null && <p>{words.arrives(clock.at(offer.arrivesAt, now))}</p>}
      <p className="small">{words.told}</p>
      <Field
        name="contact"
        label={words.contact}
        hint={shown === null ? hint : words.contactShown}
        value={mend?.contact ?? shown ?? ""}
        problem={mend?.why === "contact" ? words.mend.contact : null}
        enterKeyHint="send"
      />
      <button className="main">{words.send}</button>
    </form>
  );
}

/** Nobody is asked for a gender: where it matters, they choose what they need. */
function Pools({ counts, language }: { counts: Count[]; language: Language }) {
  const words = holdWords[language];
  const said = (count: Count) => poolToHold({ ...count, units: count.needs }, language);
  const [only, ...others] = counts;
  if (only && others.length === 0) {
    return (
      <>
        <h2>{words.whatTitle}</h2>
        <p>{said(only)}</p>
        <input type="hidden" name="pool" value={only.poolId} />
      </>
    );
  }
  return (
    <fieldset>
      <legend>{words.which}</legend>
      {counts.map((count) => (
        <label key={count.poolId} className="tick">
          <input type="radio" name="pool" value={count.poolId} required />
          {said(count)}
        </label>
      ))}
    </fieldset>
  );
}
