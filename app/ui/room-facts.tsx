/** What a room is like and who lives there: for coordinators who choose one and for the family before its yes. Never where. */
import type { OwnMatch } from "~/domain/match";
import { answerWords } from "~/text/answer";
import type { Language } from "~/text/language";
import { roomTexts } from "~/text/room";
import { sayList } from "~/text/say";
import { vettingTexts } from "~/text/vetting";

type Facts = Pick<
  OwnMatch,
  "kind" | "stepFree" | "smoking" | "pets" | "livesAdults" | "livesChildAges" | "livesAnimals"
>;

export function RoomFacts({ room, language }: { room: Facts; language: Language }) {
  const words = vettingTexts[language];
  const { stepFree, smoking, pets, livesAdults, livesChildAges, livesAnimals } = room;
  const animals = pets.map((pet) => answerWords[language].pets[pet]);
  return (
    <ul>
      <li>{roomTexts[language].kinds[room.kind]}.</li>
      <li>{words.lives(livesAdults, sayList(livesChildAges.map(String), language))}</li>
      <li>{smoking ? words.smoking : words.noSmoking}</li>
      <li>{words.stepFree[stepFree === null ? 2 : stepFree ? 0 : 1]}</li>
      <li>{animals.length > 0 ? words.pets(sayList(animals, language)) : words.noPets}</li>
      {livesAnimals && <li>{words.animals(livesAnimals)}</li>}
    </ul>
  );
}
