/** That there are vetted rooms of members, by the area they are in: no count, no pin, no address. */
import type { RoomsTonight } from "~/domain/room-area";
import { roomAreaWords } from "~/text/room-area";
import { KindMark } from "~/ui/kind-mark";
import { LeaveLine } from "~/ui/leave";
import type { Telling } from "~/ui/telling";

// One asks the group, not an area: more of them would say nothing more.
const MOST_AREAS = 3;

type RoomAreasProps = { rooms: RoomsTonight; telling: Telling; askHref: string };

export function RoomAreas({ rooms: { areas, inRegion }, telling, askHref }: RoomAreasProps) {
  const words = roomAreaWords[telling.language];
  if (areas.length === 0 && !inRegion) return null;
  return (
    <section className="box rooms" aria-labelledby="rooms">
      <h2 id="rooms">{words.title}</h2>
      <p>{words.about}</p>
      {areas.slice(0, MOST_AREAS).map(({ cell, best }) => (
        <div key={cell}>
          <p>
            <KindMark kind="room" /> <b>{words.area}</b>
          </p>
          {best && <LeaveLine journey={best} telling={telling} before={words.middle} />}
        </div>
      ))}
      {areas.length === 0 && (
        <p>
          <KindMark kind="room" /> <b>{words.region}</b>
        </p>
      )}
      <p className="actions">
        <a href={askHref}>{words.ask}</a>
      </p>
    </section>
  );
}
