/** On a host's page: a family that could come, or stays there; how many and how long, and no more before both have said yes. */
import { stands, type HostMatch } from "~/domain/match";
import type { LocalDate } from "~/domain/zone";
import { answerWords } from "~/text/answer";
import { hostMatchWords } from "~/text/host-match";
import type { Language } from "~/text/language";
import { sayDate, sayList } from "~/text/say";
import { Dialled } from "~/ui/dialled";
import { nightsWords, untilWords } from "~/ui/match-days";
import { WordsField } from "~/ui/words-field";

type HostMatchesProps = {
  matches: HostMatch[];
  language: Language;
  timeZone: string;
  groupId: number;
  formKey: string;
};

export function HostMatches({ matches, ...more }: HostMatchesProps) {
  return matches.map((match) => <OneMatch key={match.matchId} match={match} {...more} />);
}

type OneProps = Omit<HostMatchesProps, "matches"> & { match: HostMatch };

function OneMatch(props: OneProps) {
  const { match, language, timeZone } = props;
  const words = hostMatchWords[language];
  const title = `match-${match.matchId}`;
  return (
    <section className="pool" aria-labelledby={title}>
      <h2 id={title}>{titleOf(match, language)}</h2>
      <p>{words.people(match.adults, match.children)}</p>
      <p>{nightsWords(match, words, language, timeZone)}</p>
      <Who {...props} />
      {match.state === "proposed" && <Choice {...props} />}
      {match.longerUntil && <Longer {...props} until={match.longerUntil} />}
      {stands(match) && <Stands {...props} />}
      {match.handover && (
        <>
          <h3>{words.handoverTitle}</h3>
          <p className="as-written">{match.handover}</p>
        </>
      )}
      {match.canTell && <Tell {...props} />}
    </section>
  );
}

/** Once both have said yes. */
function Who({ match: { ageBands, pets }, language }: OneProps) {
  const words = hostMatchWords[language];
  const ages = (ageBands ?? []).map((band) => words.bands[band]);
  const animals = (pets ?? []).map((pet) => answerWords[language].pets[pet]);
  return (
    <>
      {ages.length > 0 && <p>{words.ages(sayList(ages, language))}</p>}
      {animals.length > 0 && <p>{words.pets(sayList(animals, language))}</p>}
    </>
  );
}

function Stands({ match: { state, doorWords }, language }: OneProps) {
  const words = hostMatchWords[language];
  return (
    <>
      {state === "agreed" && doorWords && (
        <p>
          <strong>{words.doorWords(doorWords.en, doorWords.es)}</strong>
        </p>
      )}
      <p>{words.address}</p>
      <p>{words.rules}</p>
      <p>
        <Dialled words={words.help} phone="911" />
      </p>
    </>
  );
}

function titleOf({ state }: HostMatch, language: Language): string {
  const words = hostMatchWords[language];
  if (state === "proposed") return words.asked;
  if (state === "agreed") return words.agreed;
  return state === "under-way" ? words.underWay : words.over;
}

/** A yes can be taken back while the family has not answered. */
function Choice({ match, language, timeZone, groupId, formKey }: OneProps) {
  const words = hostMatchWords[language];
  const { saidYes } = match;
  return (
    <form method="post" action={`/group/${groupId}/rooms/mine/match/answer`} className="own-step">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="match" value={match.matchId} />
      <p role={saidYes ? "status" : undefined}>{saidYes ? words.saidYes : words.fits}</p>
      <p>{words.until(untilWords(match, language, timeZone))}</p>
      {!saidYes && (
        <button className="main" name="say" value="yes">
          {words.yes}
        </button>
      )}{" "}
      <button name="say" value="no">
        {words.no}
      </button>
      <p className="hint">{words.noHint}</p>
    </form>
  );
}

/** More nights, until the day that stands here. */
function Longer({ match, until, language, groupId, formKey }: OneProps & { until: LocalDate }) {
  const words = hostMatchWords[language];
  const { saidYesLonger } = match;
  return (
    <form method="post" action={`/group/${groupId}/rooms/mine/match/longer`} className="own-step">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="match" value={match.matchId} />
      <input type="hidden" name="until" value={until} />
      <h3>{words.longerTitle}</h3>
      <p>{words.longerAsk(sayDate(until, language))}</p>
      {saidYesLonger ? (
        <p role="status">{words.saidYes}</p>
      ) : (
        <button className="main" name="say" value="yes">
          {words.longerYes}
        </button>
      )}{" "}
      <button name="say" value="no">
        {words.longerNo}
      </button>
      <p className="hint">{words.noHint}</p>
    </form>
  );
}

export function Tell({ match, language, groupId, formKey, typed }: TellProps) {
  const words = hostMatchWords[language];
  return (
    <details open={typed !== undefined}>
      <summary>{words.tellTitle}</summary>
      <form method="post" action={`/group/${groupId}/rooms/mine/match/tell`} autoComplete="off">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="match" value={match.matchId} />
        <WordsField name="words" label={words.tellWords} hint={words.tellHint} value={typed ?? ""} rows={3} />
        <button>{words.send}</button>
      </form>
    </details>
  );
}

type TellProps = Pick<OneProps, "language" | "groupId" | "formKey"> & {
  match: Pick<HostMatch, "matchId">;
  typed?: string;
};
