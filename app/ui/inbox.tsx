/** The inbox of a place: who asks, who is on the way, and quietly who was. */
import { inboxOf, type Note } from "~/domain/inbox";
import type { EpochSeconds } from "~/domain/journey";
import type { StaffPlace } from "~/domain/staff";
import { partySentence } from "~/text/answer";
import { inboxWords } from "~/text/inbox";
import { afterWords } from "~/text/inbox-after";
import { phoneWords } from "~/text/inbox-phone";
import type { Language } from "~/text/language";
import type { Clock } from "~/text/say";
import { HoldCard, type ShownHold, type Takes } from "~/ui/inbox-hold";
import { OverCard } from "~/ui/inbox-over";
import { OpenPage } from "~/ui/open-page";
import { StaffPage } from "~/ui/staff-page";
import { staffWords } from "~/text/staff";

export type InboxProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  holds: ShownHold[];
  takes: Takes;
  /** The hold that was just changed, as long as it is as that change left it. */
  savedId: string | null;
  note: Note | null;
  /** How many more are in its pool than there is room. */
  overBy: number;
  /** Its own address, and how it was told: it is asked for anew while it is open. */
  page: string;
  told: string;
  now: EpochSeconds;
  clock: Clock;
};

export function Inbox({ savedId, note, overBy, page, told, ...inbox }: InboxProps) {
  const { language, name, place, holds, now, clock } = inbox;
  const words = inboxWords[language];
  const { asks, coming, over } = inboxOf(holds);
  const saved = holds.find(({ holdId }) => holdId === savedId);
  const board = `/staff/places/${place.placeId}`;
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href={board}>{place.name}</a>
      </p>
      <h1>{words.title}</h1>
      <OpenPage language={language} stream={`${board}/holds/live`} page={page} told={told} isSignedIn />
      <div data-part="inbox">
        {saved && <Saved hold={saved} note={note} overBy={overBy} language={language} clock={clock} />}
        <p className="small">
          {words.asOf(clock.departs(now))} <a href={`${board}/holds`}>{words.lookAgain}</a>
        </p>
        <p className="actions">
          <a href={`${board}/holds/phone`}>{phoneWords[language].title}</a>
        </p>
        {asks.length + coming.length === 0 && <p className="summary">{words.nobody}</p>}
        <Standing {...inbox} title={words.asksTitle} holds={asks} />
        <Standing {...inbox} title={words.comingTitle} holds={coming} />
        {over.length > 0 && (
          <section className="over" aria-labelledby="over">
            <h2 id="over">{words.overTitle}</h2>
            {over.map((hold) => (
              <OverCard key={hold.holdId} hold={hold} {...inbox} />
            ))}
          </section>
        )}
      </div>
    </StaffPage>
  );
}

type StandingProps = Omit<InboxProps, "savedId" | "note" | "overBy" | "page" | "told"> & { title: string };

function Standing({ title, holds, ...inbox }: StandingProps) {
  if (holds.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>
        {title}: {holds.length}
      </h2>
      {holds.map((hold) => (
        <HoldCard key={hold.holdId} hold={hold} {...inbox} />
      ))}
    </section>
  );
}

type SavedProps = Pick<InboxProps, "language" | "clock" | "note" | "overBy"> & { hold: ShownHold };

function Saved({ hold, note, overBy, language, clock }: SavedProps) {
  const words = inboxWords[language];
  const isHeld = hold.state === "held";
  const done = hold.state as keyof typeof words.saved;
  if (!isHeld && !(done in words.saved)) return null;
  return (
    <div className="box" role="status">
      <p>
        <strong>
          {isHeld ? words.savedUntil(clock.until(hold.until.getTime() / 1000)) : words.saved[done]}
        </strong>
      </p>
      {note && <p>{afterWords[language].notes[note]}</p>}
      {hold.party && <p>{partySentence(hold.party, language)}.</p>}
      {hold.state === "arrived" && overBy > 0 && (
        <p className="problem">
          <strong>{staffWords[language].over(overBy)}.</strong> {staffWords[language].overHint}
        </p>
      )}
    </div>
  );
}
