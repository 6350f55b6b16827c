/** Whom a manager lets in, and whose access they end. */
import type { StaffRole } from "~/domain/staff";
import { invitationMail } from "~/text/invitation-mail";
import { isLanguage } from "~/text/language";
import { sql, within } from "./database.server";
import { canSendMail, sendMail } from "./mail.server";
import type { Refused } from "./tablets.server";

type Inviting = {
  key: string;
  token: string;
  organizationId: number;
  email: string;
  name: string;
  role: StaffRole;
  /** Where they sign in. */
  address: string;
};
type Invited =
  | { kind: "invited"; email: string; name: string; language: string; isNew?: boolean }
  | { kind: "yourself" | "shut-out" | "too-many" }
  | Refused;

/** They are told by mail; `away` where no mail can leave, and nobody was invited. */
export async function invitePerson({ address, ...inviting }: Inviting): Promise<Invited | { kind: "away" }> {
  if (!canSendMail()) return { kind: "away" };
  const { key, token, organizationId, email, name, role } = inviting;
  const [{ answer }] = await within(sql<[{ answer: Invited }]>`
    select invite_person(${key}, ${token}, ${organizationId}, ${email}, ${name}, ${role}) as answer`);
  if (answer.kind === "invited" && answer.isNew) {
    const mail = invitationMail(
      { name: answer.name, address },
      isLanguage(answer.language) ? answer.language : "en",
    );
    // Not waited for: the person is let in, and may ask for a code whether or not this mail arrives.
    void sendMail({ to: answer.email, ...mail });
  }
  return answer;
}

type Ending = { key: string; token: string; organizationId: number; personId: number };

export async function endAccess({ key, token, organizationId, personId }: Ending) {
  const [{ answer }] = await within(sql<[{ answer: Refused | { kind: "ended" | "yourself" } }]>`
    select end_access(${key}, ${token}, ${organizationId}, ${personId}) as answer`);
  return answer;
}
