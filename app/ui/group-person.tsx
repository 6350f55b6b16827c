/** One person of a group, and what its coordinators may change about them; those who ask to come in. */
import type { GroupPerson, GroupSheet } from "~/domain/group";
import { groupPeopleWords } from "~/text/group-people";
import type { Language } from "~/text/language";

type Keyed = Omit<GroupPerson, "since"> & { key: string };
type Of = Pick<GroupSheet, "groupId" | "isCoordinator" | "personId">;

type AskingProps = { language: Language; groupId: number; people: Keyed[] };

export function Asking({ language, groupId, people }: AskingProps) {
  const words = groupPeopleWords[language];
  return (
    <section id="asking" className="pool ask" aria-labelledby="asking-title">
      <h2 id="asking-title">{words.askToJoin}</h2>
      {people.map(({ personId, name, email, words: said, key }) => (
        <div key={personId} className="was">
          <h3>{name}</h3>
          <p className="contact">{email}</p>
          {said && <p>{said}</p>}
          <form className="taps" method="post" action={`/group/${groupId}/people/answer`}>
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="person" value={personId} />
            <button name="say" value="yes">
              {words.letIn(name)}
            </button>
            <button name="say" value="no">
              {words.turnDown(name)}
            </button>
          </form>
        </div>
      ))}
    </section>
  );
}

type PersonProps = { language: Language; group: Of; person: Keyed };

export function Person({ language, group, person }: PersonProps) {
  const words = groupPeopleWords[language];
  const isYou = person.personId === group.personId;
  const said = [isYou && words.you, person.isOnCall && words.onCall, person.email].filter(Boolean);
  return (
    <div className="was">
      <h3>{person.name}</h3>
      {said.length > 0 && <p className="contact">{said.join(", ")}</p>}
      {group.isCoordinator &&
        (person.entry === "invited" ? (
          <End {...{ language, group, person }} label={words.takeInvitationBack(person.name)} />
        ) : (
          <Changes {...{ language, group, person }} />
        ))}
    </div>
  );
}

function Changes({ language, group, person }: PersonProps) {
  const words = groupPeopleWords[language];
  const { name, role, isOnCall, key, personId } = person;
  const coordinates = role === "coordinator";
  return (
    <details>
      <summary>{words.change(name)}</summary>
      {!coordinates && <p>{words.makeCoordinatorHint}</p>}
      <form className="taps" method="post" action={`/group/${group.groupId}/people/role`}>
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="person" value={personId} />
        {coordinates && (
          <button name="to" value={isOnCall ? "coordinator" : "on-call"}>
            {isOnCall ? words.takeOffCall(name) : words.putOnCall(name)}
          </button>
        )}
        <button name="to" value={coordinates ? "member" : "coordinator"}>
          {coordinates ? words.makeMember(name) : words.makeCoordinator(name)}
        </button>
      </form>
      {personId !== group.personId && (
        <details>
          <summary>{words.endAccess(name)}</summary>
          <p>{words.endHint}</p>
          <End {...{ language, group, person }} label={words.endNow(name)} />
        </details>
      )}
    </details>
  );
}

function End({ group, person, label }: PersonProps & { label: string }) {
  return (
    <form method="post" action={`/group/${group.groupId}/people/end`}>
      <input type="hidden" name="key" value={person.key} />
      <button name="person" value={person.personId}>
        {label}
      </button>
    </form>
  );
}
