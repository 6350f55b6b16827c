/** What coordinators do with an ask among themselves: the same family's other asks, notes, hand over, end, the log. */
import type { AskEvent } from "~/domain/desk";
import { askPageWords, type AskPageWords } from "~/text/ask-page";
import { Said, type AskPart } from "~/ui/ask-page";
import { stateWords, whoWords } from "~/ui/desk-line";

type PartProps = { part: AskPart };

export function AskAlike({ part }: PartProps) {
  const { ask, order, language, telling, keys, base, group } = part;
  const words = askPageWords[language];
  const alike = [...order.waiting, ...order.answered].filter(({ askId }) => ask.like.includes(askId));
  if (alike.length === 0 || ask.closedAt !== null) return null;
  return (
    <section className="pool" aria-labelledby="alike">
      <h2 id="alike">{words.alikeTitle}</h2>
      <p>{words.alikeHint}</p>
      {alike.map((line) => (
        <div key={line.askId} className="was">
          <p id={`alike-${line.askId}`}>
            {whoWords(line, language)}. {stateWords(line, telling)}.{" "}
          </p>
          <p>
            <a href={`/group/${group.groupId}/asks/${line.askId}`} aria-describedby={`alike-${line.askId}`}>
              {words.look}
            </a>
          </p>
          <form method="post" action={`${base}/end`}>
            <input type="hidden" name="key" value={keys.alike} />
            <input type="hidden" name="as" value="duplicate" />
            <button name="of" value={line.askId} aria-describedby={`alike-${line.askId}`}>
              {words.closeAlike}
            </button>
          </form>
        </div>
      ))}
    </section>
  );
}

export function AskNotes({ part }: PartProps) {
  const { ask, language, telling, keys, base, typed, now } = part;
  const words = askPageWords[language];
  return (
    <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{words.notesTitle}</h2>
      <p className="small">{words.notesHint}</p>
      <Said part={part} of={["note"]} />
      <ul className="talk" data-part="notes">
        {ask.notes.map((note) => (
          <li key={note.at.getTime()}>
            <small>
              {words.written(note.name, telling.clock.at(note.at.getTime() / 1000, now.getTime() / 1000))}
            </small>
            <p>{note.words}</p>
          </li>
        ))}
      </ul>
      <form method="post" action={`${base}/note`}>
        <input type="hidden" name="key" value={keys.note} />
        <label htmlFor="note">{words.noteLabel}</label>
        <textarea id="note" name="note" defaultValue={typed.note} data-keep="" />
        <button>{words.keepNote}</button>
      </form>
    </section>
  );
}

export function AskHand({ part }: PartProps) {
  const { ask, language, keys, base, problem } = part;
  const words = askPageWords[language];
  const others = ask.coordinators.filter(({ personId }) => personId !== ask.who?.personId);
  if (ask.closedAt !== null) return null;
  return (
    <details open={problem?.change === "hand"}>
      <summary>{words.handTitle}</summary>
      <form method="post" action={`${base}/hand`} className="edit">
        <input type="hidden" name="key" value={keys.hand} />
        <label htmlFor="to">{words.handTo}</label>
        <select id="to" name="to">
          {others.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </select>
        <button>{words.hand}</button>
      </form>
      {ask.who !== null && (
        <form method="post" action={`${base}/hand`}>
          <input type="hidden" name="key" value={keys.letGo} />
          <button name="let-go" value="1">
            {words.letGo}
          </button>
        </form>
      )}
    </details>
  );
}

const ENDS = ["helped", "elsewhere", "no-contact"] as const;

export function AskEnd({ part }: PartProps) {
  const { ask, language, keys, base } = part;
  const words = askPageWords[language];
  if (ask.closedAt !== null)
    return (
      <form method="post" action={`${base}/end`}>
        <input type="hidden" name="key" value={keys.end} />
        <button className="main" name="as" value="open">
          {words.openAgain}
        </button>
      </form>
    );
  return (
    <details>
      <summary>{words.endTitle}</summary>
      <p>{words.endHint}</p>
      <form method="post" action={`${base}/end`} className="taps">
        <input type="hidden" name="key" value={keys.end} />
        {ENDS.map((as) => (
          <button key={as} name="as" value={as}>
            {words.endAs[as]}
          </button>
        ))}
      </form>
    </details>
  );
}

export function AskLog({ part }: PartProps) {
  const { ask, language, telling, now } = part;
  const words = askPageWords[language];
  return (
    <details>
      <summary>{words.logTitle}</summary>
      <ul className="log" data-part="log">
        {ask.events.map((event, index) => (
          <li key={index}>
            {eventWords(event, telling.clock.at(event.at.getTime() / 1000, now.getTime() / 1000), words)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function eventWords({ what, name }: AskEvent, at: string, words: AskPageWords): string {
  if (name !== null) return words.event(name, words.events[what], at);
  const alone = what === "closed" || what === "reopened" ? words.byFamily[what] : words.events[what];
  return words.eventAlone(alone, at);
}
