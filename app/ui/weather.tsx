/** The weather line: the warnings in force, and what it feels like. Stands where paragraphs stand. */
import { Fragment } from "react";
import type { Weather } from "~/domain/weather";
import { alertLines, weatherSentence } from "~/text/weather";
import type { Telling } from "~/ui/telling";

export function WeatherLine({ weather, telling }: { weather: Weather; telling: Telling }) {
  const alerts = alertLines(weather, telling);
  const sentence = weatherSentence(weather, telling);
  return (
    <>
      {alerts.length > 0 && (
        <p>
          {alerts.map(({ name, in: spoken, when }) => (
            <Fragment key={name}>
              <b lang={spoken === telling.language ? undefined : spoken}>{name}</b>
              {when && ` ${when}`}.{" "}
            </Fragment>
          ))}
        </p>
      )}
      {sentence && <p>{sentence}</p>}
    </>
  );
}
