/** Invitations into a group, with the mail that tells of each; `away` where no mail can leave, and nobody was invited. */
import type { GroupRole } from "~/domain/group";
import { groupInvitationMail, type GroupInvitation } from "~/text/group-invitation-mail";
import { isLanguage } from "~/text/language";
import {
  beginGroup,
  inviteToGroup,
  type Begun,
  type Invited,
  type InvitedOrNot,
  type ToBegin,
} from "./groups.server";
import { canSendMail, sendMail } from "./mail.server";

/** Who invites, as they are called, and where one answers. */
type By = { by: string; address: string };

type Inviting = By & {
  key: string;
  token: string;
  groupId: number;
  group: string;
  email: string;
  name: string;
  role: GroupRole;
};

export async function inviteByMail(inviting: Inviting): Promise<InvitedOrNot | { kind: "away" }> {
  if (!canSendMail()) return { kind: "away" };
  const answer = await inviteToGroup(inviting);
  if (answer.kind === "invited") tell(answer, inviting);
  return answer;
}

export async function beginByMail(begin: ToBegin & By): Promise<Begun | { kind: "away" }> {
  if (!canSendMail()) return { kind: "away" };
  const answer = await beginGroup(begin);
  const { by, address, name: group, second } = begin;
  if (answer.kind === "begun") tell(answer, { name: second.name, by, group, role: "coordinator", address });
  return answer;
}

function tell({ email, language }: Omit<Invited, "kind">, invitation: GroupInvitation): void {
  if (!email) return;
  const mail = groupInvitationMail(invitation, isLanguage(language) ? language : "en");
  // Not waited for: the invitation stands, and is found by signing in, whether or not this mail arrives.
  void sendMail({ to: email, ...mail });
}
