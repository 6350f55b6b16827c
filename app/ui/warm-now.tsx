/** Where it is warm now, as a box of its own. */
import type { WarmPlace } from "~/domain/warm-place";
import { answerWords } from "~/text/answer";
import { fitSentence } from "~/text/fit";
import { openingSentence } from "~/text/opening";
import { LeaveLine } from "~/ui/leave";
import type { Telling } from "~/ui/telling";

// Whoever asks about a quarter of an hour from now asks about now.
const SOON_S = 900;

type WarmNowProps = { place: WarmPlace; telling: Telling; href: string };

export function WarmNow({ place: { option, way, bridges }, telling, href }: WarmNowProps) {
  const { language, party, from, now } = telling;
  const words = answerWords[language];
  const title = bridges ? words.warmTitle : from - now < SOON_S ? words.warmNowTitle : words.warmThenTitle;
  return (
    <section className="box">
      <h2>{title}</h2>
      <p>
        <a href={href}>{words.warmNow(option.place.name)}</a> {openingSentence(option.opening, telling)}
      </p>
      {option.fit.kind !== "yes" && <p>{fitSentence(option.fit, party, language)}</p>}
      <LeaveLine journey={way} telling={telling} />
    </section>
  );
}
