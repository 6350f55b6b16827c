/** One journey leg by leg, each line with its clock time; above them what must be minded first. */
import { warmth, type Journey } from "~/domain/journey";
import { guessedMinutes } from "~/domain/told-minutes";
import { callFirstSentence, cautionWords, hazardSentence } from "~/text/caution";
import { journeyWords } from "~/text/journey";
import { steps } from "~/text/steps";
import { Caution } from "~/ui/caution";
import { Dialled } from "~/ui/dialled";
import { bestSentence, leaveWords } from "~/ui/leave";
import type { Telling } from "~/ui/telling";

type JourneyProps = { journey: Journey; telling: Telling };

export function JourneyLegs({ journey, telling }: JourneyProps) {
  const { language, clock, busPhone } = telling;
  const words = journeyWords[language];
  const guessed = guessedMinutes(journey);
  // Beside a warning a figure of warmth says nothing more, least of all 0 of 100.
  const hazard = hazardSentence(journey, language);
  return (
    <>
      <Caution words={callFirstSentence(journey, language, busPhone)} phone={busPhone} />
      <p className="leave">
        <b>{leaveWords(journey, telling)}</b>{" "}
        {bestSentence(journey, telling, ...(hazard ? [] : [words.warmth(warmth(journey.coldMinutes))]))}
      </p>
      <Caution words={hazard} phone={busPhone} />
      {telling.party.wheelchair && journey.boardings > 0 && <StepFree journey={journey} telling={telling} />}
      <ol className="steps">
        {steps(journey, telling).map((step) => (
          <li key={`${step.at} ${step.words}`} className={step.kind}>
            <time>{clock.departs(step.at)}</time>{" "}
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
      {guessed > 0 && <p>{words.guessed(guessed)}</p>}
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
