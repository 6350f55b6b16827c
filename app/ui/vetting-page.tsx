/** One room for a coordinator who vets it: what its host said, the next step, and who did what. */
import type { ListedRoom, RoomSheet } from "~/domain/room";
import { formWords } from "~/text/form";
import type { Language } from "~/text/language";
import { roomTexts } from "~/text/room";
import { sayDate, sayList } from "~/text/say";
import { vettingTexts } from "~/text/vetting";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { standsWords } from "~/ui/rooms-page";
import { StepsDone } from "~/ui/steps-done";
import { StopRoom, VettingSteps } from "~/ui/vetting-steps";

export type VettingPageProps = Pick<GroupPageProps, "language" | "name" | "group"> & {
  room: RoomSheet;
  timeZone: string;
  stepKey: string;
  now: Date;
};

export function VettingPage({ language, name, group, room, timeZone, stepKey, now }: VettingPageProps) {
  const words = vettingTexts[language];
  const at = `/group/${group.groupId}/rooms`;
  return (
    <GroupPage language={language} name={name} group={group}>
      <p className="back">
        <a href={at}>{words.title}</a>
      </p>
      <h1>{room.host}</h1>
      <p className="box">
        <strong>{standsWords(room, language, timeZone, now)}</strong>
      </p>
      {room.endedAt === null && <Facts room={room} language={language} />}
      {room.endedAt === null && (
        <>
          {room.mayNot ? (
            <p>{words.ownHome}</p>
          ) : (
            <VettingSteps room={room} language={language} at={`${at}/${room.roomId}`} stepKey={stepKey} />
          )}
          <StopRoom room={room} language={language} at={`${at}/${room.roomId}`} stepKey={stepKey} />
        </>
      )}
      <StepsDone steps={room.steps} language={language} timeZone={timeZone} />
    </GroupPage>
  );
}

function Facts({ room, language }: { room: ListedRoom; language: Language }) {
  const words = vettingTexts[language];
  const pets = room.pets.map((pet) => formWords[language].pets[pet].toLocaleLowerCase(language));
  const ages = sayList(room.livesChildAges.map(String), language);
  const { areaKnown, areaUnknown, kinds } = roomTexts[language];
  return (
    <ul>
      <li>{kinds[room.kind]}</li>
      <li>{words.fits(room.mostAdults, room.mostChildren, room.mostNights)}</li>
      <li>{pets.length > 0 ? words.pets(sayList(pets, language)) : words.noPets}</li>
      <li>{words.stepFree[room.stepFree === null ? 2 : room.stepFree ? 0 : 1]}</li>
      <li>{room.smoking ? words.smoking : words.noSmoking}</li>
      <li>{words.lives(room.livesAdults, ages)}</li>
      {room.livesAnimals && <li>{words.animals(room.livesAnimals)}</li>}
      {room.notes && <li>{room.notes}</li>}
      {room.backgroundUntil && (
        <li>
          {words.steps.background}, {words.goodUntil(sayDate(room.backgroundUntil, language))}
        </li>
      )}
      <li>{room.hasArea ? areaKnown : areaUnknown}</li>
    </ul>
  );
}
