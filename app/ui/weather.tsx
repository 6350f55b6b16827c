/** The weather line: what it feels like, and the warnings in force. Stands where a paragraph stands. */
import type { Weather } from "~/domain/weather";
import { alertLines, weatherSentence } from "~/text/weather";
import type { Telling } from "~/ui/telling";

export function WeatherLine({ weather, telling }: { weather: Weather; telling: Telling }) {
  const sentence = weatherSentence(weather, telling);
  return (
    <>
      {alertLines(weather, telling).map(({ name, when }) => (
        <p key={name}>
          <b>{name}</b> {when}
        </p>
      ))}
      {sentence && <p>{sentence}</p>}
    </>
  );
}
