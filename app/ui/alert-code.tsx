/** The five words of the mail begin a wait, and open it on any phone. */
import type { Region } from "~/domain/region";
import type { Language } from "~/text/language";
import { ownHoldWords } from "~/text/own-hold";
import { roomAlertWords, type RoomAlertWords } from "~/text/room-alert";
import { Dialled } from "~/ui/dialled";
import { Field } from "~/ui/field";
import { Page } from "~/ui/page";

export type AlertCodeProblem =
  | { kind: keyof RoomAlertWords["codeProblems"] }
  | { kind: "unknown-word"; word: string; nearest: string[] }
  | { kind: "too-many-guesses" };

type AlertCodeProps = {
  language: Language;
  region: Region | null;
  /** A mail was sent just now. */
  isSent: boolean;
  typed: string;
  problem: AlertCodeProblem | null;
};

export function AlertCode({ language, region, isSent, typed, problem }: AlertCodeProps) {
  const words = roomAlertWords[language];
  return (
    <Page language={language} region={region}>
      <h1>{words.codeTitle}</h1>
      {problem?.kind === "too-many-guesses" && (
        <p className="caution" role="alert">
          <Dialled words={words.tooManyGuesses} phone={null} />
        </p>
      )}
      {isSent && <p>{words.sent}</p>}
      <form method="post" action={isSent ? "/alert/code?sent=1" : "/alert/code"}>
        <Field
          name="code"
          label={words.code}
          hint={words.codeHint}
          value={typed}
          problem={problem && problemWords(problem, language)}
          autoComplete="off"
          enterKeyHint="go"
        />
        <button className="main">{words.open}</button>
      </form>
      <p className="onward">
        <a href="/alert/ask">{words.askAnew}</a>
        <a href="/hold/code">{words.holdWords}</a>
        <a href="/">{ownHoldWords[language].noWords}</a>
      </p>
    </Page>
  );
}

function problemWords(problem: AlertCodeProblem, language: Language): string | null {
  switch (problem.kind) {
    case "unknown-word":
      return ownHoldWords[language].unknownWord(problem.word, problem.nearest);
    case "too-many-guesses":
      return null;
    default:
      return roomAlertWords[language].codeProblems[problem.kind];
  }
}
