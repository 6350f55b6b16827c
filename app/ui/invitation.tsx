/** An invitation into a group: what it is, and yes with one's own name, or no. */
import type { OwnGroup } from "~/domain/group";
import { groupWords } from "~/text/group";
import type { Language } from "~/text/language";
import { ownGroupsWords } from "~/text/own-groups";
import { Field } from "~/ui/field";
import { StaffPage } from "~/ui/staff-page";

export type InvitationProps = {
  language: Language;
  name: string;
  group: OwnGroup & { key: string };
  typed: string | null;
  problem: string | null;
};

export function InvitationPage({ language, name, group, typed, problem }: InvitationProps) {
  const words = ownGroupsWords[language];
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href="/group">{groupWords[language].mine}</a>
      </p>
      <h1>{words.invitedTo(group.name)}</h1>
      <p>
        {group.region}. {group.role && words.invitedAs[group.role]}
      </p>
      <form method="post" action={`/group/${group.groupId}/invitation`}>
        <input type="hidden" name="key" value={group.key} />
        <Field
          name="name"
          label={words.yourName}
          hint={words.yourNameHint}
          value={typed ?? name}
          problem={problem}
          autoComplete="name"
        />
        <button className="main" name="say" value="yes">
          {words.sayYes(group.name)}
        </button>
        <button name="say" value="no">
          {words.sayNo(group.name)}
        </button>
      </form>
    </StaffPage>
  );
}
