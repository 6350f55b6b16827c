/** One journey leg by leg, each line with its clock time. */
import { warmth, type Journey } from "~/domain/journey";
import { journeyWords, steps, type Step } from "~/text/journey";
import { bestSentence, leaveWords, type Telling } from "~/ui/card";

export function JourneyLegs({ journey, telling }: { journey: Journey; telling: Telling }) {
  return (
    <>
      <p className="leave">
        <b>{leaveWords(journey, telling)}</b> {bestSentence(journey, telling)} ·{" "}
        {journeyWords[telling.language].warmth(warmth(journey.coldMinutes))}
      </p>
      <ol className="steps">
        {steps(journey, telling).map((step) => (
          <li key={`${step.kind} ${step.at}`} className={step.kind}>
            <time>{timeOf(step, telling)}</time> <span>{step.words}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

// Where a person must read minutes, departures round down and arrivals up, and what follows an arrival with it.
function timeOf({ kind, at, afterRide }: Step, { clock }: Telling): string {
  return kind === "off" || (afterRide && kind !== "ride") ? clock.arrives(at) : clock.departs(at);
}
