/** The mutual aid groups anybody can ask or help: what each does, and how to begin one. */
import type { ListedGroup } from "~/domain/group";
import type { Region } from "~/domain/region";
import { groupsWords } from "~/text/groups";
import type { Language } from "~/text/language";
import { Dialled } from "~/ui/dialled";
import { Page } from "~/ui/page";

export type GroupsPageProps = {
  language: Language;
  region: Region | null;
  parts: { name: string; groups: ListedGroup[] }[];
  /** On a tablet of several people nobody joins. */
  isShared: boolean;
};

export function GroupsPage({ language, region, parts, isShared }: GroupsPageProps) {
  const words = groupsWords[language];
  const some = parts.filter(({ groups }) => groups.length > 0);
  return (
    <Page language={language} region={region}>
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      {some.length === 0 && (
        <p>
          <Dialled words={words.none} phone={null} />
        </p>
      )}
      {some.map(({ name, groups }) => (
        <section key={name} aria-label={name}>
          {some.length > 1 && <h2>{name}</h2>}
          {groups.map((group) => (
            <Group key={group.groupId} {...{ language, group, isShared }} region={name} />
          ))}
        </section>
      ))}
      {!isShared && (
        <section className="box" aria-labelledby="begin">
          <h2 id="begin">{words.beginTitle}</h2>
          <p>{words.beginHow}</p>
          <a href="/group/begin">{words.begin}</a>
          <h2>{words.member}</h2>
          <a href="/group">{words.memberIn}</a>
        </section>
      )}
    </Page>
  );
}

type GroupProps = { language: Language; group: ListedGroup; region: string; isShared: boolean };

function Group({ language, group, region, isShared }: GroupProps) {
  const words = groupsWords[language];
  const { groupId, name, about, zips } = group;
  return (
    <article className="card">
      <h2>{name}</h2>
      {about && <p>{about}</p>}
      <p>{zips.length > 0 ? words.where(zips.join(", ")) : words.everywhere(region)}</p>
      <p className="actions">
        <a className="call" href={`/ask/new?group=${groupId}`}>
          {words.ask(name)}
        </a>
        {!isShared && <a href={`/group/${groupId}/join`}>{words.help(name)}</a>}
      </p>
    </article>
  );
}
