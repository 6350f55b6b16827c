/** One journey leg by leg, each line with its clock time. */
import { warmth, type Journey } from "~/domain/journey";
import { journeyWords, steps, type Step } from "~/text/journey";
import { minutesOf } from "~/text/say";
import { bestSentence, leaveWords, type Telling } from "~/ui/card";

export function JourneyLegs({ journey, telling }: { journey: Journey; telling: Telling }) {
  const words = journeyWords[telling.language];
  const guessed = journey.outdoorS - timeOutside(journey);
  return (
    <>
      <p className="leave">
        <b>{leaveWords(journey, telling)}</b> {bestSentence(journey, telling)} ·{" "}
        {words.warmth(warmth(journey.coldMinutes))}
      </p>
      <ol className="steps">
        {steps(journey, telling).map((step) => (
          <li key={`${step.kind} ${step.at}`} className={step.kind}>
            <time>{timeOf(step, telling)}</time> <span>{step.words}</span>
          </li>
        ))}
      </ol>
      {guessed >= 60 && <p>{words.guessed(minutesOf(guessed))}</p>}
    </>
  );
}

/** What the clock times say; a bus without exact times is waited for longer, and that is counted too. */
function timeOutside({ leaveBy, enters, legs }: Journey): number {
  const riding = legs.filter((leg) => leg.kind === "ride").map((leg) => leg.arrives - leg.departs);
  return enters - leaveBy - riding.reduce((sum, seconds) => sum + seconds, 0);
}

// Where a person must read minutes, departures round down and arrivals up, and what follows an arrival with it.
function timeOf({ kind, at, afterRide }: Step, { clock }: Telling): string {
  return kind === "off" || (afterRide && kind !== "ride") ? clock.arrives(at) : clock.departs(at);
}
