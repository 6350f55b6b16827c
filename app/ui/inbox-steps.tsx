/** What staff tap on a hold: plain forms, each with its own key, so that a second tap changes nothing more. */
import type { Hold } from "~/domain/hold";
import type { Step } from "~/domain/inbox";
import type { StaffPlace } from "~/domain/staff";
import { DECLINE_REASONS, type DeclineReason } from "~/text/decline-reasons";
import { inboxWords } from "~/text/inbox";
import type { Language } from "~/text/language";

type StepsProps = {
  hold: Pick<Hold, "holdId" | "state"> & { steps: { step: Step; key: string }[] };
  place: StaffPlace;
  language: Language;
  titleId: string;
};

export function Steps({ hold, place, language, titleId }: StepsProps) {
  const words = inboxWords[language];
  const [likeliest] = hold.steps;
  const decline = hold.steps.find(({ step }) => step === "decline");
  return (
    <>
      <div className="taps">
        {hold.steps
          .filter(({ step }) => step !== "decline")
          .map(({ step, key }) => (
            <form key={step} method="post" action={`/staff/places/${place.placeId}/holds/${step}`}>
              <Hidden formKey={key} holdId={hold.holdId} />
              <button
                className={hold.state === "held" && step === likeliest?.step ? "main" : undefined}
                aria-describedby={titleId}
              >
                {words.steps[step]}
              </button>
            </form>
          ))}
      </div>
      {decline && (
        <details>
          <summary aria-describedby={titleId}>{words.steps.decline}</summary>
          <DeclineForm holdId={hold.holdId} formKey={decline.key} place={place} language={language} />
        </details>
      )}
    </>
  );
}

type DeclineProps = {
  holdId: string;
  formKey: string;
  place: StaffPlace;
  language: Language;
  typed?: { reason: DeclineReason | null; ownWords: string };
  problem?: string;
};

export function DeclineForm({ holdId, formKey, place, language, typed, problem }: DeclineProps) {
  const words = inboxWords[language];
  const [own, wrong] = [`words-${holdId}`, `problem-${holdId}`];
  return (
    <form method="post" action={`/staff/places/${place.placeId}/holds/decline`}>
      <Hidden formKey={formKey} holdId={holdId} />
      <fieldset className={problem ? "mend" : undefined} aria-describedby={problem && wrong}>
        <legend>{words.why}</legend>
        {problem && (
          <strong id={wrong} className="problem">
            {problem}
          </strong>
        )}
        {(Object.keys(DECLINE_REASONS) as DeclineReason[]).map((reason) => (
          <label key={reason} className="tick">
            <input type="radio" name="reason" value={reason} defaultChecked={typed?.reason === reason} />
            {DECLINE_REASONS[reason][language]}
          </label>
        ))}
        <label htmlFor={own}>{words.ownWords}</label>
        <input id={own} name="words" defaultValue={typed?.ownWords ?? ""} autoComplete="off" />
      </fieldset>
      <button>{words.send}</button>
    </form>
  );
}

function Hidden({ formKey, holdId }: { formKey: string; holdId: string }) {
  return (
    <>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="hold" value={holdId} />
    </>
  );
}
