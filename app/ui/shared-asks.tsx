/** What families let the members of a group read, and whom to tell what one could do. */
import type { SharedAsk } from "~/domain/desk";
import { askKindWords } from "~/text/ask-kinds";
import { deskWords } from "~/text/desk";
import { capital, clockOf, sayList } from "~/text/say";
import { whoWords } from "~/ui/desk-line";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";

type SharedProps = Omit<GroupPageProps, "children"> & {
  timeZone: string;
  coordinators: string[];
  asks: SharedAsk[];
  now: Date;
};

export function SharedAsks(page: SharedProps) {
  const { language, asks, coordinators, timeZone, now } = page;
  const words = deskWords[language];
  const clock = clockOf(language, timeZone);
  return (
    <GroupPage {...page}>
      <h1>{words.sharedTitle}</h1>
      <p>{asks.length === 0 ? words.sharedNone : words.sharedHint}</p>
      <ul className="desk-lines">
        {asks.map((ask) => (
          <li key={ask.askId} className="line">
            <h2>{whoWords(ask, language)}</h2>
            <p>
              <strong>
                {capital(
                  sayList(
                    ask.kinds.map((kind) => askKindWords[language].kinds[kind]),
                    language,
                  ),
                )}
                .
              </strong>{" "}
              {ask.area === null ? words.noArea : `${words.from(ask.area)}.`}
            </p>
            {ask.words !== null && <blockquote lang={ask.language}>{ask.words}</blockquote>}
            <p className="small">
              {words.asked(clock.at(ask.askedAt.getTime() / 1000, now.getTime() / 1000))} ·{" "}
              {ask.who === null ? words.nobodyHasIt : words.whoHasIt(ask.who)}
            </p>
          </li>
        ))}
      </ul>
      {asks.length > 0 && <p>{words.sharedHelp(sayList(coordinators, language, "or"))}</p>}
    </GroupPage>
  );
}
