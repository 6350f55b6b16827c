/** A hold as its family sees it: what was promised until when, its five words, and what can be done about it. */
import type { Hold } from "~/domain/hold";
import type { Region } from "~/domain/region";
import { answerWords } from "~/text/answer";
import { unitsToHold } from "~/text/hold";
import type { Language } from "~/text/language";
import { liveWords } from "~/text/live";
import { ownHoldWords, type LateSaid } from "~/text/own-hold";
import { clockOf } from "~/text/say";
import { HoldOver } from "~/ui/hold-over";
import { BusIsLate, GiveBack, type OwnForm } from "~/ui/own-hold-forms";
import { OpenPage } from "~/ui/open-page";
import { Page } from "~/ui/page";
import { PlaceCall } from "~/ui/place-call";
import { TimeLeft } from "~/ui/time-left";

export type HoldPageProps = {
  language: Language;
  region: Region | null;
  hold: Pick<
    Hold,
    "holdId" | "placeId" | "unit" | "units" | "state" | "confirmed" | "until" | "arrivesAt" | "declineReason"
  >;
  /** null where it has gone meanwhile. */
  place: { name: string; phone: string | null } | null;
  /** The five words in the reader's language. */
  code: string[];
  /** The search that it was asked with, or the party alone. */
  question: string;
  said: LateSaid | null;
  /** How it was told: it is asked for anew while it is open, where it is another. */
  told: string;
  /** To a code by mail, with which a request stands as long as a hold. */
  mailHref: string | null;
  forms: { late: string; cancel: string };
  now: number;
};

export function HoldPage(props: HoldPageProps) {
  const { language, region, hold, question, said, told, forms } = props;
  const words = ownHoldWords[language];
  const form = (formKey: string): OwnForm => ({ language, formKey, holdId: hold.holdId, question });
  const isLateable = hold.confirmed && (hold.state === "held" || hold.state === "expired");
  return (
    <Page language={language} region={region}>
      <OpenPage language={language} stream="/hold/live" page={`/hold?${question}`} told={told} />
      <div data-part="hold">
        {said && (
          <p className="caution" role="status">
            {words.said[said]}
          </p>
        )}
        {hold.state === "held" ? <Standing {...props} /> : <HoldOver {...props} />}
        {isLateable && <BusIsLate {...form(forms.late)} />}
        {hold.state === "held" && <GiveBack {...form(forms.cancel)} />}
        {hold.state === "held" && hold.confirmed && (
          <p className="onward">
            <a href={`/hold?${question}`}>{liveWords[language].refresh}</a>
          </p>
        )}
      </div>
      <p className="onward">
        <a href="/hold/code">{words.otherWords}</a>
      </p>
    </Page>
  );
}

function Standing(props: HoldPageProps) {
  const { language, region, hold, place, code, question, mailHref, now } = props;
  const words = ownHoldWords[language];
  const clock = clockOf(language, region?.timeZone ?? "UTC");
  const [name, what] = [place?.name ?? words.somewhere, unitsToHold(hold.units, hold.unit, language)];
  const until = clock.until(hold.until.getTime() / 1000);
  return (
    <>
      <h1>{hold.confirmed ? words.heldTitle(name, what) : words.requestTitle(name, what)}</h1>
      <p>{hold.confirmed ? words.held(until) : words.request(until)}</p>
      <TimeLeft language={language} until={hold.until} now={now} />
      <p className="small">{answerWords[language].asOf(clock.departs(now))}</p>
      {!hold.confirmed && (
        <p className="actions">
          <a href={`/hold?${question}`}>{words.look}</a>
          {mailHref && <a href={mailHref}>{words.byMail}</a>}
        </p>
      )}
      <h2>{words.codeTitle}</h2>
      <ol className="code-words">
        {code.map((word, at) => (
          <li key={at}>{word}</li>
        ))}
      </ol>
      <p>{words.codeHint}</p>
      <p className="small">
        {words.codeKeep} {words.codeExit}
      </p>
      {hold.arrivesAt && <p>{words.arrives(clock.at(hold.arrivesAt.getTime() / 1000, now))}</p>}
      <PlaceCall phone={place?.phone ?? null} language={language}>
        {place && <a href={`/places/${hold.placeId}?${question}`}>{words.way}</a>}
      </PlaceCall>
      {!hold.confirmed && <p>{words.lateCall}</p>}
    </>
  );
}
