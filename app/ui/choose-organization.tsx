/** Which organization a form is about: asked only where there are several. */
import type { ManagedOrganization } from "~/domain/tablet";

type ChooseOrganizationProps = {
  label: string;
  organizations: readonly Pick<ManagedOrganization, "organizationId" | "name">[];
  chosen: number | null;
};

export function ChooseOrganization({ label, organizations, chosen }: ChooseOrganizationProps) {
  const [first] = organizations;
  if (organizations.length === 1)
    return <input type="hidden" name="organization" value={first!.organizationId} />;
  return (
    <fieldset>
      <legend>{label}</legend>
      {organizations.map(({ organizationId, name }) => (
        <label key={organizationId} className="tick">
          <input
            type="radio"
            name="organization"
            value={organizationId}
            defaultChecked={organizationId === (chosen ?? first?.organizationId)}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
