/** One tap for people who stood at the door, and what they are told then. */
import { DOOR_WORDS, type DoorWord } from "~/domain/door";
import type { Region } from "~/domain/region";
import { doorWords } from "~/text/door";
import type { Language } from "~/text/language";
import { placeWords } from "~/text/place";
import { dial } from "~/text/say";
import { Page } from "~/ui/page";

type TapsProps = { placeId: number; doorKey: string; query: string; language: Language };

/** `query`: the question they came with, so that the way on keeps it. */
export function DoorTaps({ placeId, doorKey, query, language }: TapsProps) {
  const words = doorWords[language];
  return (
    <form method="post" action={`/places/${placeId}/door?${query}`} className="door">
      <input type="hidden" name="key" value={doorKey} />
      <p className="small">{words.hint}</p>
      <p className="actions">
        {DOOR_WORDS.map((word) => (
          <button key={word} name="word" value={word}>
            {words.taps[word]}
          </button>
        ))}
      </p>
    </form>
  );
}

export type DoorPageProps = {
  language: Language;
  region: Region;
  place: { placeId: number; name: string; phone: string | null };
  query: string;
  doorKey: string;
  /** null: nothing was said yet. */
  said: DoorWord | "too-many" | "unclear" | null;
};

export function DoorPage({ language, region, place, query, doorKey, said }: DoorPageProps) {
  const words = doorWords[language];
  const heard = said !== null && said !== "too-many" && said !== "unclear" ? said : null;
  return (
    <Page language={language} region={region}>
      <h1>{heard ? words.thanks[heard] : words.ask}</h1>
      <p>{place.name}</p>
      {said === "unclear" && <p className="problem">{words.again}</p>}
      {said === "too-many" && <p>{words.tooMany}</p>}
      {heard && <p>{words.next[heard]}</p>}
      {(said === null || said === "unclear") && (
        <DoorTaps placeId={place.placeId} doorKey={doorKey} query={query} language={language} />
      )}
      <p className="actions">
        {heard !== "got-in" && (
          <a className="main" href={`/?${query}`}>
            {words.others}
          </a>
        )}
        {place.phone && heard !== "got-in" && (
          <a className="call" href={dial(place.phone)}>
            {placeWords[language].call(place.phone)}
          </a>
        )}
      </p>
      <p className="back">
        <a href={`/places/${place.placeId}?${query}`}>{words.back}</a>
      </p>
    </Page>
  );
}
