/** For whom a place is and what to bring, each known thing as one sentence, and what is not known said as such. */
import { PETS, type Pet } from "~/domain/party";
import type { Admits, Place } from "~/domain/place";
import { wordsIn, type Language } from "~/text/language";
import { placeWords, type PlaceWords } from "~/text/place";
import { sayList } from "~/text/say";
import { spokenName } from "~/text/spoken";

type RulesProps = Pick<Place, "rules" | "admits" | "languages"> & { language: Language };

export function Rules({ rules, admits, languages, language }: RulesProps) {
  const words = placeWords[language];
  return (
    <ul className="plain">
      {rules && <li>{wordsIn(rules, language)}</li>}
      {[
        ...whoSentences(admits, words),
        ...(languages
          ? [
              words.speak(
                sayList(
                  languages.map((code) => spokenName(code, language)),
                  language,
                ),
              ),
            ]
          : []),
        ...petSentences(admits, words, language),
        yesNoUnknown(admits.wheelchair, words.wheelchair),
        ...termsSentences(admits, words, language),
      ].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function whoSentences(admits: Admits, words: PlaceWords): string[] {
  const { families, gender, minAge, maxAge } = admits;
  const oneGender = gender === "women" || gender === "men";
  return [
    ...(oneGender && families
      ? [words.withChildren[gender]]
      : [yesNoUnknown(families, words.families), ...(gender === null ? [] : [words.gender[gender]])]),
    ...(minAge === null && maxAge === null ? [] : [words.ages(minAge, maxAge)]),
  ];
}

function petSentences({ pets }: Admits, words: PlaceWords, language: Language): string[] {
  const named = (taken: boolean | null) => PETS.filter((pet: Pet) => pets[pet] === taken);
  const said = (some: Pet[], kind: "and" | "or") =>
    sayList(
      some.map((pet) => words.pets[pet]),
      language,
      kind,
    );
  const [yes, no, unknown] = [named(true), named(false), named(null)];
  return [
    ...(yes.length > 0 ? [words.petsYes(said(yes, "and"))] : []),
    ...(no.length > 0 ? [words.petsNo(said(no, "or"))] : []),
    ...(unknown.length > 0 ? [words.petsUnknown(said(unknown, "or"))] : []),
  ];
}

function termsSentences(admits: Admits, words: PlaceWords, language: Language): string[] {
  const { documents, sobriety, referral, maxStayNights } = admits;
  const papers =
    documents === null
      ? words.documentsUnknown
      : documents.length === 0
        ? words.documentsNone
        : words.documents(
            sayList(
              documents.map((paper) => wordsIn(paper, language)),
              language,
            ),
          );
  return [
    papers,
    ...(sobriety === null ? [] : [sobriety ? words.sobrietyYes : words.sobrietyNo]),
    ...(referral === null ? [] : [referral ? words.referralYes : words.referralNo]),
    ...(maxStayNights === null ? [] : [words.maxStay(maxStayNights)]),
  ];
}

function yesNoUnknown(known: boolean | null, [yes, no, unknown]: string[]): string {
  return known === null ? unknown : known ? yes : no;
}
