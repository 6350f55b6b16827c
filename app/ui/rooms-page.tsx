/** A group's rooms for its coordinators: what is to be done next comes first. No address, no area. */
import { byWhatIsNext, endsSoon, type ListedRoom } from "~/domain/room";
import type { Language } from "~/text/language";
import { roomTexts } from "~/text/room";
import { vettingTexts } from "~/text/vetting";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { dayWords } from "~/ui/room-days";

type RoomsPageProps = Pick<GroupPageProps, "language" | "name" | "group"> & {
  rooms: ListedRoom[];
  timeZone: string;
  now: Date;
};

export function RoomsPage({ language, name, group, rooms, timeZone, now }: RoomsPageProps) {
  const words = vettingTexts[language];
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{words.title}</h1>
      <p>{words.hint}</p>
      {rooms.length === 0 && <p>{words.none}</p>}
      <ul className="desk-lines">
        {byWhatIsNext(rooms, now).map((room) => (
          <li key={room.roomId} className="line">
            <h2>
              <a href={`/group/${group.groupId}/rooms/${room.roomId}`}>{room.host}</a>
            </h2>
            <p className="small">{roomTexts[language].kinds[room.kind]}</p>
            <p>{standsWords(room, language, timeZone, now)}</p>
          </li>
        ))}
      </ul>
      <p className="actions">
        <a href={`/group/${group.groupId}/rooms/mine`}>{words.mineLink}</a>
      </p>
    </GroupPage>
  );
}

export function standsWords(room: ListedRoom, language: Language, timeZone: string, now: Date): string {
  const words = vettingTexts[language];
  if (room.endedAt !== null) return words.ended;
  const soon = endsSoon(room, now);
  const said =
    room.isOfferable && room.approvedUntil
      ? words.offered(dayWords(room.approvedUntil, language, timeZone))
      : room.next && words.next[room.next];
  return [
    ...(room.pausedAt ? [words.paused] : []),
    ...(said ? [said] : []),
    ...(soon ? [words.endsSoon(dayWords(soon, language, timeZone))] : []),
  ].join(". ");
}
