/** A hold that is over: how, in plain words, and what to do next. */
import type { Hold } from "~/domain/hold";
import { answerWords } from "~/text/answer";
import { reasonIn } from "~/text/decline-reasons";
import { ownHoldWords, type Over } from "~/text/own-hold";
import type { HoldPageProps } from "~/ui/hold-page";
import { PlaceCall } from "~/ui/place-call";

export function HoldOver({ language, hold, place, question }: HoldPageProps) {
  const words = ownHoldWords[language];
  const over = overOf(hold);
  const [title, sentence] = words.over[over];
  return (
    <>
      {place && <p>{place.name}</p>}
      <h1>{title}</h1>
      {hold.declineReason && <p>{words.reason(reasonIn(hold.declineReason, language))}</p>}
      <p>{sentence}</p>
      <PlaceCall phone={place?.phone ?? null} language={language}>
        {place && over !== "arrived" && (
          <a href={`/places/${hold.placeId}/hold?${question}`}>{words.askAgain}</a>
        )}
        <a href={`/?${question}`}>{words.all}</a>
        {over !== "arrived" && <a href={`/alert/ask?${question}`}>{answerWords[language].tellMe}</a>}
      </PlaceCall>
    </>
  );
}

/** A request that lapsed was never a promise. */
function overOf({ state, confirmed }: Pick<Hold, "state" | "confirmed">): Over {
  if (state === "expired" || state === "held") return confirmed ? "expired" : "unanswered";
  return state;
}
