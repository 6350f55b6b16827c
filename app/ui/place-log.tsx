/** Who changed what at a place, and when: the newest first. */
import type { LogLine } from "~/domain/board";
import type { EpochSeconds } from "~/domain/journey";
import type { StaffPlace } from "~/domain/staff";
import type { Language } from "~/text/language";
import { logSentence } from "~/text/log";
import { capital, type Clock } from "~/text/say";
import { staffWords } from "~/text/staff";
import { StaffPage } from "~/ui/staff-page";

type PlaceLogProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  lines: LogLine[];
  clock: Clock;
  now: EpochSeconds;
};

export function PlaceLog({ language, name, place, lines, clock, now }: PlaceLogProps) {
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
          <li key={`${line.kind} ${line.id}`}>
            <b>{capital(clock.at(line.saidAt.getTime() / 1000, now))}</b>,{" "}
            {logSentence(line, language, clock)}
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p>{words.never}</p>}
    </StaffPage>
  );
}
