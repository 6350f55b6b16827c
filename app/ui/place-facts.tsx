/** What is known of a place whatever is asked: its name, what it is, where it stands, and its hours tonight. */
import type { HoursLine } from "~/domain/hours/hours-tonight";
import type { PublicPlace } from "~/domain/tonight";
import { hoursSentence } from "~/text/hours";
import { wordsIn, type Language } from "~/text/language";
import { openingWords } from "~/text/opening";
import { placeWords } from "~/text/place";
import { capital } from "~/text/say";
import { KindMark } from "~/ui/kind-mark";
import type { Telling } from "~/ui/telling";

type PlaceTitleProps = {
  place: Pick<PublicPlace, "kind" | "name" | "organization" | "about" | "site">;
  language: Language;
  as?: "h1" | "h3";
};

export function PlaceTitle({ place, language, as: Heading = "h1" }: PlaceTitleProps) {
  const words = placeWords[language];
  const { address, city, zip, approximate } = place.site;
  return (
    <>
      <Heading className="place-name">
        <KindMark kind={place.kind} /> {place.name}
      </Heading>
      <p>
        {capital(openingWords[language].kinds[place.kind])}. {words.by(place.organization)}.
      </p>
      {place.about && <p>{wordsIn(place.about, language)}</p>}
      {address && <address>{[address, city, zip].filter(Boolean).join(", ")}</address>}
      {approximate && <p className="small">{words.approximate}</p>}
    </>
  );
}

type HoursTonightProps = {
  hours: HoursLine[];
  telling: Pick<Telling, "now" | "from" | "clock" | "language">;
};

export function HoursTonight({ hours, telling }: HoursTonightProps) {
  const sentences = hours.map((line) => hoursSentence(line, telling));
  return (
    <ul className="plain">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
