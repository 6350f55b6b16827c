/** How old the page is, the way to a new one, and what the small script needs to change it while it is open. */
import { useLocation } from "@remix-run/react";
import { answerWords } from "~/text/answer";
import { AGE, countWords } from "~/text/count";
import type { Language } from "~/text/language";
import { liveWords } from "~/text/live";
import type { Telling } from "~/ui/telling";

type LiveProps = {
  telling: Pick<Telling, "language" | "clock" | "now">;
  /** Those whose counts are shown. */
  placeIds: number[];
  /** Whether it leads to itself, where nothing else on it does. */
  refresh?: boolean;
};

export function Live({ telling: { language, clock, now }, placeIds, refresh = false }: LiveProps) {
  const [words, counts] = [liveWords[language], countWords[language]];
  return (
    <>
      <p className="small">
        {answerWords[language].asOf(clock.departs(now))}{" "}
        <span
          data-live={`/live?lang=${language}&places=${placeIds.join()}`}
          data-now={now}
          data-aging={counts.aging}
          data-call-first={counts.callFirst(AGE)}
          data-unknown={counts.unknown}
          data-changed={words.changed}
          data-away={words.away}
        >
          {""}
        </span>
      </p>
      <p className="unseen" role="status">
        {""}
      </p>
      {refresh && <Refresh language={language} />}
      <script type="module" src="/live.js" />
    </>
  );
}

export function Refresh({ language }: { language: Language }) {
  const { pathname, search } = useLocation();
  return (
    <p className="actions">
      <a href={pathname + search}>{liveWords[language].refresh}</a>
    </p>
  );
}
