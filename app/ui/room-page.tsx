/** A host's own room: the rules, where it stands, and what they may do with it. */
import type { HostMatch } from "~/domain/match";
import type { Room, RoomStep } from "~/domain/room";
import type { Language } from "~/text/language";
import { roomTexts } from "~/text/room";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { HostMatches } from "~/ui/host-match";
import { RoomForm, type RoomFormProps } from "~/ui/room-form";
import { StepsDone } from "~/ui/steps-done";
import { dayWords } from "~/ui/room-days";

export type RoomPageProps = Pick<GroupPageProps, "language" | "name" | "group"> & {
  timeZone: string;
  room: (Room & { steps: RoomStep[] }) | null;
  matches: HostMatch[];
  form: Omit<RoomFormProps, "language">;
  /** One for each button, so that a second tap is the same tap. */
  stepKey: string;
  note: "oldForm" | "oneAlready" | "tooMany" | null;
};

export function RoomPage({ room, matches, form, note, stepKey, ...page }: RoomPageProps) {
  const { language, name, group, timeZone } = page;
  const words = roomTexts[language];
  const stands = room !== null && room.endedAt === null;
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{words.mine}</h1>
      {note && (
        <p className="problem" role="status">
          <strong>{words[note]}</strong>
        </p>
      )}
      {room && <Stands room={room} language={language} timeZone={timeZone} />}
      <HostMatches {...{ matches, language, timeZone, groupId: group.groupId, formKey: stepKey }} />
      {!stands && <p>{words.offerHint}</p>}
      <Rules language={language} />
      {stands && <OwnSteps room={room} language={language} stepKey={stepKey} />}
      {stands ? (
        <details className="pool" open={form.problems.length > 0}>
          <summary>{words.changeTitle}</summary>
          <RoomForm language={language} {...form} />
        </details>
      ) : (
        <section className="pool" aria-labelledby="offer">
          <h2 id="offer">{words.offer}</h2>
          <RoomForm language={language} {...form} />
        </section>
      )}
      {room && <StepsDone steps={room.steps} language={language} timeZone={timeZone} />}
    </GroupPage>
  );
}

function Stands({ room, language, timeZone }: { room: Room; language: Language; timeZone: string }) {
  const words = roomTexts[language];
  const { endedAt, pausedAt, isPausedByHost, next, isOfferable, approvedUntil } = room;
  const said =
    endedAt !== null
      ? words.ended
      : pausedAt !== null
        ? isPausedByHost
          ? words.pausedByYou
          : words.pausedByGroup
        : isOfferable && approvedUntil
          ? words.offered(dayWords(approvedUntil, language, timeZone))
          : words.stands[next ?? "approved"];
  return (
    <p className="box" role="status">
      <strong>{said}</strong>
    </p>
  );
}

function Rules({ language }: { language: Language }) {
  const words = roomTexts[language];
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{words.rulesTitle}</h2>
      <ul>
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p>{words.safe}</p>
    </section>
  );
}

type OwnStepsProps = { room: Room; language: Language; stepKey: string };

function OwnSteps({ room, language, stepKey }: OwnStepsProps) {
  const words = roomTexts[language];
  const sent = { stepKey, roomId: room.roomId };
  const mayResume = room.pausedAt !== null && room.isPausedByHost;
  return (
    <>
      {room.next === "agreement" && (
        <OwnStep step="agreement" {...sent}>
          <h2>{words.agreeTitle}</h2>
          <label className="tick">
            <input type="checkbox" name="agrees" value="yes" />
            {words.agree}
          </label>
          <button className="main">{words.agree}</button>
        </OwnStep>
      )}
      {room.pausedAt === null && (
        <OwnStep step="pause" {...sent}>
          <button>{words.pause}</button>
        </OwnStep>
      )}
      {mayResume && (
        <OwnStep step="resume" {...sent}>
          <button>{words.resume}</button>
        </OwnStep>
      )}
      <details className="pool">
        <summary>{words.end}</summary>
        <p>{words.endHint}</p>
        <OwnStep step="end" {...sent}>
          <button>{words.endNow}</button>
        </OwnStep>
      </details>
    </>
  );
}

type OwnStepProps = { step: string; stepKey: string; roomId: string; children: React.ReactNode };

/** Relative to the page's own address: the group is in it. */
function OwnStep({ step, stepKey, roomId, children }: OwnStepProps) {
  return (
    <form method="post" action={`mine/${step}`} className="own-step">
      <input type="hidden" name="key" value={stepKey} />
      <input type="hidden" name="room" value={roomId} />
      {children}
    </form>
  );
}
