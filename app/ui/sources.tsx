/** Where each stated fact comes from, and from when it is. */
import type { PublicPlace } from "~/domain/tonight";
import type { Language } from "~/text/language";
import { placeWords } from "~/text/place";
import { sourceWords } from "~/text/sample-sources";
import { sayDate } from "~/text/say";

export function Sources({ place, language }: { place: PublicPlace; language: Language }) {
  const words = placeWords[language];
  if (place.facts.length === 0) return null;
  return (
    <details>
      <summary>{words.sources}</summary>
      <ul className="plain">
        {place.facts.map(({ about, source, asOf }) => (
          <li key={`${about} ${source}`}>
            {words.fact(words.about[about], sourceWords(source, language), sayDate(asOf, language))}
          </li>
        ))}
      </ul>
    </details>
  );
}
