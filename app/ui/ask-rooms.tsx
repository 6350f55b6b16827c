/** Rooms of members for the family of an ask: what was proposed, and what fits, a door of their own first. */
import { roomsInOrder, type GroupMatch, type RoomForAsk } from "~/domain/match";
import { groupMatchWords } from "~/text/group-match";
import type { Language } from "~/text/language";
import { proposalWords } from "~/text/proposal";
import { roomTexts } from "~/text/room";
import type { AskPart } from "~/ui/ask-page";
import { nightsWords, untilWords } from "~/ui/match-days";

export function AskRooms({ part }: { part: AskPart }) {
  const { language, rooms, ask } = part;
  const words = groupMatchWords[language];
  if (!rooms || (rooms.rooms.length === 0 && rooms.matches.length === 0)) return null;
  const { fitting, others } = roomsInOrder(rooms.rooms);
  const isMine = ask.who?.personId === ask.personId;
  return (
    <section id="rooms" className="pool" aria-labelledby="rooms-title">
      <h2 id="rooms-title">{words.title}</h2>
      {rooms.matches.length > 0 && <Proposed part={part} matches={rooms.matches} />}
      {ask.closedAt === null && (
        <>
          <p className="small">{words.motelFirst}</p>
          {!isMine && <p>{words.takeFirst}</p>}
          {fitting.length === 0 && <p>{rooms.rooms.length === 0 ? words.none : words.noneFits}</p>}
          <ul className="desk-lines">
            {fitting.map((room) => (
              <Room key={room.roomId} room={room} part={part} isMine={isMine} />
            ))}
          </ul>
          {others.length > 0 && (
            <details>
              <summary>{words.others}</summary>
              <ul className="desk-lines">
                {others.map((room) => (
                  <Room key={room.roomId} room={room} part={part} isMine={false} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Room({ room, part, isMine }: { room: RoomForAsk; part: AskPart; isMine: boolean }) {
  const { language, base } = part;
  const words = groupMatchWords[language];
  const misfit = room.problem && proposalWords[language].misfits[room.problem];
  return (
    <li className="line">
      <h3>
        {room.host} <small>{roomTexts[language].kinds[room.kind]}</small>
      </h3>
      {(room.isTaken || misfit) && <p>{room.isTaken ? words.taken : misfit}</p>}
      {isMine && (
        <p className="apart">
          <a href={`${base}/rooms/${room.roomId}`}>{words.propose(room.host)}</a>
        </p>
      )}
    </li>
  );
}

function Proposed({ part, matches }: { part: AskPart; matches: GroupMatch[] }) {
  const { language, group, region } = part;
  const words = groupMatchWords[language];
  return (
    <ul className="desk-lines">
      {matches.map((match) => (
        <li key={match.matchId} className="line">
          <h3>{words.look(match.host)}</h3>
          {match.wantsOutAt && match.overAt === null && (
            <p className="caution">
              <strong>{words.wantsOut}</strong>
            </p>
          )}
          <p>
            <strong>{matchStands(match, language)}.</strong>{" "}
            {match.state === "proposed" && words.until(untilWords(match, language, region.timeZone))}
          </p>
          <p>{nightsWords(match, { dates: words.dates }, language, region.timeZone)}</p>
          <p className="apart">
            <a href={`/group/${group.groupId}/matches/${match.matchId}`}>{words.sheet(match.host)}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}

export function matchStands(match: GroupMatch, language: Language): string {
  const words = groupMatchWords[language];
  switch (match.state) {
    case "proposed":
      if (match.hostYesAt) return words.waits.family;
      return match.familyYesAt ? words.waits.host : words.waits.both;
    case "declined":
      return words.declined[match.endedBy ?? "group"];
    default:
      return words.states[match.state];
  }
}
