/** A wait as its family sees it: what is kept for them now, until when they wait, and how to go on or stop. */
import type { Fit } from "~/domain/fit";
import type { Region } from "~/domain/region";
import type { RoomAlert } from "~/domain/room-alert";
import { answerWords, partySentence } from "~/text/answer";
import { fitSentence } from "~/text/fit";
import { holdWords, unitsToHold } from "~/text/hold";
import type { Language } from "~/text/language";
import { liveWords } from "~/text/live";
import { roomAlertWords, type AlertSaid } from "~/text/room-alert";
import { clockOf } from "~/text/say";
import { Dialled } from "~/ui/dialled";
import { OpenPage } from "~/ui/open-page";
import { Page } from "~/ui/page";
import { PlaceCall } from "~/ui/place-call";
import { TimeLeft } from "~/ui/time-left";

export type AlertPageProps = {
  language: Language;
  region: Region | null;
  alert: RoomAlert;
  /** Of the offer; null where there is none, or it has gone meanwhile. */
  place: { name: string; phone: string | null; fit: Fit | null } | null;
  said: AlertSaid | null;
  /** How it was told: it is asked for anew while it is open, where it is another. */
  told: string;
  /** The search for the same party. */
  question: string;
  keys: { yes: string; no: string; keep: string; stop: string };
  now: number;
};

export function AlertPage(props: AlertPageProps) {
  const { language, region, alert, said, told, question, now } = props;
  const words = roomAlertWords[language];
  const clock = clockOf(language, region?.timeZone ?? "UTC");
  return (
    <Page language={language} region={region}>
      <OpenPage language={language} stream="/alert/live" page="/alert" told={told} />
      <div data-part="alert">
        {said && (
          <p className="caution" role="status">
            {words.said[said]}
          </p>
        )}
        {alert.offer ? <Offer {...props} offer={alert.offer} /> : <Standing {...props} />}
        <p className="actions">
          <a href={`/?${question}`}>{words.look}</a>
        </p>
        {alert.state !== "ended" && (
          <>
            <Stop {...props} />
            <p className="small">{answerWords[language].asOf(clock.departs(now))}</p>
            <p className="onward">
              <a href="/alert">{liveWords[language].refresh}</a>
            </p>
          </>
        )}
      </div>
    </Page>
  );
}

type OfferProps = AlertPageProps & { offer: NonNullable<RoomAlert["offer"]> };

function Offer({ language, region, alert, offer, place, question, keys, now }: OfferProps) {
  const words = roomAlertWords[language];
  const clock = clockOf(language, region?.timeZone ?? "UTC");
  const what = unitsToHold(offer.units, offer.unit, language);
  return (
    <>
      <h1>{words.offerTitle(place?.name ?? words.somewhere, what)}</h1>
      <p>{words.offer(clock.until(offer.until.getTime() / 1000))}</p>
      <TimeLeft language={language} until={offer.until} now={now} />
      {place?.fit && alert.party && (
        <p className={`fit ${place.fit.kind}`}>{fitSentence(place.fit, alert.party, language)}</p>
      )}
      {offer.arrivesAt && <p>{words.arrives(clock.at(offer.arrivesAt.getTime() / 1000, now))}</p>}
      <AnswerForm say="yes" label={words.yes} formKey={keys.yes} holdId={offer.holdId} />
      <AnswerForm say="no" label={words.no} formKey={keys.no} holdId={offer.holdId} hint={words.noHint} />
      <PlaceCall phone={place?.phone ?? null} language={language}>
        {place && <a href={`/places/${offer.placeId}?${question}`}>{words.way}</a>}
      </PlaceCall>
    </>
  );
}

type AnswerFormProps = { say: "yes" | "no"; label: string; formKey: string; holdId: string; hint?: string };

function AnswerForm({ say, label, formKey, holdId, hint }: AnswerFormProps) {
  return (
    <form method="post" action="/alert/answer" className="late">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="hold" value={holdId} />
      <button name="say" value={say} className={say === "yes" ? "main" : undefined}>
        {label}
      </button>
      {hint && <p className="small">{hint}</p>}
    </form>
  );
}

/** Nothing is kept for them now. */
function Standing({ language, region, alert, keys, now }: AlertPageProps) {
  const words = roomAlertWords[language];
  if (alert.endedAs) return <Ended {...{ language, endedAs: alert.endedAs, formKey: keys.keep }} />;
  const clock = clockOf(language, region?.timeZone ?? "UTC");
  return (
    <>
      <h1>{words.waitTitle}</h1>
      {alert.party && <p>{partySentence(alert.party, language)}</p>}
      <p>{words.waits(clock.at(alert.until.getTime() / 1000, now))}</p>
      <p>
        <strong>{words.keepMail}</strong> {words.order}
      </p>
      <p>
        <Dialled words={words.meanwhile} phone={null} />
      </p>
      <KeepForm label={words.extend} formKey={keys.keep} />
    </>
  );
}

type EndedProps = { language: Language; endedAs: NonNullable<RoomAlert["endedAs"]>; formKey: string };

function Ended({ language, endedAs, formKey }: EndedProps) {
  const words = roomAlertWords[language];
  const [title, sentence] = words.ended[endedAs];
  const isOver = endedAs === "over" || endedAs === "no-answer";
  return (
    <>
      <h1>{title}</h1>
      <p>{sentence}</p>
      {isOver && <KeepForm label={words.again} formKey={formKey} />}
      <p className="actions">
        {endedAs === "taken" && <a href="/hold">{holdWords[language].seeHold}</a>}
        {!isOver && endedAs !== "taken" && <a href="/alert/ask">{words.askTitle}</a>}
      </p>
    </>
  );
}

function KeepForm({ label, formKey }: { label: string; formKey: string }) {
  return (
    <form method="post" action="/alert/keep">
      <input type="hidden" name="key" value={formKey} />
      <button name="do" value="extend">
        {label}
      </button>
    </form>
  );
}

/** Two taps: the first one may be a slip of a cold finger. */
function Stop({ language, keys }: AlertPageProps) {
  const words = roomAlertWords[language];
  return (
    <details className="give-back">
      <summary>{words.stopTitle}</summary>
      <form method="post" action="/alert/keep">
        <input type="hidden" name="key" value={keys.stop} />
        <p>{words.stopHint}</p>
        <button name="do" value="stop">
          {words.stop}
        </button>
      </form>
    </details>
  );
}
