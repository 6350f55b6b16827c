/** The forms about groups: asking to join one, beginning one, what it says of itself. Plain forms. */
import type { ListedGroup } from "~/domain/group";
import { groupWords } from "~/text/group";
import { groupPeopleWords } from "~/text/group-people";
import { groupsWords } from "~/text/groups";
import type { Language } from "~/text/language";
import { Field } from "~/ui/field";
import { GroupPage } from "~/ui/group-page";
import { LongField } from "~/ui/long-field";
import { StaffPage } from "~/ui/staff-page";

type Typed = Record<"name" | "about" | "zips" | "region" | "secondName" | "secondEmail", string>;
type Problems = Partial<Record<keyof Typed | "form", string>>;
type Around = { language: Language; name: string; formKey: string };

export type AskToJoinProps = Around & { group: ListedGroup; typed: string; problem: string | null };

export function AskToJoin({ language, name, group, formKey, typed, problem }: AskToJoinProps) {
  const words = groupsWords[language];
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href="/groups">{words.title}</a>
      </p>
      <h1>{words.askToJoin(group.name)}</h1>
      {group.about && <p>{group.about}</p>}
      <p>{words.askToJoinHow}</p>
      <form method="post" action={`/group/${group.groupId}/join`}>
        <input type="hidden" name="key" value={formKey} />
        <LongField name="words" label={words.words} hint={words.wordsHint} value={typed} problem={problem} />
        <button className="main">{words.send}</button>
      </form>
    </StaffPage>
  );
}

export type BeginGroupProps = Around & {
  regions: { regionId: number; name: string }[];
  typed: Typed | null;
  problems: Problems;
};

export function BeginGroup({ language, name, regions, formKey, typed, problems }: BeginGroupProps) {
  const words = groupsWords[language].beginForm;
  const about = { name: typed?.name ?? "", about: typed?.about ?? "", zips: typed?.zips ?? "" };
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href="/group">{groupWords[language].mine}</a>
      </p>
      <h1>{groupsWords[language].beginTitle}</h1>
      <p>{groupsWords[language].beginHow}</p>
      <Refusal problem={problems.form} />
      <form method="post" action="/group/begin">
        <input type="hidden" name="key" value={formKey} />
        <Regions {...{ language, regions, problem: problems.region }} chosen={typed?.region ?? ""} />
        <AboutFields language={language} typed={about} problems={problems} />
        <Second {...{ language, typed, problems }} />
        <button className="main">{words.send}</button>
      </form>
    </StaffPage>
  );
}

function Second({ language, typed, problems }: Pick<BeginGroupProps, "language" | "typed" | "problems">) {
  const words = groupsWords[language].beginForm;
  return (
    <>
      <h2>{words.second}</h2>
      <p>{words.secondWhy}</p>
      <Field
        name="secondName"
        label={words.secondName}
        value={typed?.secondName ?? ""}
        problem={problems.secondName}
        autoComplete="off"
        required
      />
      <Field
        name="secondEmail"
        label={words.secondEmail}
        value={typed?.secondEmail ?? ""}
        problem={problems.secondEmail}
        type="email"
        autoComplete="off"
        required
      />
    </>
  );
}

export type AboutGroupProps = Around & {
  group: { groupId: number; name: string; isCoordinator: boolean; about: string | null; zips: string[] };
  typed: Typed | null;
  problems: Problems;
};

export function AboutGroup({ language, name, group, formKey, typed, problems }: AboutGroupProps) {
  const words = groupPeopleWords[language];
  const known = { name: group.name, about: group.about ?? "", zips: group.zips.join(" ") };
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{words.about}</h1>
      <Refusal problem={problems.form} />
      <form method="post" action={`/group/${group.groupId}/about`}>
        <input type="hidden" name="key" value={formKey} />
        <AboutFields language={language} typed={typed ?? known} problems={problems} />
        <button className="main">{words.aboutSave}</button>
      </form>
    </GroupPage>
  );
}

type AboutFieldsProps = {
  language: Language;
  typed: Pick<Typed, "name" | "about" | "zips">;
  problems: Problems;
};

function AboutFields({ language, typed, problems }: AboutFieldsProps) {
  const words = groupsWords[language].beginForm;
  return (
    <>
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed.name}
        problem={problems.name}
        autoComplete="off"
        required
      />
      <LongField
        name="about"
        label={words.about}
        hint={words.aboutHint}
        value={typed.about}
        problem={problems.about}
      />
      <Field
        name="zips"
        label={words.zips}
        hint={words.zipsHint}
        value={typed.zips}
        problem={problems.zips}
        autoComplete="off"
      />
    </>
  );
}

type RegionsProps = {
  language: Language;
  regions: BeginGroupProps["regions"];
  chosen: string;
  problem?: string;
};

/** Asked only where there are several. */
function Regions({ language, regions, chosen, problem }: RegionsProps) {
  const [first] = regions;
  if (regions.length === 1) return <input type="hidden" name="region" value={first!.regionId} />;
  return (
    <fieldset className={problem ? "mend" : undefined}>
      <legend>{groupsWords[language].beginForm.region}</legend>
      {problem && <strong className="problem">{problem}</strong>}
      {regions.map(({ regionId, name }) => (
        <label key={regionId} className="tick">
          <input
            type="radio"
            name="region"
            value={regionId}
            defaultChecked={String(regionId) === (chosen || String(first?.regionId))}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Refusal({ problem }: { problem?: string }) {
  if (!problem) return null;
  return (
    <p className="problem" role="alert">
      <strong>{problem}</strong>
    </p>
  );
}
