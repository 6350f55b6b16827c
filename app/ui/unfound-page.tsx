/** When the words named no one point: choose, look elsewhere, or type it another way. */
import type { Region } from "~/domain/region";
import { searchQuery, type Search, type Typed } from "~/domain/search";
import type { Where } from "~/domain/where/where";
import { answerWords } from "~/text/answer";
import type { Language } from "~/text/language";
import { Page } from "~/ui/page";
import { SearchForm } from "~/ui/search-form";

type Unfound = Exclude<Where, { kind: "found" }>;

type UnfoundPageProps = {
  language: Language;
  region: Region | null;
  where: Where;
  search: Search;
  typed: Typed;
};

export function UnfoundPage({ language, region, where, search, typed }: UnfoundPageProps) {
  return (
    <Page language={language} region={region}>
      {where.kind !== "found" && <Outcome language={language} where={where} search={search} />}
      <SearchForm language={language} typed={typed} />
    </Page>
  );
}

function Outcome({ language, where, search }: { language: Language; where: Unfound; search: Search }) {
  const words = answerWords[language];
  switch (where.kind) {
    case "several":
      return (
        <>
          <h1>{words.severalTitle}</h1>
          <ul className="choices">
            {where.choices.map((choice) => (
              <li key={choice.words}>
                <a href={`/?${searchQuery({ ...search, where: choice.words })}`}>{choice.words}</a>
              </li>
            ))}
          </ul>
        </>
      );
    case "outside":
      return (
        <>
          <h1>{words.outsideTitle}</h1>
          <p>{where.nearest ? words.outside(where.nearest.name, where.nearest.miles) : words.outsideAll}</p>
        </>
      );
    case "not-found":
      return (
        <>
          <h1>{words.notFoundTitle}</h1>
          <p>{words.notFound}</p>
        </>
      );
  }
}
