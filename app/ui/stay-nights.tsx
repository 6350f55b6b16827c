/** A stay's last day, its end, who looks after it; how it goes; and who did what. */
import type { CheckIn } from "~/domain/stay";
import type { StaySheet } from "~/domain/stay-sheet";
import { capital } from "~/text/say";
import { stayPageWords, type StayPageWords } from "~/text/stay-page";
import { Field } from "~/ui/field";
import { StayForm, typedIn, type StayPart } from "~/ui/stay-page";
import { isOpen } from "~/ui/stays-page";
import { nearDay } from "~/ui/stay-days";

type PartProps = { part: StayPart };

export function StayNights({ part }: PartProps) {
  const { stay, language, problem } = part;
  const words = stayPageWords[language];
  if (!isOpen(stay)) return null;
  return (
    <>
      <details open={problem?.change === "move"}>
        <summary>{words.nightsTitle}</summary>
        <StayForm part={part} change="move">
          <Field
            name="day"
            label={words.move}
            hint={words.moveHint}
            type="date"
            value={typedIn(part, "move").day ?? stay.leavesOn}
            problem={problem?.change === "move" ? words.problems[problem.why] : null}
          />
          <button>{words.moveNow}</button>
        </StayForm>
      </details>
      <Hand part={part} />
      <End part={part} />
    </>
  );
}

function End({ part }: PartProps) {
  const words = stayPageWords[part.language];
  const choices =
    part.stay.state === "planned"
      ? ([["called-off", words.callOff]] as const)
      : ([
          ["ended", words.ended],
          ["ended-early", words.endedEarly],
        ] as const);
  return (
    <details>
      <summary>{words.endTitle}</summary>
      <p>{words.endHint}</p>
      <StayForm part={part} change="end" className="taps">
        {choices.map(([as, label]) => (
          <button key={as} name="as" value={as}>
            {label}
          </button>
        ))}
      </StayForm>
    </details>
  );
}

function Hand({ part }: PartProps) {
  const { stay, language, coordinators } = part;
  const words = stayPageWords[language];
  return (
    <details>
      <summary>{words.hand}</summary>
      <StayForm part={part} change="hand" className="edit">
        <select name="to" aria-label={words.hand} defaultValue={stay.keptBy.personId}>
          {coordinators.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </select>
        <button>{words.handNow}</button>
      </StayForm>
    </details>
  );
}

// Older ones nobody weighs any more.
const MOST_CHECKS = 10;

export function StayChecks({ part }: PartProps) {
  const { stay, language } = part;
  const words = stayPageWords[language];
  if (stay.state === "called-off" || stay.askId === null) return null;
  const newest = stay.checkIns.toReversed().slice(0, MOST_CHECKS);
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{words.checksTitle}</h2>
      {newest.length === 0 && <p>{words.noChecks}</p>}
      <ul className="log">
        {newest.map((check) => (
          <li key={check.dueAt.getTime()}>{checkWords(check, part, words)}</li>
        ))}
      </ul>
    </section>
  );
}

function checkWords({ what, dueAt, answer, answeredAt }: CheckIn, { at }: StayPart, words: StayPageWords) {
  const asked = words.asked(words.times[what], at(dueAt));
  if (answer === null || answeredAt === null) return `${asked}: ${words.noAnswer}`;
  return `${asked}: ${words.answers[answer]} (${at(answeredAt)})`;
}

export function StayEvents({ part }: PartProps) {
  const words = stayPageWords[part.language];
  return (
    <details>
      <summary>{words.eventsTitle}</summary>
      <ul className="log">
        {part.stay.events.map((event, index) => (
          <li key={index}>{eventWords(event, part, words)}</li>
        ))}
      </ul>
    </details>
  );
}

function eventWords(
  { what, who, leavesOn, at }: StaySheet["events"][number],
  { language, at: moment }: StayPart,
  words: StayPageWords,
): string {
  const [day, when] = [nearDay(leavesOn, language), `${capital(moment(at))}.`];
  if (who !== null) return words.event(who, words.events[what], day, when);
  const alone = what === "ended" || what === "called-off" ? words.itself[what] : words.events[what];
  return words.eventAlone(alone, day, when);
}
