/** What a family can do with its ask: write, say it by one tap, change how to reach them, end it. Plain forms. */
import { SEEKER_QUICK } from "~/domain/ask";
import { askKindWords } from "~/text/ask-kinds";
import { ownAskWords } from "~/text/own-ask";
import type { OwnAskPageProps } from "~/ui/own-ask-page";
import { SafeReach, tooLongWords } from "~/ui/safe-reach";
import { Unsent } from "~/ui/unsent";
import { WordsField } from "~/ui/words-field";

// Names the route of the page itself, not that of a page around it.
const HERE = "/ask?index";

export function SayForm({ language, keys, mend, typed }: OwnAskPageProps) {
  const words = ownAskWords[language];
  const isMended = mend?.form === "say" && mend.why !== "too-many";
  const problem = tooLongWords(mend?.long.said, language) ?? (isMended ? words.mend[mend.why] : null);
  return (
    <form method="post" action={HERE} autoComplete="off" data-ask="keep">
      <input type="hidden" name="do" value="say" />
      <input type="hidden" name="key" value={keys.say} />
      <input type="hidden" name="quick-key" value={keys.quick} />
      <WordsField
        name="said"
        label={words.write}
        hint={words.writeHint}
        value={typed.said}
        problem={problem}
        rows={3}
      />
      <Unsent language={language} />
      <button className="main">{words.send}</button>
      <p className="hint">{words.quickTitle}</p>
      <p className="quick">
        {SEEKER_QUICK.map((quick) => (
          <button key={quick} name="quick" value={quick}>
            {askKindWords[language].seeker[quick].replace(/\.$/, "")}
          </button>
        ))}
      </p>
    </form>
  );
}

export function ReachForm({ language, ask, keys, mend, typed }: OwnAskPageProps) {
  const words = ownAskWords[language];
  if (ask.closedAt !== null && mend?.form !== "reach") return null;
  return (
    <details className="give-back" open={mend?.form === "reach"}>
      <summary>{words.reachTitle}</summary>
      <form method="post" action={HERE} autoComplete="off">
        <input type="hidden" name="do" value="reach" />
        <input type="hidden" name="key" value={keys.reach} />
        <SafeReach language={language} typed={typed.reach} long={mend?.long ?? {}} />
        <button className="main">{words.save}</button>
      </form>
    </details>
  );
}

/** Two taps: the first one may be a slip of a cold finger. */
export function EndAsk({ language, keys }: OwnAskPageProps) {
  const words = ownAskWords[language];
  return (
    <details className="give-back two-taps">
      <summary>{words.endTitle}</summary>
      <form method="post" action={HERE}>
        <input type="hidden" name="do" value="end" />
        <input type="hidden" name="key" value={keys.end} />
        <p>{words.endHint}</p>
        <button name="as" value="helped">
          {words.helped}
        </button>
        <button name="as" value="withdrawn">
          {words.withdrawn}
        </button>
      </form>
    </details>
  );
}
