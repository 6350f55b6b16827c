/** The forms of a coordinator: the step that is due, a background check or a visit anew, and what stops a room. */
import type { ReactNode } from "react";
import { VISIT_ITEMS, type RoomSheet, type VettingStep } from "~/domain/room";
import type { Language } from "~/text/language";
import { vettingTexts } from "~/text/vetting";
import { vettingRefused } from "~/text/vetting-refused";
import { Field } from "~/ui/field";
import { Ticks } from "~/ui/room-form";

type StepsProps = {
  room: RoomSheet;
  language: Language;
  /** The room's page. */
  at: string;
  stepKey: string;
};

// They run out, and may be done before they do.
const ANEW = ["background", "visit", "agreement", "approved"] as const;

export function VettingSteps(props: StepsProps) {
  const { room, language } = props;
  const words = vettingTexts[language];
  if (room.next !== null)
    return (
      <section className="pool" aria-labelledby="next">
        <h2 id="next">{words.next[room.next]}</h2>
        <Step {...props} step={room.next} />
      </section>
    );
  const useful = ANEW.filter((step) => step !== "approved" || room.yesWouldNotCount === null);
  return useful.map((step) => (
    <details key={step} className="pool">
      <summary>{words.steps[step]}</summary>
      <Step {...props} step={step} />
    </details>
  ));
}

function Step({ step, ...props }: StepsProps & { step: VettingStep }) {
  const { room, language } = props;
  const words = vettingTexts[language];
  const said: Record<VettingStep, ReactNode> = {
    identity: <p>{words.identityHint}</p>,
    reference: <p>{words.referenceCount(room.referenceCount)}</p>,
    background: (
      <>
        <Field name="checkedOn" label={words.checkedOn} value="" type="date" required />
        <Field name="validUntil" label={words.validUntil} value="" type="date" required />
      </>
    ),
    visit: (
      <>
        <Ticks
          name="seen"
          label={words.steps.visit}
          chosen={[]}
          choices={VISIT_ITEMS.map((item) => [item, words.visitItems[item]])}
        />
        <Field name="corner" label={words.corner} hint={words.cornerHint} value="" />
      </>
    ),
    agreement: <p>{words.agreementHint}</p>,
    approved: <p>{words.approveHint}</p>,
  };
  // Said before the tap: nobody is sent away with a no they could have read.
  if (step === "approved" && room.yesWouldNotCount)
    return <p>{vettingRefused[language].refused[room.yesWouldNotCount]}</p>;
  return (
    <StepForm {...props} step={step}>
      {said[step]}
      <button className="main">{words.steps[step]}</button>
    </StepForm>
  );
}

/** Whoever coordinates may stop a room; nobody needs a reason to pause one. */
export function StopRoom(props: StepsProps) {
  const { room, language } = props;
  const words = vettingTexts[language];
  return (
    <>
      {room.pausedAt === null ? (
        <StepForm {...props} step="pause">
          <button>{words.pause}</button>
        </StepForm>
      ) : (
        room.mayNot === null && (
          <StepForm {...props} step="resume">
            <button>{words.resume}</button>
          </StepForm>
        )
      )}
      <details className="pool">
        <summary>{words.report}</summary>
        <p>{words.reportHint}</p>
        <StepForm {...props} step="report">
          <Words id="report-words" label={words.reportWords} />
          <button className="main">{words.reportNow}</button>
        </StepForm>
      </details>
      <details className="pool">
        <summary>{words.end}</summary>
        <p>{words.endHint}</p>
        <StepForm {...props} step="end">
          <Words id="end-words" label={words.because} />
          <button>{words.endNow}</button>
        </StepForm>
      </details>
    </>
  );
}

function Words({ id, label }: { id: string; label: string }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name="words" rows={3} />
    </div>
  );
}

function StepForm({ at, step, stepKey, children }: StepsProps & { step: string; children: ReactNode }) {
  return (
    <form method="post" action={`${at}/${step}`} autoComplete="off">
      <input type="hidden" name="key" value={stepKey} />
      {children}
    </form>
  );
}
