/** The buses near any point: a box to type it in, and how well buses serve it. */
import type { AccessFound } from "~/domain/access";
import type { Region } from "~/domain/region";
import type { SearchProblem } from "~/domain/search";
import type { Found, Where } from "~/domain/where/where";
import { accessWords } from "~/text/access";
import { weekWords } from "~/text/access-week";
import { answerWords, whereWords } from "~/text/answer";
import { formWords, problemSentence } from "~/text/form";
import type { Language } from "~/text/language";
import { Page } from "~/ui/page";
import { BusesNear } from "~/ui/week";

export type AccessPageProps = { language: Language; region: Region | null; typed: string } & (
  | { kind: "asking"; problem: SearchProblem | null }
  | { kind: "unfound"; where: Exclude<Where, { kind: "found" }> }
  | { kind: "found"; where: Found; access: AccessFound }
);

export function AccessPage(props: AccessPageProps) {
  const { language, region, typed } = props;
  return (
    <Page language={language} region={region}>
      <Answer {...props} />
      <form method="get" action="/access" className="search" role="search">
        <WhereField
          language={language}
          typed={typed}
          problem={props.kind === "asking" ? props.problem : null}
        />
        <button className="main">{weekWords[language].look}</button>
      </form>
    </Page>
  );
}

function Answer(props: AccessPageProps) {
  const { language } = props;
  switch (props.kind) {
    case "asking":
      return (
        <>
          <h1>{weekWords[language].any}</h1>
          <p>{weekWords[language].why}</p>
        </>
      );
    case "unfound":
      return <Unfound where={props.where} language={language} />;
    case "found":
      return (
        <>
          <h1>{accessWords[language].titleOf(whereWords(props.where, language))}</h1>
          <BusesNear found={props.access} language={language} />
          <h2>{weekWords[language].elsewhere}</h2>
        </>
      );
  }
}

function Unfound({ where, language }: { where: Exclude<Where, { kind: "found" }>; language: Language }) {
  const words = answerWords[language];
  if (where.kind === "several") {
    return (
      <>
        <h1>{words.severalTitle}</h1>
        <ul className="choices">
          {where.choices.map(({ words: choice }) => (
            <li key={choice}>
              <a href={`/access?${new URLSearchParams({ where: choice })}`}>{choice}</a>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const isOutside = where.kind === "outside";
  const outside =
    isOutside && where.nearest ? words.outside(where.nearest.name, where.nearest.miles) : words.outsideAll;
  return (
    <>
      <h1>{isOutside ? words.outsideTitle : words.notFoundTitle}</h1>
      <p>{isOutside ? outside : words.notFound}</p>
    </>
  );
}

type WhereFieldProps = { language: Language; typed: string; problem: SearchProblem | null };

function WhereField({ language, typed, problem }: WhereFieldProps) {
  const words = formWords[language];
  return (
    <div className={problem ? "field mend" : "field"}>
      <label htmlFor="where">{words.where}</label>
      <span id="where-hint" className="hint">
        {words.whereHint}
      </span>
      {problem && (
        <strong id="where-problem" className="problem">
          {problemSentence(words, problem)}
        </strong>
      )}
      <input
        id="where"
        name="where"
        defaultValue={typed}
        autoComplete="off"
        enterKeyHint="go"
        aria-describedby={problem ? "where-hint where-problem" : "where-hint"}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}
