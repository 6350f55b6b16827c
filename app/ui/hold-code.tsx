/** Five words open a hold on any phone. */
import type { Region } from "~/domain/region";
import type { Language } from "~/text/language";
import { ownHoldWords, type OwnHoldWords } from "~/text/own-hold";
import { Dialled } from "~/ui/dialled";
import { Field } from "~/ui/field";
import { Page } from "~/ui/page";

export type CodeProblem =
  | { kind: keyof OwnHoldWords["codeProblems"] }
  | { kind: "unknown-word"; word: string; nearest: string[] }
  | { kind: "too-many-guesses" };

type HoldCodeProps = {
  language: Language;
  region: Region | null;
  typed: string;
  problem: CodeProblem | null;
};

export function HoldCode({ language, region, typed, problem }: HoldCodeProps) {
  const words = ownHoldWords[language];
  return (
    <Page language={language} region={region}>
      <h1>{words.codeForm}</h1>
      {problem?.kind === "too-many-guesses" && (
        <p className="caution" role="alert">
          <Dialled words={words.tooManyGuesses} phone={null} />
        </p>
      )}
      <form method="post" action="/hold/code">
        <Field
          name="code"
          label={words.codeField}
          hint={words.codeFieldHint}
          value={typed}
          problem={problem && problemWords(problem, words)}
          autoComplete="off"
          enterKeyHint="go"
        />
        <button className="main">{words.open}</button>
      </form>
      <p className="onward">
        <a href="/alert/code">{words.waitWords}</a>
        <a href="/">{words.noWords}</a>
      </p>
    </Page>
  );
}

function problemWords(problem: CodeProblem, words: OwnHoldWords): string | null {
  switch (problem.kind) {
    case "unknown-word":
      return words.unknownWord(problem.word, problem.nearest);
    case "too-many-guesses":
      return null;
    default:
      return words.codeProblems[problem.kind];
  }
}
