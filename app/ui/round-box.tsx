/** One outreach round: when, what to take along; where and who comes, for those who may know. */
import type { Round } from "~/domain/drive";
import { drivesWords } from "~/text/drives";
import { sayDate, sayWallTime } from "~/text/say";
import { DriveTap, type DrivePart } from "~/ui/drive-tap";

type BoxProps = { round: Round; part: DrivePart };

export function RoundBox({ round, part }: BoxProps) {
  const { language, isCoordinator } = part;
  const words = drivesWords[language];
  const { roundId, name, onDay, fromMinutes, words: said, overAs, place, knows } = round;
  return (
    <section className="pool" aria-labelledby={roundId}>
      <h3 id={roundId}>{name}</h3>
      <p>
        <strong>{words.at(sayDate(onDay, language), sayWallTime(fromMinutes, language))}</strong>
      </p>
      {said && <p className="as-written">{said}</p>}
      {overAs && <p>{overAs === "done" ? words.done : words.called}</p>}
      {!overAs && knows && (
        <p>
          <strong>{words.where}:</strong> {place ?? words.gone}
        </p>
      )}
      {!overAs && <Coming round={round} part={part} />}
      {!overAs && knows && <People round={round} part={part} />}
      {!overAs && isCoordinator && (
        <details>
          <summary>{words.twoTaps}</summary>
          <p>{words.endHint}</p>
          <DriveTap part={part} change="round-over" of={{ round: roundId, as: "done" }}>
            {words.roundDone}
          </DriveTap>
          <DriveTap part={part} change="round-over" of={{ round: roundId, as: "called-off" }}>
            {words.callOff}
          </DriveTap>
        </details>
      )}
    </section>
  );
}

function Coming({ round: { roundId, standing }, part }: BoxProps) {
  const words = drivesWords[part.language];
  const of = { round: roundId };
  if (standing === "not")
    return (
      <DriveTap part={part} change="come" of={of}>
        {words.come}
      </DriveTap>
    );
  return (
    <>
      <p>{standing === "on" ? words.on : words.asked}</p>
      <DriveTap part={part} change="stay" of={of}>
        {words.notCome}
      </DriveTap>
    </>
  );
}

function People({ round: { roundId, people }, part }: BoxProps) {
  const words = drivesWords[part.language];
  const on = people.filter(({ isOn }) => isOn);
  const asking = people.filter(({ isOn }) => !isOn);
  return (
    <>
      {on.length > 0 && (
        <p>
          <strong>{words.onIt}:</strong> {on.map(({ name }) => name).join(", ")}
        </p>
      )}
      {asking.length > 0 && (
        <p>
          <strong>{words.askToCome}:</strong> {asking.map(({ name }) => name).join(", ")}
        </p>
      )}
      {part.isCoordinator &&
        people.map(({ personId, name, isOn }) => (
          <DriveTap
            key={personId}
            part={part}
            change={isOn ? "take-off" : "let-on"}
            of={{ round: roundId, person: personId }}
          >
            {isOn ? words.takeOff(name) : words.letOn(name)}
          </DriveTap>
        ))}
    </>
  );
}
