/** A room looked at for the family of an ask, and the form that asks both sides. */
import type { RoomForAsk, TypedProposal } from "~/domain/match";
import type { AskSheet } from "~/domain/desk";
import { groupMatchWords } from "~/text/group-match";
import { proposalWords, type ProposalProblem } from "~/text/proposal";
import { whoWords } from "~/ui/desk-line";
import { Field } from "~/ui/field";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { RoomFacts } from "~/ui/room-facts";
import { vettingTexts } from "~/text/vetting";

export type ProposalPageProps = Pick<GroupPageProps, "language" | "name" | "group"> & {
  ask: AskSheet;
  room: RoomForAsk;
  formKey: string;
  typed: TypedProposal;
  problems: ProposalProblem[];
  /** Why it was not proposed. */
  refused: string | null;
};

export function ProposalPage(props: ProposalPageProps) {
  const { language, name, group, ask, room, refused } = props;
  const words = proposalWords[language];
  const fits = vettingTexts[language].fits(room.mostAdults, room.mostChildren, room.mostNights);
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{words.proposeTitle}</h1>
      {refused && (
        <p className="caution" role="alert">
          {refused}
        </p>
      )}
      <p>
        <a href={`/group/${group.groupId}/asks/${ask.askId}`}>{whoWords(ask, language)}</a>
      </p>
      <h2>{words.host(room.host)}</h2>
      <p>{fits}</p>
      <RoomFacts room={room} language={language} />
      {room.notes && <p className="as-written">{room.notes}</p>}
      <p>{groupMatchWords[language].motelFirst}</p>
      <p>{words.whoReads}</p>
      <ProposalForm {...props} />
    </GroupPage>
  );
}

function ProposalForm({ language, ask, room, formKey, typed, problems }: ProposalPageProps) {
  const words = proposalWords[language];
  const of = (name: ProposalProblem) => ({
    name,
    value: typed[name],
    label: words[name],
    problem: problems.includes(name) ? words.problems[name] : null,
  });
  return (
    <form method="post" autoComplete="off" className="edit">
      <input type="hidden" name="key" value={formKey} />
      {problems.length > 0 && (
        <p className="problem" role="status">
          <strong>{words.again}</strong>
        </p>
      )}
      {ask.party === null && (
        <>
          <Field {...of("adults")} inputMode="numeric" />
          <Field {...of("children")} hint={words.childrenHint} />
        </>
      )}
      <Field {...of("arrivesOn")} type="date" />
      <Field {...of("arrivesAt")} type="time" />
      <Field {...of("nights")} hint={words.nightsHint(room.mostNights)} inputMode="numeric" />
      <button className="main">{words.send}</button>
    </form>
  );
}
