/** Five words open an ask on any phone. */
import type { Region } from "~/domain/region";
import type { Language } from "~/text/language";
import { ownAskWords, type OwnAskWords } from "~/text/own-ask";
import { ownHoldWords } from "~/text/own-hold";
import { Dialled } from "~/ui/dialled";
import { Field } from "~/ui/field";
import { Page } from "~/ui/page";

export type AskCodeProblem =
  | { kind: keyof OwnAskWords["codeProblems"] }
  | { kind: "unknown-word"; word: string; nearest: string[] }
  | { kind: "too-many-guesses" };

type OwnAskCodeProps = {
  language: Language;
  region: Region | null;
  typed: string;
  problem: AskCodeProblem | null;
};

export function OwnAskCode({ language, region, typed, problem }: OwnAskCodeProps) {
  const words = ownAskWords[language];
  return (
    <Page language={language} region={region}>
      <h1>{words.codeFormTitle}</h1>
      {problem?.kind === "too-many-guesses" && (
        <p className="caution" role="alert">
          <Dialled words={words.tooManyGuesses} phone={null} />
        </p>
      )}
      <form method="post" action="/ask/code" autoComplete="off">
        <Field
          name="code"
          label={words.code}
          hint={words.codeFieldHint}
          value={typed}
          problem={problem && problemWords(problem, language)}
          autoComplete="off"
          enterKeyHint="go"
        />
        <button className="main">{words.open}</button>
      </form>
      <h2>{words.noAsk}</h2>
      <p className="actions">
        <a href="/ask/new">{words.askNew}</a>
      </p>
    </Page>
  );
}

function problemWords(problem: AskCodeProblem, language: Language): string | null {
  switch (problem.kind) {
    case "unknown-word":
      return ownHoldWords[language].unknownWord(problem.word, problem.nearest);
    case "too-many-guesses":
      return null;
    default:
      return ownAskWords[language].codeProblems[problem.kind];
  }
}
