/** Places that may take the family of an ask tonight, why, the way there, and the words to tell them with one tap. */
import type { Suggestions } from "~/domain/desk";
import { ONE_ADULT } from "~/domain/party";
import { searchQuery } from "~/domain/search";
import type { Option } from "~/domain/tonight";
import { partySentence } from "~/text/answer";
import { fitSentence, lawSentence } from "~/text/fit";
import { openingWords } from "~/text/opening";
import { dial } from "~/text/say";
import { readySentence, suggestionWords } from "~/text/suggestion";
import type { AskPart } from "~/ui/ask-page";
import { familyLanguage } from "~/ui/ask-talk";
import { Counts, OpeningLine } from "~/ui/counts";
import { Field } from "~/ui/field";
import { LeaveLine } from "~/ui/leave";
import { tellingOf, type Telling } from "~/ui/telling";

type Places = Extract<Suggestions, { kind: "places" }>;

export function AskPlaces({ part }: { part: AskPart }) {
  const { language, suggestions, base, typed } = part;
  const words = suggestionWords[language];
  return (
    <section id="places" className="pool" aria-labelledby="places-title">
      <h2 id="places-title">{words.title}</h2>
      {suggestions?.kind === "places" && <Found places={suggestions} part={part} />}
      {suggestions?.kind === "not-known" && <p role="status">{words.notKnown(suggestions.typed)}</p>}
      {suggestions?.kind === "no-area" && <p>{words.noArea}</p>}
      <form method="post" action={`${base}/places`}>
        {suggestions?.kind === "several" && (
          <fieldset>
            <legend>{words.several}</legend>
            <div className="quick">
              {suggestions.choices.map((choice) => (
                <button key={choice} name="choice" value={choice}>
                  {choice}
                </button>
              ))}
            </div>
          </fieldset>
        )}
        <Field name="from" value={typed.from} label={words.label} hint={words.hint} autoComplete="off" />
        <button>{words.search}</button>
      </form>
    </section>
  );
}

function Found({ places, part }: { places: Places; part: AskPart }) {
  const { language, region, ask, keys } = part;
  const words = suggestionWords[language];
  const party = places.party ?? ONE_ADULT;
  const telling = tellingOf(language, region, { ...places, party });
  const who = places.party ? partySentence(party, language) : words.oneAdult;
  const theirs = tellingOf(familyLanguage(ask.language), region, { ...places, party });
  const query = searchQuery({ where: places.where, region: places.region, party, when: { kind: "now" } });
  return (
    <>
      <p role="status">{words.from(places.where, who)}</p>
      {places.options.length === 0 && <p>{words.none}</p>}
      <ul className="desk-lines">
        {places.options.map((option, index) => (
          <Place
            key={option.place.placeId}
            option={option}
            telling={telling}
            theirs={theirs}
            part={part}
            href={`/places/${option.place.placeId}?${query}`}
            formKey={keys.tell[index] ?? keys.say}
          />
        ))}
      </ul>
    </>
  );
}

type PlaceProps = {
  option: Option;
  telling: Telling;
  theirs: Telling;
  part: AskPart;
  href: string;
  formKey: string;
};

function Place({ option, telling, theirs, part, href, formKey }: PlaceProps) {
  const { language } = telling;
  const words = suggestionWords[language];
  const { place, fit, best } = option;
  const said = readySentence(option, theirs);
  const title = `place-${place.placeId}`;
  return (
    <li className="line">
      <h3 id={title}>
        {place.name} <small>{openingWords[language].kinds[place.kind]}</small>
      </h3>
      <p>
        {fitSentence(fit, telling.party, language, 2)} {lawSentence(fit, language)}
      </p>
      <Counts counts={option.counts.slice(0, 1)} telling={telling} opening={option.opening} />
      <OpeningLine option={option} telling={telling} />
      {best && <LeaveLine journey={best} telling={telling} />}
      <p className="apart">
        {place.phone && <a href={dial(place.phone)}>{place.phone}</a>}{" "}
        <a href={href} aria-describedby={title}>
          {words.way}
        </a>
      </p>
      <details>
        <summary>{words.tell(place.name)}</summary>
        <p lang={theirs.language}>{said}</p>
        <form method="post" action={`${part.base}/say`}>
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="said" value={said} />
          <input type="hidden" name="language" value={theirs.language} />
          <button aria-describedby={title}>{words.send}</button>
        </form>
      </details>
    </li>
  );
}
