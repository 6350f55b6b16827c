/** More nights in a room: a coordinator asks both about a later last day, and sees how the question stands. */
import { stands } from "~/domain/match";
import { groupMatchWords } from "~/text/group-match";
import { sayDate } from "~/text/say";
import { Field } from "~/ui/field";
import { DeedForm, type MatchPageProps } from "~/ui/match-page";

export function MatchLonger(props: MatchPageProps) {
  const { language, match, refused, typed } = props;
  const words = groupMatchWords[language];
  const { wantsOutAt, longerUntil, longerRefusedBy } = match;
  if (!stands(match) || wantsOutAt) return null;
  return (
    <section className="pool" aria-labelledby="longer">
      <h2 id="longer">{words.longerTitle}</h2>
      {longerUntil ? (
        <Question {...props} day={longerUntil} />
      ) : (
        <DeedForm {...props} deed="longer">
          {longerRefusedBy && <p>{words.longerRefused[longerRefusedBy]}</p>}
          <Field
            name="day"
            label={words.longerDay}
            hint={words.longerHint}
            type="date"
            value={typed.day}
            problem={refused === "day" ? words.refused.day : null}
          />
          <button>{words.longerAsk}</button>
        </DeedForm>
      )}
    </section>
  );
}

function Question(props: MatchPageProps & { day: string }) {
  const { language, match, day } = props;
  const words = groupMatchWords[language];
  const { longerHostYesAt, longerFamilyYesAt } = match;
  const waits = longerHostYesAt ? "family" : longerFamilyYesAt ? "host" : "both";
  return (
    <>
      <p>{words.longerStands(sayDate(day, language))}</p>
      <p>{words.waits[waits]}.</p>
      <DeedForm {...props} deed="no-longer">
        <button>{words.longerBack}</button>
      </DeedForm>
    </>
  );
}
