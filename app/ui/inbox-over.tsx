/** One hold that is over: a line of what became of it, and folded, what may still be tapped. */
import { partySentence } from "~/text/answer";
import { reasonIn } from "~/text/decline-reasons";
import { inboxWords } from "~/text/inbox";
import { Code, type HoldProps } from "~/ui/inbox-hold";
import { Steps } from "~/ui/inbox-steps";

type OverProps = Pick<HoldProps, "hold" | "place" | "language" | "clock" | "now">;

export function OverCard({ hold, place, language, clock, now }: OverProps) {
  const words = inboxWords[language];
  const title = `hold-${hold.holdId}`;
  const party = hold.party ? partySentence(hold.party, language) : words.someone;
  const when = hold.arrivesAt && words.meantToCome(clock.at(hold.arrivesAt.getTime() / 1000, now));
  const reason = hold.declineReason && words.reasonWas(reasonIn(hold.declineReason, language));
  return (
    <article className="was" aria-labelledby={title}>
      <p id={title}>
        <b>{words.states[hold.state]}</b> {party}.
      </p>
      <p className="small">{[when, reason].filter(Boolean).join(" ")}</p>
      {hold.steps.length > 0 && (
        <>
          <Code codes={hold.codes} language={language} />
          <Steps hold={hold} place={place} language={language} titleId={title} />
        </>
      )}
    </article>
  );
}
