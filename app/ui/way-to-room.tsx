/** The way to the door of one's room, from where the ask says or from a corner typed here. */
import type { OwnMatch, RoomDoor } from "~/domain/match";
import { ONE_ADULT } from "~/domain/party";
import { ownMatchWords } from "~/text/own-match";
import { Dialled } from "~/ui/dialled";
import { Field } from "~/ui/field";
import { JourneyLegs } from "~/ui/journey";
import { MatchForm } from "~/ui/own-match-forms";
import type { OwnMatchPageProps } from "~/ui/own-match-page";
import { tellingOf } from "~/ui/telling";

type WayToRoomProps = OwnMatchPageProps & { match: OwnMatch; door: RoomDoor };

export function WayToRoom(props: WayToRoomProps) {
  const { language, region, way, door, party, typed, now } = props;
  const words = ownMatchWords[language];
  if (door.at === null) return null;
  return (
    <section id="way" aria-labelledby="way-title">
      <h2 id="way-title">{words.wayTitle}</h2>
      {way?.kind === "way" && (
        <>
          <p>{words.wayFrom(way.from)}</p>
          <JourneyLegs
            journey={way.journey}
            telling={tellingOf(language, region, { now, from: way.leaveFrom, party: party ?? ONE_ADULT })}
          />
          {!door.isDoor && <p>{words.wayNear}</p>}
        </>
      )}
      {way?.kind === "no-way" && (
        <p role="status">
          <Dialled words={words.noWay} phone={null} />
        </p>
      )}
      {(way?.kind === "not-known" || way?.kind === "several") && (
        <p role="status">{way.kind === "several" ? words.several : words.notKnown}</p>
      )}
      <MatchForm {...props} does="way">
        <Field
          name="from"
          value={typed.from}
          label={words.wayStart}
          hint={words.wayHint}
          autoComplete="off"
        />
        <button>{words.wayShow}</button>
      </MatchForm>
    </section>
  );
}
