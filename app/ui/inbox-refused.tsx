/** What follows a tap that changed nothing: why, and the way on; a no without a reason is asked for it again. */
import type { Hold } from "~/domain/hold";
import type { StaffPlace } from "~/domain/staff";
import { partySentence } from "~/text/answer";
import { LONGEST_OWN_WORDS, type DeclineReason } from "~/text/decline-reasons";
import { inboxWords } from "~/text/inbox";
import { refusedSentence, type Refused } from "~/text/inbox-after";
import type { Language } from "~/text/language";
import { clockOf } from "~/text/say";
import { DeclineForm } from "~/ui/inbox-steps";
import { StaffPage } from "~/ui/staff-page";

type Asked = {
  language: Language;
  name: string;
  place: StaffPlace;
  hold: Pick<Hold, "holdId" | "party"> | null;
};

export type RefusedProps = Asked & { refused: Refused };

export function RefusedTap({ language, name, place, hold, refused }: RefusedProps) {
  const words = inboxWords[language];
  const sentence = refusedSentence(refused, language, clockOf(language, place.timeZone));
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.notSaved}</h1>
      {hold?.party && <p>{partySentence(hold.party, language)}.</p>}
      <p className="problem" role="status">
        <strong>{sentence}</strong>
      </p>
      {refused.kind === "signed-out" ? (
        <a className="main" href="/staff/sign-in">
          {words.signIn}
        </a>
      ) : (
        <a className="main" href={`/staff/places/${place.placeId}/holds`}>
          {words.back}
        </a>
      )}
    </StaffPage>
  );
}

export type DeclineAgainProps = Asked & {
  hold: Pick<Hold, "holdId" | "party">;
  formKey: string;
  problem: "needs-a-reason" | "too-long";
  typed: { reason: DeclineReason | null; ownWords: string };
};

export function DeclineAgain({ language, name, place, hold, formKey, problem, typed }: DeclineAgainProps) {
  const words = inboxWords[language];
  const sentence =
    problem === "too-long" ? words.tooLong(LONGEST_OWN_WORDS) : words.refused["needs-a-reason"];
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.steps.decline}</h1>
      {hold.party && <p>{partySentence(hold.party, language)}.</p>}
      <DeclineForm
        holdId={hold.holdId}
        formKey={formKey}
        place={place}
        language={language}
        typed={typed}
        problem={sentence}
      />
      <p className="actions">
        <a href={`/staff/places/${place.placeId}/holds`}>{words.back}</a>
      </p>
    </StaffPage>
  );
}

/** The address of a tap, come to without one. */
export function NothingTapped({ language, back }: { language: Language; back: string }) {
  const words = inboxWords[language];
  return (
    <StaffPage language={language} name={null}>
      <h1>{words.oldForm}</h1>
      <a className="main" href={back}>
        {words.back}
      </a>
    </StaffPage>
  );
}
