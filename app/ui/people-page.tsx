/** The people of an organization, for who manages it: who may sign in, letting somebody in, ending their access. */
import { STAFF_ROLES, type StaffRole } from "~/domain/staff";
import type { ManagedOrganization, Member } from "~/domain/tablet";
import type { Language } from "~/text/language";
import { membersWords } from "~/text/members";
import { tabletWords } from "~/text/tablet";
import { ChooseOrganization } from "~/ui/choose-organization";
import { Field } from "~/ui/field";
import { StaffPage } from "~/ui/staff-page";

export type TypedMember = {
  organizationId: number | null;
  name: string;
  email: string;
  role: StaffRole | null;
};
export type MemberProblems = Partial<Record<"name" | "email" | "role" | "form", string>>;
export type Team = Omit<ManagedOrganization, "people"> & { people: (Member & { key: string })[] };

export type PeopleProps = {
  language: Language;
  signedIn: { personId: number; name: string };
  organizations: Team[];
  formKey: string;
  typed: TypedMember | null;
  problems: MemberProblems;
  invited: string | null;
};

export function PeoplePage({ language, signedIn, organizations, invited, ...inviting }: PeopleProps) {
  const words = membersWords[language];
  return (
    <StaffPage language={language} name={signedIn.name}>
      <p className="back">
        <a href="/staff">{tabletWords[language].home}</a>
      </p>
      <h1>{words.people}</h1>
      {invited !== null && (
        <p role="status">
          <strong>{words.invited(invited)}</strong>
        </p>
      )}
      <p>{words.peopleHint}</p>
      {organizations.map(({ organizationId, name, people }) => (
        <section key={organizationId} className="pool" aria-label={name}>
          <h2>{name}</h2>
          {people.map((member) => (
            <Person
              key={member.personId}
              {...{ language, organizationId, member }}
              isYou={member.personId === signedIn.personId}
            />
          ))}
        </section>
      ))}
      <InviteForm language={language} organizations={organizations} {...inviting} />
    </StaffPage>
  );
}

type PersonProps = {
  language: Language;
  organizationId: number;
  member: Member & { key: string };
  isYou: boolean;
};

function Person({ language, organizationId, member, isYou }: PersonProps) {
  const words = membersWords[language];
  return (
    <div className="was">
      <h3>{member.name}</h3>
      <p className="contact">
        {words.roles[member.role]}
        {isYou && `, ${words.you}`}, {member.email}
      </p>
      {!isYou && (
        <details>
          <summary>{words.endAccess(member.name)}</summary>
          <p>{words.endHint}</p>
          <form method="post" action="/staff/people/end">
            <input type="hidden" name="key" value={member.key} />
            <input type="hidden" name="organization" value={organizationId} />
            <button name="person" value={member.personId}>
              {words.endNow(member.name)}
            </button>
          </form>
        </details>
      )}
    </div>
  );
}

type InviteProps = Omit<PeopleProps, "signedIn" | "invited">;

function InviteForm({ language, organizations, formKey, typed, problems }: InviteProps) {
  const words = membersWords[language];
  return (
    <section className="pool" aria-labelledby="invite">
      <h2 id="invite">{words.inviteTitle}</h2>
      {problems.form && (
        <p className="problem" role="status">
          <strong>{problems.form}</strong>
        </p>
      )}
      <form method="post" action="/staff/people" autoComplete="off">
        <input type="hidden" name="key" value={formKey} />
        <ChooseOrganization
          label={tabletWords[language].whose}
          organizations={organizations}
          chosen={typed?.organizationId ?? null}
        />
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
        <Roles language={language} chosen={typed?.role ?? "staff"} problem={problems.role} />
        <button className="main">{words.invite}</button>
      </form>
    </section>
  );
}

function Roles({ language, chosen, problem }: { language: Language; chosen: StaffRole; problem?: string }) {
  const words = membersWords[language];
  return (
    <fieldset className={problem ? "mend" : undefined} aria-describedby={problem && "role-problem"}>
      <legend>{words.role}</legend>
      {problem && (
        <strong id="role-problem" className="problem">
          {problem}
        </strong>
      )}
      {STAFF_ROLES.map((role) => (
        <label key={role} className="tick">
          <input type="radio" name="role" value={role} defaultChecked={chosen === role} />
          {words.roleChoices[role]}
        </label>
      ))}
    </fieldset>
  );
}
