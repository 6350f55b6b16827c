import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { regions } from "~/data/regions.server";
import { askSignUp } from "~/data/sign-up.server";
import { clientNetwork } from "~/http/address.server";
import { readNewcomer } from "~/http/group-forms.server";
import { languageOf } from "~/http/language.server";
import { endOnwardCookie, onwardOf } from "~/http/onward.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { askedCookie, findStaff } from "~/http/staff.server";
import { requireOwnDevice } from "~/http/own-device.server";
import { groupsWords } from "~/text/groups";
import { staffWords } from "~/text/staff";
import { Join } from "~/ui/join";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    requireOwnDevice(request);
    if (await findStaff(request))
      throw redirect(onwardOf(request) ?? "/group", { headers: { "Set-Cookie": endOnwardCookie() } });
    const [region = null] = await regions();
    return { language: languageOf(request), region };
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    requireOwnDevice(request);
    const language = languageOf(request);
    const read = readNewcomer(await request.formData(), language);
    if (read.kind === "unclear") return data(read, { status: 400 });
    const { name, email } = read;
    const { kind } = await askSignUp({ name, email, language, address: clientNetwork(request) });
    if (kind === "asked") return redirect("/join/code", { headers: { "Set-Cookie": askedCookie(email) } });
    const again = (problems: object, status: number) =>
      data({ typed: { name, email }, problems }, { status });
    if (kind === "too-many") return again({ form: groupsWords[language].tooMany }, 429);
    if (kind === "away") return again({ form: groupsWords[language].noMail }, 503);
    return again({ email: staffWords[language].notAnEmail }, 400);
  });
}

export default function JoinPage() {
  const { language, region } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return <Join {...{ language, region }} typed={said?.typed ?? null} problems={said?.problems ?? {}} />;
}
