import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { regions } from "~/data/regions.server";
import { signUp } from "~/data/sign-up.server";
import { clientNetwork } from "~/http/address.server";
import { languageOf } from "~/http/language.server";
import { endOnwardCookie, onwardOf } from "~/http/onward.server";
import { requireOwnDevice } from "~/http/own-device.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { askedEmail, beginCookie, endAskedCookie, endSession } from "~/http/staff.server";
import { groupsWords } from "~/text/groups";
import { staffWords } from "~/text/staff";
import { JoinCode } from "~/ui/join";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    requireOwnDevice(request);
    const email = askedEmail(request);
    if (!email) throw redirect("/join");
    const [region = null] = await regions();
    return { language: languageOf(request), region, email };
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    requireOwnDevice(request);
    const email = askedEmail(request);
    if (!email) throw redirect("/join");
    const language = languageOf(request);
    const code = String((await request.formData()).get("code") ?? "");
    const answer = await signUp(email, code, clientNetwork(request));
    if (answer.kind !== "signed-in") {
      const isTooMany = answer.kind === "too-many";
      const problem = isTooMany ? groupsWords[language].tooMany : staffWords[language].wrongCode;
      return data({ problem }, { status: isTooMany ? 429 : 400 });
    }
    await endSession(request);
    const headers = new Headers({ "Set-Cookie": beginCookie(answer.token) });
    headers.append("Set-Cookie", endAskedCookie());
    headers.append("Set-Cookie", endOnwardCookie());
    return redirect(onwardOf(request) ?? "/group", { headers });
  });
}

export default function Code() {
  const found = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return <JoinCode {...found} problem={said?.problem ?? null} />;
}
