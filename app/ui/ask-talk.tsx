/** The conversation with a family, answers that take one tap, and words of one's own. */
import { GROUP_QUICK, type AskMessage } from "~/domain/ask";
import { askKindWords, quickSentence } from "~/text/ask-kinds";
import { askPageWords } from "~/text/ask-page";
import { isLanguage, type Language } from "~/text/language";
import { Said, type AskPart } from "~/ui/ask-page";

export function AskTalk({ part }: { part: AskPart }) {
  const { ask, language } = part;
  const words = askPageWords[language];
  return (
    <section id="talk" aria-labelledby="talk-title">
      <h2 id="talk-title">{words.talkTitle}</h2>
      <Said part={part} of={["say"]} />
      <ol className="talk" data-part="talk">
        {ask.messages.length === 0 && <li className="small">{words.noTalk}</li>}
        {ask.messages.map((message) => (
          <Message key={message.messageId} message={message} part={part} />
        ))}
      </ol>
      {ask.closedAt === null && <Write part={part} />}
    </section>
  );
}

function Message({ message, part }: { message: AskMessage; part: AskPart }) {
  const { language, telling, ask, now } = part;
  const words = askPageWords[language];
  const { from, name, said, quick, messageId } = message;
  const at = telling.clock.at(message.at.getTime() / 1000, now.getTime() / 1000);
  const theirs = familyLanguage(ask.language);
  const isLast = ask.messages.findLast((each) => each.from === "group")?.messageId === messageId;
  return (
    <li className={from}>
      <small>{words.written(from === "seeker" ? words.family : (name ?? ""), at)}</small>
      {said !== null && <p lang={message.language === language ? undefined : message.language}>{said}</p>}
      {quick !== null && <p>{quickSentence(quick, language)}</p>}
      {quick !== null && from === "group" && theirs !== language && (
        <small lang={theirs}>{quickSentence(quick, theirs)}</small>
      )}
      {isLast && <small>{ask.seekerSeen >= messageId ? words.seen : words.notSeen}</small>}
    </li>
  );
}

function Write({ part }: { part: AskPart }) {
  const { base, keys, language, ask, typed } = part;
  const words = askPageWords[language];
  const theirs = familyLanguage(ask.language);
  return (
    <form method="post" action={`${base}/say`}>
      <input type="hidden" name="key" value={keys.say} />
      <fieldset>
        <legend>{words.quickTitle}</legend>
        {theirs !== language && <p className="small">{words.quickHint}</p>}
        <div className="quick">
          {GROUP_QUICK.map((quick) => (
            <button key={quick} name="quick" value={quick}>
              <span>{askKindWords[language].group[quick]}</span>
              {theirs !== language && <small lang={theirs}>{askKindWords[theirs].group[quick]}</small>}
            </button>
          ))}
        </div>
      </fieldset>
      <label htmlFor="said">{words.writeTitle}</label>
      <span id="said-hint" className="hint">
        {words.writeHint(theirs === language)}
      </span>
      <textarea id="said" name="said" aria-describedby="said-hint" defaultValue={typed.said} data-keep="" />
      <button className="main">{words.send}</button>
    </form>
  );
}

/** What their quick sentences are read in. */
export function familyLanguage(code: string): Language {
  return isLanguage(code) ? code : "en";
}
