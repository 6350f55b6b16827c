/** The shared tablets of an organization, for who manages it: which there are, ending one, and making this device one. */
import type { EpochSeconds } from "~/domain/journey";
import type { ManagedOrganization, ManagedTablet } from "~/domain/tablet";
import type { Language } from "~/text/language";
import { clockOf, type Clock } from "~/text/say";
import { tabletWords } from "~/text/tablet";
import { ChooseOrganization } from "~/ui/choose-organization";
import { Field } from "~/ui/field";
import { StaffPage } from "~/ui/staff-page";

export type TabletProblem = "isTablet" | "nameTaken" | "noName" | "oldForm";
export type TypedTablet = { organizationId: number | null; name: string };
export type WithKeys = Omit<ManagedOrganization, "tablets"> & {
  tablets: (ManagedTablet & { key: string })[];
};

export type TabletsProps = {
  language: Language;
  name: string;
  organizations: WithKeys[];
  formKey: string;
  isTablet: boolean;
  typed: TypedTablet | null;
  problem: TabletProblem | null;
  now: EpochSeconds;
};

export function TabletsPage({ language, name, organizations, now, ...enrolling }: TabletsProps) {
  const words = tabletWords[language];
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href="/staff">{words.home}</a>
      </p>
      <h1>{words.tablets}</h1>
      <p>{words.tabletsHint}</p>
      {organizations.map(({ organizationId, name: team, timeZone, tablets }) => (
        <section key={organizationId} className="pool" aria-label={team}>
          <h2>{team}</h2>
          {tablets.length === 0 && <p>{words.noTablets}</p>}
          {tablets.map((tablet) => (
            <Tablet
              key={tablet.tabletId}
              {...{ language, tablet, now }}
              clock={clockOf(language, timeZone)}
            />
          ))}
        </section>
      ))}
      <EnrollForm language={language} organizations={organizations} {...enrolling} />
    </StaffPage>
  );
}

type TabletProps = {
  language: Language;
  tablet: ManagedTablet & { key: string };
  clock: Clock;
  now: EpochSeconds;
};

function Tablet({ language, tablet, clock, now }: TabletProps) {
  const words = tabletWords[language];
  const when = (at: Date) => clock.at(at.getTime() / 1000, now);
  return (
    <div className="was">
      <h3>{tablet.name}</h3>
      <p>
        {words.enrolledBy(tablet.enrolledBy, when(tablet.enrolledAt))}{" "}
        {tablet.lastUsedAt ? words.lastUsed(when(tablet.lastUsedAt)) : words.neverUsed}
      </p>
      <details>
        <summary>{words.end(tablet.name)}</summary>
        <p>{words.endHint}</p>
        <form method="post" action="/staff/tablets/end">
          <input type="hidden" name="key" value={tablet.key} />
          <button name="tablet" value={tablet.tabletId}>
            {words.endNow(tablet.name)}
          </button>
        </form>
      </details>
    </div>
  );
}

type EnrollProps = Omit<TabletsProps, "name" | "now">;

function EnrollForm({ language, organizations, formKey, isTablet, typed, problem }: EnrollProps) {
  const words = tabletWords[language];
  if (isTablet) return <p>{words.isTablet}</p>;
  return (
    <section className="pool" aria-labelledby="this-device">
      <h2 id="this-device">{words.thisDevice}</h2>
      <p>{words.thisDeviceHint}</p>
      <form method="post" action="/staff/tablets">
        <input type="hidden" name="key" value={formKey} />
        <ChooseOrganization
          label={words.whose}
          organizations={organizations}
          chosen={typed?.organizationId ?? null}
        />
        <Field
          name="name"
          label={words.tabletName}
          hint={words.tabletNameHint}
          value={typed?.name ?? ""}
          problem={problem && words[problem]}
          autoComplete="off"
          required
        />
        <button className="main">{words.enroll}</button>
      </form>
    </section>
  );
}
