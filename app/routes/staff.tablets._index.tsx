import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enrollTablet } from "~/data/tablets.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requireStaff } from "~/http/staff.server";
import { tabletCookie } from "~/http/tablet.server";
import { readTablet } from "~/http/team-forms.server";
import { teamsOf } from "~/http/teams.server";
import { NotHere } from "~/ui/not-here";
import { TabletsPage } from "~/ui/tablets-page";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const page = { language: languageOf(request), name: staff.name, isTablet: staff.tablet !== null };
    return data({ ...page, ...(await teamsOf(staff)), now: Date.now() / 1000 });
  });
}

const SAID = {
  "is-tablet": "isTablet",
  "name-taken": "nameTaken",
  "key-used-otherwise": "oldForm",
  "unknown-organization": "oldForm",
} as const;

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requireStaff(request);
    const read = readTablet(await request.formData());
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problem: read.problem }, { status: 400 });
    const { answer, tabletToken } = await enrollTablet({ ...read, token });
    if (answer.kind === "enrolled")
      return redirect("/staff/pin", { headers: { "Set-Cookie": tabletCookie(tabletToken) } });
    // By PIN, or signed out meanwhile: the page itself says what to do.
    if (answer.kind === "signed-out" || answer.kind === "needs-mail") return redirect("/staff/tablets");
    return data({ typed, problem: SAID[answer.kind] }, { status: 409 });
  });
}

export default function Tablets() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  if (page.kind !== "teams") return <NotHere {...page} byPin={page.kind === "needs-mail"} />;
  return <TabletsPage {...page} typed={said?.typed ?? null} problem={said?.problem ?? null} />;
}
