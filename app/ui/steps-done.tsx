/** Who did what with a room, the newest first. */
import type { RoomStep } from "~/domain/room";
import type { Language } from "~/text/language";
import { sayDate } from "~/text/say";
import { vettingTexts } from "~/text/vetting";
import { dayWords } from "~/ui/room-days";

type StepsDoneProps = { steps: RoomStep[]; language: Language; timeZone: string };

export function StepsDone({ steps, language, timeZone }: StepsDoneProps) {
  const words = vettingTexts[language];
  return (
    <section aria-labelledby="done">
      <h2 id="done">{words.doneTitle}</h2>
      <ol className="parts">
        {steps.map(({ what, name, at, validUntil, words: said }, line) => (
          <li key={line}>
            {dayWords(at, language, timeZone)}: {name ?? words.aFamily} {words.done[what]}
            {validUntil && `, ${words.goodUntil(sayDate(validUntil, language))}`}
            {said && (
              <>
                <br />
                {said}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
