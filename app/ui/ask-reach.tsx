/** How to reach a family, first of all how not; and what it wrote. */
import { askPageWords } from "~/text/ask-page";
import { dial } from "~/text/say";
import type { AskPart } from "~/ui/ask-page";

export function AskReach({ part: { ask, language } }: { part: AskPart }) {
  const words = askPageWords[language];
  const { avoid, contact, reach } = ask;
  return (
    <section className="pool" aria-labelledby="reach" data-part="reach">
      <h2 id="reach">{words.reachTitle}</h2>
      {avoid !== null && <p className="caution">{words.avoid(avoid)}</p>}
      {contact === null ? (
        <p>{words.noContact}</p>
      ) : (
        <p className="contact">
          {words.contact} <Contact contact={contact} isSafe={avoid === null} />
        </p>
      )}
      {contact !== null && avoid !== null && <p className="small">{words.askFirst}</p>}
      {reach !== null && <p>{words.reach(reach)}</p>}
      <h3>{words.theirWords}</h3>
      {ask.words === null ? <p>{words.noWords}</p> : <blockquote lang={ask.language}>{ask.words}</blockquote>}
      <p className="small">{ask.isShared ? words.sharedWithMembers : words.onlyYou}</p>
    </section>
  );
}

/** A slip of the thumb must not call who asked not to be called. */
function Contact({ contact, isSafe }: { contact: string; isSafe: boolean }) {
  const isPhone = /^[\d\s()+.-]{7,}$/.test(contact);
  if (isPhone && isSafe) return <a href={dial(contact)}>{contact}</a>;
  return <b>{contact}</b>;
}
