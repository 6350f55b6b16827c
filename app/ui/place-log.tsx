/** Who changed what at a place, and when: the newest first. */
import type { LogLine } from "~/domain/board";
import type { EpochSeconds } from "~/domain/journey";
import type { StaffPlace } from "~/domain/staff";
import type { Language } from "~/text/language";
import type { Clock } from "~/text/say";
import { staffWords } from "~/text/staff";
import { tabletWords } from "~/text/tablet";
import { poolName } from "~/ui/board";
import { StaffPage } from "~/ui/staff-page";

type PlaceLogProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  lines: LogLine[];
  /** By the number of the statement, the shared tablet it was made on. */
  tablets: Record<string, string>;
  clock: Clock;
  now: EpochSeconds;
};

export function PlaceLog({ language, name, place, lines, tablets, clock, now }: PlaceLogProps) {
  const words = staffWords[language];
  const back = `/staff/places/${place.placeId}`;
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href={back}>{place.name}</a>
      </p>
      <h1>{words.log}</h1>
      <p>
        <a href={`${back}/log.csv`}>{words.csv}</a>
      </p>
      <ul className="plain">
        {lines.map((line) => (
          <li key={line.reportId}>
            <b>{clock.at(line.saidAt.getTime() / 1000, now)}</b>, {line.who}
            {tablets[line.reportId] && ` ${tabletWords[language].onTablet(tablets[line.reportId]!)}`}:{" "}
            {poolName(line, language)}, {words.taken(line.occupied, line.capacity)}
            {line.outOfService > 0 && `, ${words.outOfService(line.outOfService)}`}
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p>{words.never}</p>}
    </StaffPage>
  );
}
