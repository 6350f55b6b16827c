/** How many minutes are left until a moment: the small script of an open page counts them. Without it a number would soon be wrong. */
import type { EpochSeconds } from "~/domain/journey";
import type { Language } from "~/text/language";
import { liveWords } from "~/text/live";

type TimeLeftProps = { language: Language; until: Date; now: EpochSeconds };

export function TimeLeft({ language, until, now }: TimeLeftProps) {
  const { left } = liveWords[language];
  return <p className="left" data-until={until.getTime() / 1000} data-now={now} data-left={left} />;
}
