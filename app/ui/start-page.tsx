/** The first visit: the form itself, and what it asks for again where something could not be read. */
import type { Region } from "~/domain/region";
import type { SearchProblem, Typed } from "~/domain/search";
import { formWords, problemSentence } from "~/text/form";
import { holdWords } from "~/text/hold";
import type { Language } from "~/text/language";
import { ownAskWords } from "~/text/own-ask";
import { pageWords } from "~/text/page";
import { Page } from "~/ui/page";
import { SearchForm } from "~/ui/search-form";

type StartPageProps = {
  language: Language;
  region: Region | null;
  typed: Typed;
  problems: SearchProblem[];
  begins: boolean;
};

// A region comes with a link, animals are a group of boxes: where to go to mend them.
const BOX_OF: Partial<Record<SearchProblem["field"], string>> = { region: "where", pets: "pets" };

export function StartPage({ language, region, typed, problems, begins }: StartPageProps) {
  return (
    <Page language={language} region={region}>
      <h1>{problems.length > 0 ? formWords[language].mendTitle : pageWords[language].tagline}</h1>
      {problems.length > 0 && (
        <ul className="plain">
          {problems.map((problem) => (
            <li key={problem.field}>
              <a href={`#${BOX_OF[problem.field] ?? problem.field}`}>
                {problemSentence(formWords[language], problem)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <SearchForm language={language} typed={typed} problems={problems} begins={begins} />
      <p className="onward">
        <a href={begins ? "/hold/code?begin=1" : "/hold/code"}>{holdWords[language].openCode}</a>
      </p>
      <p className="onward">
        <a href={begins ? "/ask/code?begin=1" : "/ask/code"}>{ownAskWords[language].codeForm}</a>
      </p>
    </Page>
  );
}
