/** What the group has done so far, and what both sides wrote. The small script puts a newer one in its place. */
import type { Ask, AskMessage } from "~/domain/ask";
import { quickSentence } from "~/text/ask-kinds";
import type { Language } from "~/text/language";
import { ownAskWords } from "~/text/own-ask";
import { clockOf, type Clock } from "~/text/say";
import { Dialled } from "~/ui/dialled";
import type { OwnAskPageProps } from "~/ui/own-ask-page";

type StandingProps = Pick<OwnAskPageProps, "language" | "ask" | "news">;
type TalkProps = StandingProps & Pick<OwnAskPageProps, "region" | "now">;

export function Talk({ language, region, ask, news, now }: TalkProps) {
  const words = ownAskWords[language];
  const clock = clockOf(language, region?.timeZone ?? "UTC");
  const last = ask.messages.findLast(({ from }) => from === "seeker");
  return (
    <div data-talk={news}>
      <h2>{words.talkTitle}</h2>
      <p className="unsent caution" role="status" data-news data-new={words.news} />
      {ask.messages.length === 0 && <p>{words.noTalk}</p>}
      <ol className="talk">
        {ask.messages.map((message) => (
          <Message
            key={message.messageId}
            {...{ language, ask, message, clock, now }}
            isLast={message === last}
          />
        ))}
      </ol>
      <p className="actions">
        <a href="/ask">{words.refresh}</a>
      </p>
    </div>
  );
}

/** What happens now, and whom to call beside it. */
export function Standing({ language, ask, news }: StandingProps) {
  const words = ownAskWords[language];
  if (ask.closedAs) {
    return (
      <p data-talk={news}>
        {words.over[ask.closedAs][1]} {words.writeAgain}
      </p>
    );
  }
  return (
    <div data-talk={news}>
      <p>
        {standingWords(ask, language)} {ask.who && words.hasIt(ask.who)}
      </p>
      <p>
        <Dialled words={words.meanwhile} phone="911" />
      </p>
    </div>
  );
}

function standingWords({ waitsSince, isRead, group }: Ask, language: Language): string {
  const words = ownAskWords[language];
  if (waitsSince === null) return words.answered;
  return isRead ? words.read(group) : words.waits(group);
}

type MessageProps = Pick<TalkProps, "language" | "ask" | "now"> & {
  message: AskMessage;
  clock: Clock;
  /** The family's newest: with it all before it was seen, or not. */
  isLast: boolean;
};

function Message({ language, ask, message, clock, now, isLast }: MessageProps) {
  const words = ownAskWords[language];
  const { from, name, said, quick, messageId, at } = message;
  const who = from === "seeker" ? words.you : words.them(name ?? words.somebody, ask.group);
  const seen = messageId <= ask.groupSeen ? words.seen : words.notSeen;
  return (
    <li className={from}>
      <small>
        <strong>{who}</strong> · {clock.at(at.getTime() / 1000, now)}
      </small>
      {said === null ? (
        <p>{quickSentence(quick ?? "", language)}</p>
      ) : (
        <p className="as-written" lang={message.language === language ? undefined : message.language}>
          {said}
        </p>
      )}
      {isLast && <small>{seen}</small>}
    </li>
  );
}
