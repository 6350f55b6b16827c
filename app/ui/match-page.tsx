/** A family and a room put together, for coordinators: how it stands, what both read, check-ins, and how it was. */
import type { ReactNode } from "react";
import type { HomeSearch } from "~/domain/home-search";
import type { GroupMatch, RoomMisfit } from "~/domain/match";
import { localTime } from "~/domain/zone";
import { partySentence } from "~/text/answer";
import { groupMatchWords, type MatchRefusal } from "~/text/group-match";
import { proposalWords } from "~/text/proposal";
import { clockOf } from "~/text/say";
import { matchStands } from "~/ui/ask-rooms";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { MatchLonger } from "~/ui/match-longer";
import { nightsWords, untilWords } from "~/ui/match-days";
import { SearchSummary } from "~/ui/search-summary";
import { WordsField } from "~/ui/words-field";

export type MatchPageProps = Pick<GroupPageProps, "language" | "name" | "group"> & {
  timeZone: string;
  match: GroupMatch;
  /** null: the family is forgotten. */
  search: HomeSearch | null;
  formKey: string;
  refused: MatchRefusal | RoomMisfit | null;
  /** What was not kept. */
  typed: { words: string | null; day: string };
  now: number;
};

export function MatchPage(props: MatchPageProps) {
  const { language, name, group, timeZone, match, refused } = props;
  const words = groupMatchWords[language];
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{words.sheet(match.host)}</h1>
      <Pressing match={match} refused={refused} language={language} />
      <p className="summary">
        {matchStands(match, language)}.{" "}
        {match.state === "proposed" && words.until(untilWords(match, language, timeZone))}
      </p>
      {match.party && <p>{partySentence(match.party, language)}</p>}
      <p>{nightsWords(match, { dates: words.dates }, language, timeZone)}</p>
      <p>
        <a href={`/group/${group.groupId}/asks/${match.askId}`}>{words.toAsk}</a>
      </p>
      <Settle {...props} />
      <MatchLonger {...props} />
      {match.overAt === null && <Handover {...props} />}
      <CheckIns {...props} />
      <Search {...props} />
      <HowItWas {...props} />
      <p>
        <a href={`/group/${group.groupId}/rooms/${match.roomId}`}>{words.toRoom}</a>
      </p>
    </GroupPage>
  );
}

function Pressing({ match, refused, language }: Pick<MatchPageProps, "match" | "refused" | "language">) {
  const words = groupMatchWords[language];
  return (
    <>
      {refused && (
        <p className="caution" role="alert">
          {{ ...words.refused, ...proposalWords[language].misfits }[refused]}
        </p>
      )}
      {match.wantsOutAt && match.overAt === null && (
        <p className="caution">
          <strong>{words.wantsOut}</strong>
        </p>
      )}
    </>
  );
}

const NEXT = {
  proposed: ["withdrawn"],
  agreed: ["arrived", "withdrawn"],
  "under-way": ["done", "ended-early"],
} as const;

function Settle(props: MatchPageProps) {
  const { language, match } = props;
  const words = groupMatchWords[language];
  const next = match.state in NEXT ? NEXT[match.state as keyof typeof NEXT] : [];
  return (
    <div className="quick">
      {next.map((deed) => (
        <DeedForm key={deed} {...props} deed={deed}>
          <button>{words.settle[deed]}</button>
        </DeedForm>
      ))}
    </div>
  );
}

function Handover(props: MatchPageProps) {
  const { language, match, typed } = props;
  const words = groupMatchWords[language];
  return (
    <section className="pool" aria-label={words.handover}>
      {match.state === "agreed" && match.doorWords && (
        <p>{words.doorWords(match.doorWords.en, match.doorWords.es)}</p>
      )}
      <DeedForm {...props} deed="note">
        <WordsField
          name="words"
          label={words.handover}
          hint={words.handoverHint}
          value={typed.words ?? match.handover ?? ""}
          problem={props.refused === "out-of-range" ? words.refused["out-of-range"] : null}
          rows={3}
        />
        <button>{words.save}</button>
      </DeedForm>
    </section>
  );
}

function CheckIns({ language, timeZone, match, now }: MatchPageProps) {
  const words = groupMatchWords[language];
  const clock = clockOf(language, timeZone);
  if (match.checkIns.length === 0) return null;
  return (
    <section aria-labelledby="check-ins">
      <h2 id="check-ins">{words.checkIns}</h2>
      <ol className="parts">
        {match.checkIns.map(({ dueAt, what, answer }) => (
          <li key={dueAt.getTime()}>
            {words.whats[what]}, {clock.at(dueAt.getTime() / 1000, now)}:{" "}
            {answer ? words.answers[answer] : dueAt.getTime() / 1000 <= now ? <b>{words.noAnswer}</b> : "–"}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Search({ search, group, match, language, timeZone, now }: MatchPageProps) {
  const ask = `/group/${group.groupId}/asks/${match.askId}`;
  const today = localTime(now, timeZone).date;
  return <SearchSummary search={search} ask={ask} language={language} today={today} />;
}

function HowItWas({ language, timeZone, match, now }: MatchPageProps) {
  const words = groupMatchWords[language];
  const clock = clockOf(language, timeZone);
  if (match.words.length === 0) return null;
  return (
    <section aria-labelledby="was">
      <h2 id="was">{words.wordsTitle}</h2>
      <p className="small">{words.wordsHint}</p>
      <ul className="talk">
        {match.words.map((said) => (
          <li key={said.at.getTime()}>
            <small>
              <strong>{words.sides[said.side]}</strong> · {clock.at(said.at.getTime() / 1000, now)}
            </small>
            {said.isReport && (
              <p>
                <strong>{words.report}</strong>
              </p>
            )}
            <p className="as-written">{said.words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type DeedFormProps = MatchPageProps & { deed: string; children: ReactNode };

export function DeedForm({ group, match, formKey, deed, children }: DeedFormProps) {
  return (
    <form
      method="post"
      action={`/group/${group.groupId}/matches/${match.matchId}/${deed}`}
      className="own-step"
      autoComplete="off"
    >
      <input type="hidden" name="key" value={formKey} />
      {children}
    </form>
  );
}
