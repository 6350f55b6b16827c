/** From the board to the inbox: the number of who waits for a yes is what the eye finds. */
import { inboxWords } from "~/text/inbox";
import type { Language } from "~/text/language";

export type OpenHolds = { asks: number; coming: number };

type InboxLinkProps = { language: Language; placeId: number; open: OpenHolds };

export function InboxLink({ language, placeId, open: { asks, coming } }: InboxLinkProps) {
  const words = inboxWords[language];
  return (
    <p className={asks > 0 ? "asks waiting" : "asks"}>
      <a href={`/staff/places/${placeId}/holds`}>
        <b>{asks}</b>{" "}
        <span>
          {words.asks(asks)}
          {coming > 0 && `, ${words.coming(coming)}`}
        </span>
      </a>
    </p>
  );
}
