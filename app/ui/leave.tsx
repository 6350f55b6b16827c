/** The line that counts: when to leave, how long outside, when there; and what to mind before. */
import type { ReactNode } from "react";
import type { Journey } from "~/domain/journey";
import { minutesAtDoor, outdoorMinutes } from "~/domain/told-minutes";
import { shortCallFirst, shortHazard } from "~/text/caution-short";
import { journeyWords } from "~/text/journey";
import { Caution } from "~/ui/caution";
import type { Telling } from "~/ui/telling";

type LeaveLineProps = { journey: Journey; telling: Telling; before?: string | false; children?: ReactNode };

/** As a list tells it: a call that must come first stands before it, a hazard below, in one short line each. */
export function LeaveLine({ journey, telling, before, children }: LeaveLineProps) {
  const { language, busPhone } = telling;
  return (
    <>
      <Caution words={shortCallFirst(journey, language, busPhone)} phone={busPhone} />
      <p className="leave">
        {before && `${before} `}
        <b>{leaveWords(journey, telling)}</b> {bestSentence(journey, telling)}
        {children}
      </p>
      <Caution words={shortHazard(journey, language)} phone={busPhone} />
    </>
  );
}

/** "Leave 5:42 pm", or "Leave now" within the minute. */
export function leaveWords({ leaveBy }: Journey, { language, clock, now }: Telling): string {
  const words = journeyWords[language];
  return Math.abs(leaveBy - now) < 60 ? words.leaveNow : words.leave(clock.departs(leaveBy));
}

/** "there 6:20 pm", or "there about 6:20 pm" by a vehicle without exact times. */
export function thereWords(
  { estimated }: Journey,
  at: number,
  { language, clock }: Pick<Telling, "language" | "clock">,
): string {
  const { there, thereAbout } = journeyWords[language];
  return (estimated ? thereAbout : there)(clock.arrives(at));
}

/** "· 7 min outside · there 6:20 pm"; `more` follows, but for that the times are estimated. */
export function bestSentence(journey: Journey, { language, clock }: Telling, ...more: string[]): string {
  const words = journeyWords[language];
  const atDoor = minutesAtDoor(journey);
  const said = [
    (journey.boardings === 0 ? words.onFoot : words.outside)(outdoorMinutes(journey)),
    ...(atDoor > 0 ? [words.waitAtDoor(atDoor)] : []),
    thereWords(journey, journey.arrives, { language, clock }),
    ...more,
    ...(journey.estimated ? [words.estimated] : []),
  ];
  return `· ${said.join(" · ")}`;
}
