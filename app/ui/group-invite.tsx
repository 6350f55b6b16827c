/** Inviting somebody into a group by mail. A plain form. */
import { GROUP_ROLES, type GroupRole } from "~/domain/group";
import { groupPeopleWords } from "~/text/group-people";
import type { Language } from "~/text/language";
import { Field } from "~/ui/field";

export type InviteToGroupProps = {
  language: Language;
  groupId: number;
  formKey: string;
  typed: { name: string; email: string; role: GroupRole | null } | null;
  problems: Partial<Record<"name" | "email" | "role" | "form", string>>;
};

export function InviteToGroup({ language, groupId, formKey, typed, problems }: InviteToGroupProps) {
  const words = groupPeopleWords[language];
  return (
    <section className="pool" aria-labelledby="invite">
      <h2 id="invite">{words.inviteTitle}</h2>
      {problems.form && (
        <p className="problem" role="alert">
          <strong>{problems.form}</strong>
        </p>
      )}
      <form method="post" action={`/group/${groupId}`} autoComplete="off">
        <input type="hidden" name="key" value={formKey} />
        <Field
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={typed?.name ?? ""}
          problem={problems.name}
          required
        />
        <Field
          name="email"
          label={words.email}
          value={typed?.email ?? ""}
          problem={problems.email}
          type="email"
          required
        />
        <Roles language={language} chosen={typed?.role ?? "member"} problem={problems.role} />
        <button className="main">{words.invite}</button>
      </form>
    </section>
  );
}

type RolesProps = { language: Language; chosen: GroupRole; problem?: string };

function Roles({ language, chosen, problem }: RolesProps) {
  const words = groupPeopleWords[language];
  return (
    <fieldset className={problem ? "mend" : undefined}>
      <legend>{words.role}</legend>
      {problem && <strong className="problem">{problem}</strong>}
      {GROUP_ROLES.map((role) => (
        <label key={role} className="tick">
          <input type="radio" name="role" value={role} defaultChecked={chosen === role} />
          {words.roleChoices[role]}
        </label>
      ))}
    </fieldset>
  );
}
