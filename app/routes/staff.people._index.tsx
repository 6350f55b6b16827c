import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { invitePerson } from "~/data/members.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requireStaff } from "~/http/staff.server";
import { readMember } from "~/http/team-forms.server";
import { notInvited, teamsOf } from "~/http/teams.server";
import { NotHere } from "~/ui/not-here";
import { PeoplePage } from "~/ui/people-page";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const { name, personId } = staff;
    return data({ language: languageOf(request), name, personId, ...(await teamsOf(staff)) });
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requireStaff(request);
    const language = languageOf(request);
    const read = readMember(await request.formData(), language);
    const { typed } = read;
    if (read.kind === "unclear")
      return data({ typed, problems: read.problems, invited: null }, { status: 400 });
    const { organization: organizationId, ...member } = read.member;
    const address = new URL("/staff", request.url).href;
    const answer = await invitePerson({ ...member, organizationId, token, address });
    if (answer.kind === "invited") return data({ typed: null, problems: {}, invited: answer.name });
    if (answer.kind === "signed-out" || answer.kind === "needs-mail") return redirect("/staff/people");
    return data({ typed, problems: notInvited(answer.kind, language), invited: null }, { status: 409 });
  });
}

export default function People() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  if (page.kind !== "teams") return <NotHere {...page} byPin={page.kind === "needs-mail"} />;
  const { typed = null, problems = {}, invited = null } = said ?? {};
  return <PeoplePage {...page} signedIn={page} {...{ typed, problems, invited }} />;
}
