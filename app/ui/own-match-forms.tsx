/** What a family says of its room: by one tap how it goes, and in its own words how it is. */
import type { ReactNode } from "react";
import type { MatchAnswer, OwnMatch } from "~/domain/match";
import type { LocalDate } from "~/domain/zone";
import { ownLongerWords } from "~/text/own-longer";
import { ownMatchWords } from "~/text/own-match";
import { sayDate } from "~/text/say";
import { Dialled } from "~/ui/dialled";
import type { OwnMatchPageProps } from "~/ui/own-match-page";
import { WordsField } from "~/ui/words-field";

type FormProps = Pick<OwnMatchPageProps, "language" | "formKey" | "typed" | "mend"> & { match: OwnMatch };

export function MatchForm({
  match,
  formKey,
  does,
  children,
}: FormProps & { does: "answer" | "longer" | "tap" | "tell" | "way"; children: ReactNode }) {
  return (
    <form
      method="post"
      action="/ask/room"
      autoComplete="off"
      className={does === "answer" || does === "longer" ? "two-taps" : undefined}
    >
      <input type="hidden" name="do" value={does} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="match" value={match.matchId} />
      {children}
    </form>
  );
}

/** More nights, until the day that stands here: what it can cost is read before the yes. */
export function Longer(props: FormProps & { until: LocalDate }) {
  const { match, language, until } = props;
  const [words, longer] = [ownMatchWords[language], ownLongerWords[language]];
  return (
    <section className="box" aria-labelledby="longer">
      <h2 id="longer">{longer.title}</h2>
      <p>{longer.ask(sayDate(until, language))}</p>
      {match.saidYesLonger ? <p role="status">{words.waitsForHost}</p> : <p>{words.hud}</p>}
      <MatchForm {...props} does="longer">
        <input type="hidden" name="until" value={until} />
        {!match.saidYesLonger && (
          <button className="main" name="say" value="yes">
            {longer.yes}
          </button>
        )}
        <button name="say" value="no">
          {longer.no}
        </button>
      </MatchForm>
    </section>
  );
}

/** What is asked now is the main one; leaving is always there, and needs no second thought. */
export function HowItGoes(props: FormProps) {
  const { match, language } = props;
  const words = ownMatchWords[language];
  const isThere = match.state === "under-way";
  const taps: MatchAnswer[] = [isThere ? "all-right" : "here", "call-me", "want-out"];
  return (
    <section aria-labelledby="how">
      <h2 id="how">{match.checkIn ? words.asked[match.checkIn] : words.howTitle}</h2>
      <MatchForm {...props} does="tap">
        <p className="quick">
          {taps
            .filter((tap) => tap !== "all-right" || match.checkIn !== null)
            .map((tap, at) => (
              <button
                key={tap}
                className={at === 0 && match.checkIn ? "main" : undefined}
                name="say"
                value={tap}
              >
                {words.taps[tap]}
              </button>
            ))}
        </p>
      </MatchForm>
      <p role={match.wantsOut ? "status" : undefined}>
        <Dialled words={match.wantsOut ? words.wantsOut : words.outHint} phone="911" />
      </p>
    </section>
  );
}

export function TellGroup(props: FormProps) {
  const { language, typed, mend } = props;
  const words = ownMatchWords[language];
  const isMended = mend === "empty";
  return (
    <details className="give-back" open={isMended}>
      <summary>{words.tellTitle}</summary>
      <MatchForm {...props} does="tell">
        <WordsField
          name="words"
          label={words.tellWords}
          hint={words.tellHint}
          value={typed.words}
          problem={isMended ? words.mend.empty : null}
          rows={3}
        />
        <label className="tick">
          <input type="checkbox" name="not-safe" value="yes" />
          {words.notSafe}
        </label>
        <button className="main">{words.send}</button>
      </MatchForm>
    </details>
  );
}
