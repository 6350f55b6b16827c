/** How many minutes are left until a moment, as of now; the small script of an open page goes on counting. */
import type { EpochSeconds } from "~/domain/journey";
import type { Language } from "~/text/language";
import { liveWords } from "~/text/live";

type TimeLeftProps = { language: Language; until: Date; now: EpochSeconds };

export function TimeLeft({ language, until, now }: TimeLeftProps) {
  const words = liveWords[language].left;
  const end = until.getTime() / 1000;
  return (
    <span data-until={end} data-now={now} data-left={words}>
      {words.replace("#", String(Math.max(0, Math.floor((end - now) / 60))))}
    </span>
  );
}
