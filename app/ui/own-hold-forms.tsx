/** What a family can change of its hold: the bus is late, or the room is not needed. Plain forms. */
import { LATER_MINUTES } from "~/domain/hold";
import type { Language } from "~/text/language";
import { ownHoldWords } from "~/text/own-hold";

/** `formKey`: issued for this form, so that a second tap changes nothing more. */
export type OwnForm = { language: Language; formKey: string; holdId: string; question: string };

export function BusIsLate({ language, formKey, holdId, question }: OwnForm) {
  const words = ownHoldWords[language];
  return (
    <form className="late" method="post" action={`/hold/late?${question}`}>
      <h2>{words.lateTitle}</h2>
      <p>{words.lateHint}</p>
      <Kept formKey={formKey} holdId={holdId} />
      <p className="actions">
        {LATER_MINUTES.map((minutes) => (
          <button key={minutes} name="minutes" value={minutes}>
            {words.late(minutes)}
          </button>
        ))}
      </p>
    </form>
  );
}

/** Two taps: the first one may be a slip of a cold finger. */
export function GiveBack({ language, formKey, holdId, question }: OwnForm) {
  const words = ownHoldWords[language];
  return (
    <details className="give-back">
      <summary>{words.cancelTitle}</summary>
      <form method="post" action={`/hold/cancel?${question}`}>
        <Kept formKey={formKey} holdId={holdId} />
        <p>{words.cancelHint}</p>
        <button>{words.cancel}</button>
      </form>
    </details>
  );
}

function Kept({ formKey, holdId }: Pick<OwnForm, "formKey" | "holdId">) {
  return (
    <>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="hold" value={holdId} />
    </>
  );
}
