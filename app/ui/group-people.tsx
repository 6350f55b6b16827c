/** A group and its people: for its coordinators to change, for its members to see who coordinates, for the operator to decide. */
import type { GroupPerson, GroupSheet } from "~/domain/group";
import { groupWords } from "~/text/group";
import { groupPeopleWords } from "~/text/group-people";
import { groupsWords } from "~/text/groups";
import type { Language } from "~/text/language";
import { ownGroupsWords, type GroupSaid } from "~/text/own-groups";
import { GroupPage } from "~/ui/group-page";
import { InviteToGroup, type InviteToGroupProps } from "~/ui/group-invite";
import { Asking, Person } from "~/ui/group-person";
import { Said } from "~/ui/own-groups";
import { StaffPage } from "~/ui/staff-page";

export type KeyedPerson = Omit<GroupPerson, "since"> & { key: string };
type KeyedGroup = Omit<GroupSheet, "people"> & { people: KeyedPerson[] };

export type GroupPeopleProps = {
  language: Language;
  name: string;
  said: GroupSaid | null;
  group: KeyedGroup;
  formKey: string;
} & Pick<InviteToGroupProps, "typed" | "problems">;

export function GroupPeople(props: GroupPeopleProps) {
  const { language, name, group } = props;
  const isIn = group.people.some(({ personId, entry }) => personId === group.personId && entry === "in");
  if (isIn || !group.decides)
    return (
      <GroupPage language={language} name={name} group={group}>
        <Inside {...props} />
      </GroupPage>
    );
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href="/group">{groupWords[language].mine}</a>
      </p>
      <Inside {...props} />
    </StaffPage>
  );
}

function Inside({ language, said, group, formKey, typed, problems }: GroupPeopleProps) {
  const words = groupPeopleWords[language];
  const { groupId, isCoordinator } = group;
  return (
    <>
      <h1>{group.name}</h1>
      <Said language={language} said={said} />
      <p>{ownGroupsWords[language].states[group.state]}</p>
      {!isCoordinator && <About language={language} group={group} />}
      {group.decides && <Decide language={language} group={group} formKey={formKey} />}
      <People {...{ language, group }} />
      {isCoordinator && (
        <>
          <InviteToGroup {...{ language, groupId, formKey, typed, problems }} />
          <p>
            <a href={`/group/${groupId}/about`}>{words.about}</a>
          </p>
        </>
      )}
      <Leave language={language} group={group} formKey={formKey} />
    </>
  );
}

function About({ language, group }: { language: Language; group: KeyedGroup }) {
  const words = groupsWords[language];
  const { about, zips, region } = group;
  return (
    <>
      {about && <p>{about}</p>}
      <p>{zips.length > 0 ? words.where(zips.join(", ")) : words.everywhere(region)}</p>
    </>
  );
}

function People({ language, group }: { language: Language; group: KeyedGroup }) {
  const words = groupPeopleWords[language];
  const { people, isCoordinator } = group;
  const inside = people.filter(({ entry }) => entry === "in");
  const parts = [
    ["invited", words.invitedTitle, people.filter(({ entry }) => entry === "invited")],
    ["coordinate", words.coordinate, inside.filter(({ role }) => role === "coordinator")],
    ["members", words.members, inside.filter(({ role }) => role === "member")],
  ] as const;
  const asking = people.filter(({ entry }) => entry === "asked");
  return (
    <>
      {isCoordinator && asking.length > 0 && (
        <Asking {...{ language, groupId: group.groupId, people: asking }} />
      )}
      {parts.map(
        ([id, title, those]) =>
          those.length > 0 && (
            <section key={id} className="pool" aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              {id === "coordinate" && isCoordinator && <p>{words.onCallHint}</p>}
              {those.map((person) => (
                <Person key={person.personId} {...{ language, group, person }} />
              ))}
            </section>
          ),
      )}
    </>
  );
}

type FormProps = { language: Language; group: KeyedGroup; formKey: string };

/** The operator's: a group that waits is let in, or one is ended. */
function Decide({ language, group, formKey }: FormProps) {
  const words = groupPeopleWords[language];
  const waits = group.state === "waiting";
  return (
    <section className="pool ask" aria-labelledby="decide">
      <h2 id="decide">{waits ? words.decideTitle : words.endGroup}</h2>
      {waits && <p>{words.decideWhy}</p>}
      <form method="post" action={`/group/${group.groupId}/decide`}>
        <input type="hidden" name="key" value={formKey} />
        {waits && (
          <button className="main" name="say" value="yes">
            {words.open}
          </button>
        )}
        <details>
          <summary>{waits ? words.close : words.endGroup}</summary>
          <p>{words.closeHint}</p>
          <button name="say" value="no">
            {words.closeNow}
          </button>
        </details>
      </form>
    </section>
  );
}

function Leave({ language, group, formKey }: FormProps) {
  const words = groupPeopleWords[language];
  const { groupId, personId, people, decides } = group;
  const own = people.find((person) => person.personId === personId && person.entry === "in");
  // A member is not on the list of people that members see.
  if (!own && decides) return null;
  const others = people.filter(({ role, entry }) => role === "coordinator" && entry === "in").length - 1;
  return (
    <details>
      <summary>{words.leave}</summary>
      {own?.role === "coordinator" && others < 2 ? (
        <p>{words.leaveTooFew}</p>
      ) : (
        <form method="post" action={`/group/${groupId}/people/end`}>
          <input type="hidden" name="key" value={formKey} />
          <p>{words.leaveHint}</p>
          <button name="person" value={personId}>
            {words.leaveNow}
          </button>
        </form>
      )}
    </details>
  );
}
