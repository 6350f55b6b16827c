/** A family's ask as they see it: what happens now, its five words, the conversation, and what they can change. */
import type { Ask } from "~/domain/ask";
import type { OwnAskMend, OwnAskSaid, TooLong, TypedReach } from "~/domain/ask-form";
import type { OwnMatch } from "~/domain/match";
import type { Region } from "~/domain/region";
import { partySentence } from "~/text/answer";
import { askFormWords } from "~/text/ask-form";
import { askKindWords } from "~/text/ask-kinds";
import type { Language } from "~/text/language";
import { ownAskWords } from "~/text/own-ask";
import { capital } from "~/text/say";
import { Dialled } from "~/ui/dialled";
import { OwnMatchBox } from "~/ui/own-match-box";
import { EndAsk, ReachForm, SayForm } from "~/ui/own-ask-forms";
import { Standing, Talk } from "~/ui/own-ask-talk";
import { OwnStays, type OwnStaysProps } from "~/ui/own-stays";
import { Page } from "~/ui/page";
import { PayForward } from "~/ui/pay-forward";

export type OwnAskPageProps = {
  language: Language;
  region: Region | null;
  ask: Ask;
  matches: OwnMatch[];
  /** The five words in the reader's language. */
  code: string[];
  /** Of what the group did, to tell whether there is more. */
  news: string;
  keys: Record<"say" | "quick" | "reach" | "end", string>;
  said: OwnAskSaid | null;
  mend: {
    form: "say" | "reach";
    why: OwnAskMend;
    long: Partial<Record<"said" | "contact" | "reach" | "avoid", TooLong>>;
  } | null;
  /** What is still in the fields. */
  typed: { said: string; reach: TypedReach };
  /** Where they stay through the group, and the search for a home. */
  stays: Pick<OwnStaysProps, "own" | "stayKey" | "told">;
  now: number;
  /** The group they may ask to join; null: not now. */
  joins: number | null;
};

export function OwnAskPage(props: OwnAskPageProps) {
  const { language, region, ask, said, mend } = props;
  const words = ownAskWords[language];
  const hasAnswer = ask.messages.some(({ from }) => from === "group");
  return (
    <Page language={language} region={region}>
      <h1>{ask.closedAs ? words.over[ask.closedAs][0] : words.title(ask.group)}</h1>
      {mend && (
        <p className="caution" role="alert">
          <Dialled words={words.mend[mend.why]} phone={null} />
        </p>
      )}
      {said && !mend && (
        <p className="caution" role="status">
          {words.said[said]}
        </p>
      )}
      <Standing {...props} />
      <OwnMatchBox {...props} />
      <OwnStays {...props} {...props.stays} group={ask.group} />
      {!hasAnswer && <FiveWords {...props} />}
      <Talk {...props} />
      <SayForm {...props} />
      {hasAnswer && <FiveWords {...props} />}
      <Asked {...props} />
      <ReachForm {...props} />
      {ask.closedAt === null && <EndAsk {...props} />}
      <PayForward language={language} group={ask.group} groupId={props.joins} />
      <p className="onward">
        <a href="/ask/new">{words.askNew}</a>
      </p>
      <p className="onward">
        <a href="/">{words.look}</a>
      </p>
      <script type="module" src="/ask.js" />
    </Page>
  );
}

function FiveWords({ language, code }: OwnAskPageProps) {
  const words = ownAskWords[language];
  return (
    <>
      <h2>{words.codeTitle}</h2>
      <ol className="code-words">
        {code.map((word, at) => (
          <li key={at}>{word}</li>
        ))}
      </ol>
      <p>
        {words.codeHint} {words.codeExit}
      </p>
      <p className="small">{words.codeKeep}</p>
    </>
  );
}

/** Folded: whoever looks over a shoulder need not read it. */
function Asked({ language, ask }: OwnAskPageProps) {
  const [words, form] = [ownAskWords[language], askFormWords[language]];
  const kinds = ask.kinds.map((kind) =>
    kind === "unsure" ? form.unsure : capital(askKindWords[language].kinds[kind]),
  );
  return (
    <details className="give-back">
      <summary>{words.askedTitle}</summary>
      <ul className="plain">
        {kinds.map((kind) => (
          <li key={kind}>{kind}</li>
        ))}
      </ul>
      <p>{ask.party ? partySentence(ask.party, language) : form.skipped}</p>
      {ask.area && <p className="as-written">{ask.area}</p>}
      {ask.words && <p className="as-written">{ask.words}</p>}
    </details>
  );
}
