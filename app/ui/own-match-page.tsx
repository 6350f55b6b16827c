/** A family's room: what it is like and a yes or a no; after two yeses where it is, the way there, and one tap to say how it goes. */
import { roomDoubts, stands, type OwnMatch, type RoomDoor, type RoomWay } from "~/domain/match";
import { ONE_ADULT, type Party } from "~/domain/party";
import type { Region } from "~/domain/region";
import type { Language } from "~/text/language";
import { ownMatchWords, type OwnMatchMend, type OwnMatchSaid } from "~/text/own-match";
import { roomAreaWords } from "~/text/room-area";
import { Dialled } from "~/ui/dialled";
import { LeaveLine } from "~/ui/leave";
import { nightsWords, untilWords } from "~/ui/match-days";
import { HowItGoes, Longer, MatchForm, TellGroup } from "~/ui/own-match-forms";
import { ownMatchTitle } from "~/ui/own-match-box";
import { Page } from "~/ui/page";
import { RoomFacts } from "~/ui/room-facts";
import { WayToRoom } from "~/ui/way-to-room";
import { tellingOf } from "~/ui/telling";

export type OwnMatchPageProps = {
  language: Language;
  region: Region;
  matches: OwnMatch[];
  /** Of the one that stands first. */
  door: RoomDoor | null;
  way: RoomWay | null;
  party: Party | null;
  formKey: string;
  said: OwnMatchSaid | null;
  mend: OwnMatchMend | null;
  /** What is still in the fields. */
  typed: { words: string; from: string };
  now: number;
};

export function OwnMatchPage(props: OwnMatchPageProps) {
  const { language, region, matches, said, mend } = props;
  const words = ownMatchWords[language];
  const [match] = matches;
  return (
    <Page language={language} region={region}>
      <h1>{match ? ownMatchTitle(match, language) : words.notThis}</h1>
      {mend ? (
        <p className="caution" role="alert">
          <Dialled words={words.mend[mend]} phone={null} />
        </p>
      ) : (
        said && (
          <p className="caution" role="status">
            {words.said[said]}
          </p>
        )
      )}
      {match ? <OneMatch {...props} match={match} /> : <p>{words.lookOn}</p>}
      <p className="onward">
        <a href="/ask">{words.back}</a>
      </p>
    </Page>
  );
}

type OneProps = OwnMatchPageProps & { match: OwnMatch };

function OneMatch(props: OneProps) {
  const { match, language, region, door } = props;
  const words = ownMatchWords[language];
  const itStands = stands(match);
  if (match.state === "proposed") return <Proposal {...props} />;
  return (
    <>
      {itStands ? (
        <p>{nightsWords(match, words, language, region.timeZone)}</p>
      ) : (
        <p>{match.canTell ? words.thanks : words.lookOn}</p>
      )}
      {match.checkIn && <HowItGoes {...props} />}
      {match.longerUntil && <Longer {...props} until={match.longerUntil} />}
      {door && <Where {...props} door={door} />}
      {match.handover && (
        <>
          <h2>{words.handoverTitle}</h2>
          <p className="as-written">{match.handover}</p>
        </>
      )}
      {itStands && door && <WayToRoom {...props} door={door} />}
      {itStands && !match.checkIn && <HowItGoes {...props} />}
      {match.canTell && <TellGroup {...props} />}
      {itStands && (
        <details className="give-back">
          <summary>{words.aboutTitle}</summary>
          <RoomFacts room={match} language={language} />
          <Rules language={language} />
        </details>
      )}
    </>
  );
}

function Proposal(props: OneProps) {
  const { match, language, region, party } = props;
  const words = ownMatchWords[language];
  const doubts = roomDoubts(match, party);
  return (
    <>
      <p>{nightsWords(match, words, language, region.timeZone)}</p>
      <h2>{words.aboutTitle}</h2>
      <RoomFacts room={match} language={language} />
      {doubts.length > 0 && (
        <ul>
          {doubts.map((doubt) => (
            <li key={doubt}>
              <strong>{words.doubts[doubt]}</strong>
            </li>
          ))}
        </ul>
      )}
      <p>{words.checked}</p>
      <p>{match.cell === null ? words.region : words.area}</p>
      <WayToArea {...props} />
      <h2>{words.rulesTitle}</h2>
      <Rules language={language} />
      <section className="box" aria-labelledby="hud">
        <h2 id="hud">{words.hudTitle}</h2>
        <p>{words.hud}</p>
      </section>
      <Choice {...props} />
    </>
  );
}

/** As the public is told: to the middle of the part of town. */
function WayToArea({ way, language, region, party, now }: OneProps) {
  if (way?.kind !== "way") return null;
  const telling = tellingOf(language, region, { now, from: way.leaveFrom, party: party ?? ONE_ADULT });
  return <LeaveLine journey={way.journey} telling={telling} before={roomAreaWords[language].middle} />;
}

/** A yes can be taken back while the host has not answered. */
function Choice(props: OneProps) {
  const { match, language, region } = props;
  const words = ownMatchWords[language];
  return (
    <>
      {!match.saidYes && <h2>{words.choiceTitle}</h2>}
      <p role={match.saidYes ? "status" : undefined}>
        {match.saidYes ? words.waitsForHost : words.until(untilWords(match, language, region.timeZone))}
      </p>
      <MatchForm {...props} does="answer">
        {!match.saidYes && (
          <button className="main" name="say" value="yes">
            {words.yes}
          </button>
        )}
        <button name="say" value="no">
          {words.no}
        </button>
        <p className="hint">{words.noHint}</p>
      </MatchForm>
    </>
  );
}

function Where({ match, door, language }: OneProps & { door: RoomDoor }) {
  const words = ownMatchWords[language];
  return (
    <section className="box" aria-labelledby="where">
      <h2 id="where">{words.addressTitle}</h2>
      <p className="summary">{door.address}</p>
      {match.host && <p>{words.askFor(match.host)}</p>}
      {match.state === "agreed" && match.doorWords && (
        <p>
          {words.doorWord} <strong>{match.doorWords[language]}</strong>
        </p>
      )}
      <p className="small">{words.keepIt}</p>
    </section>
  );
}

function Rules({ language }: { language: Language }) {
  return (
    <ul>
      {ownMatchWords[language].rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
}
