/** The groups of whoever is signed in: theirs, those that ask them in, those they asked; for the operator those that wait. */
import type { OwnGroup } from "~/domain/group";
import { groupWords } from "~/text/group";
import { groupsWords } from "~/text/groups";
import type { Language } from "~/text/language";
import { ownGroupsWords, type GroupSaid } from "~/text/own-groups";
import { StaffPage } from "~/ui/staff-page";

type Keyed = OwnGroup & { key: string };

export type OwnGroupsProps = {
  language: Language;
  name: string;
  personId: number;
  said: GroupSaid | null;
  /** Whether they keep counts as well. */
  hasPlaces: boolean;
  groups: Keyed[];
};

export function OwnGroups({ language, name, personId, said, hasPlaces, groups }: OwnGroupsProps) {
  const words = ownGroupsWords[language];
  const mine = groups.filter(({ entry }) => entry !== null);
  const toDecide = groups.filter(({ decides }) => decides);
  return (
    <StaffPage language={language} name={name}>
      {hasPlaces && (
        <p className="back">
          <a href="/staff">{words.places}</a>
        </p>
      )}
      <h1>{groupWords[language].mine}</h1>
      <Said language={language} said={said} />
      {toDecide.length > 0 && <ToDecide language={language} groups={toDecide} />}
      {mine.length === 0 && (
        <>
          <p>
            <strong>{words.none}</strong>
          </p>
          <p>{words.noneHow}</p>
        </>
      )}
      {mine.map((group) => (
        <Mine key={group.groupId} {...{ language, group, personId }} />
      ))}
      <p className="choices">
        <a href="/groups">{words.seeGroups}</a>
        <a href="/group/begin">{groupsWords[language].begin}</a>
      </p>
    </StaffPage>
  );
}

/** What a tap has done. */
export function Said({ language, said }: { language: Language; said: GroupSaid | null }) {
  if (said === null) return null;
  return (
    <p role="status">
      <strong>{ownGroupsWords[language].said[said]}</strong>
    </p>
  );
}

function ToDecide({ language, groups }: { language: Language; groups: Keyed[] }) {
  const words = ownGroupsWords[language];
  return (
    <section className="pool ask" aria-labelledby="to-decide">
      <h2 id="to-decide">{words.toDecide}</h2>
      <p>{words.decideHint}</p>
      <ul className="plain">
        {groups.map(({ groupId, name, region }) => (
          <li key={groupId}>
            <a href={`/group/${groupId}`}>
              {name}, {region}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mine({ language, group, personId }: { language: Language; group: Keyed; personId: number }) {
  if (group.entry === "invited") return <Invited language={language} group={group} />;
  if (group.entry === "asked") return <AskedAlready {...{ language, group, personId }} />;
  const words = ownGroupsWords[language];
  const { groupId, name, region, state, role, isOnCall, asking } = group;
  const isCoordinator = role === "coordinator";
  return (
    <section className="pool" aria-label={name}>
      <h2>
        <a href={`/group/${groupId}`}>{name}</a>
      </h2>
      <p>
        {region}. {role && words.youAre[role]} {isOnCall && words.youAreOnCall}
      </p>
      {state !== "open" && <p>{words.states[state]}</p>}
      {asking > 0 && (
        <p>
          <a href={`/group/${groupId}#asking`}>{words.asking(asking)}</a>
        </p>
      )}
      {state === "open" && (
        <p>
          <a href={`/group/${groupId}/${isCoordinator ? "desk" : "shared"}`}>
            {isCoordinator ? groupWords[language].desk : groupWords[language].shared}
          </a>
        </p>
      )}
    </section>
  );
}

function Invited({ language, group }: { language: Language; group: Keyed }) {
  const words = ownGroupsWords[language];
  const { groupId, name, region, role } = group;
  return (
    <section className="pool ask" aria-label={name}>
      <h2>{words.invitedTo(name)}</h2>
      <p>
        {region}. {role && words.invitedAs[role]}
      </p>
      <a className="main" href={`/group/${groupId}/invitation`}>
        {words.answer}
      </a>
    </section>
  );
}

function AskedAlready({ language, group, personId }: { language: Language; group: Keyed; personId: number }) {
  const words = ownGroupsWords[language];
  return (
    <section className="pool" aria-label={group.name}>
      <h2>{group.name}</h2>
      <p>{words.askedAlready}</p>
      <form method="post" action={`/group/${group.groupId}/people/end`}>
        <input type="hidden" name="key" value={group.key} />
        <button name="person" value={personId}>
          {words.takeBack(group.name)}
        </button>
      </form>
    </section>
  );
}
