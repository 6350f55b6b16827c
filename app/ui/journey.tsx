/** One journey leg by leg, each line with its clock time; above them what must be minded first. */
import { warmth, type Journey } from "~/domain/journey";
import { callFirstSentence, cautionWords, hazardSentence } from "~/text/caution";
import { journeyWords } from "~/text/journey";
import { minutesOf } from "~/text/say";
import { steps, type Step } from "~/text/steps";
import { Caution } from "~/ui/caution";
import { Dialled } from "~/ui/dialled";
import { bestSentence, leaveWords } from "~/ui/leave";
import type { Telling } from "~/ui/telling";

type JourneyProps = { journey: Journey; telling: Telling };

export function JourneyLegs({ journey, telling }: JourneyProps) {
  const { language, busPhone } = telling;
  const words = journeyWords[language];
  return (
    <>
      <Caution words={callFirstSentence(journey, language, busPhone)} phone={busPhone} />
      <p className="leave">
        <b>{leaveWords(journey, telling)}</b>{" "}
        {bestSentence(journey, telling, words.warmth(warmth(journey.coldMinutes)))}
      </p>
      <Caution words={hazardSentence(journey, language)} phone={busPhone} />
      {telling.party.wheelchair && journey.boardings > 0 && <StepFree journey={journey} telling={telling} />}
      <ol className="steps">
        {steps(journey, telling).map((step) => (
          <li key={`${step.kind} ${step.at}`} className={step.kind}>
            <time>{timeOf(step, telling)}</time>{" "}
            <span>
              {step.words}
              {step.asks.map((ask) => (
                <b key={ask}>
                  <Dialled words={ask} phone={busPhone} />
                </b>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {journey.estimateS >= 60 && <p>{words.guessed(minutesOf(journey.estimateS))}</p>}
    </>
  );
}

function StepFree({ journey, telling: { language, busPhone } }: JourneyProps) {
  const words = cautionWords[language];
  if (journey.stepFree === "yes") return <p>{words.stepFree}</p>;
  return (
    <p>
      <Dialled words={words.stepFreeMaybe(busPhone)} phone={busPhone} />
    </p>
  );
}

// Where a person must read minutes, departures round down and arrivals up, and what follows an arrival with it.
function timeOf({ kind, at, afterRide }: Step, { clock }: Telling): string {
  const isBoarding = kind === "ride" || kind === "stay";
  return kind === "off" || (afterRide && !isBoarding) ? clock.arrives(at) : clock.departs(at);
}
