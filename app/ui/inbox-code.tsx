/** The five words of a hold, large: to be read out to who is on the phone, or at the door. */
import type { Hold } from "~/domain/hold";
import type { StaffPlace } from "~/domain/staff";
import { partySentence } from "~/text/answer";
import { inboxWords } from "~/text/inbox";
import { phoneWords } from "~/text/inbox-phone";
import { OWN_NAMES, type Language } from "~/text/language";
import type { Clock } from "~/text/say";
import type { SaidCode } from "~/ui/inbox-hold";
import { StaffPage } from "~/ui/staff-page";

export type CodePageProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  hold: Hold;
  codes: SaidCode;
  clock: Clock;
};

export function CodePage({ language, name, place, hold, codes, clock }: CodePageProps) {
  const words = phoneWords[language];
  const inbox = inboxWords[language];
  const back = `/staff/places/${place.placeId}/holds`;
  const until = clock.until(hold.until.getTime() / 1000);
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.saysTitle}</h1>
      <p>
        <strong>
          {hold.state !== "held"
            ? inbox.states[hold.state]
            : hold.confirmed
              ? inbox.heldUntil(until)
              : inbox.asksUntil(until)}
        </strong>{" "}
        {hold.party && `${partySentence(hold.party, language)}.`}
      </p>
      {codes.map((code) => (
        <section key={code.language} className="read-out" aria-label={OWN_NAMES[code.language]}>
          <h2 lang={code.language}>{OWN_NAMES[code.language]}</h2>
          <p lang={code.language}>{code.words}</p>
        </section>
      ))}
      <p>{words.saysHint}</p>
      <p className="actions">
        <a href={back}>{words.list}</a> <a href={`${back}/phone`}>{words.another}</a>
      </p>
    </StaffPage>
  );
}
