import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signIn } from "~/data/people.server";
import { clientNetwork } from "~/http/address.server";
import { languageOf } from "~/http/language.server";
import { endOnwardCookie, onwardOf } from "~/http/onward.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { tabletToken } from "~/http/tablet.server";
import { askedEmail, beginCookie, endAskedCookie, endSession } from "~/http/staff.server";
import { TypeCode } from "~/ui/sign-in";

export function loader({ request }: LoaderFunctionArgs) {
  const email = askedEmail(request);
  if (!email) throw redirect("/staff/sign-in");
  return { language: languageOf(request), email };
}

export async function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  const email = askedEmail(request);
  if (!email) throw redirect("/staff/sign-in");
  const code = String((await request.formData()).get("code") ?? "");
  const answer = await whileThere(() =>
    signIn(email, code, clientNetwork(request), new Date(), tabletToken(request)),
  );
  if (answer.kind !== "signed-in") {
    const [problem, status] =
      answer.kind === "too-many" ? (["tooMany", 429] as const) : (["wrongCode", 400] as const);
    return data({ problem }, { status });
  }
  await whileThere(() => endSession(request));
  const headers = new Headers({ "Set-Cookie": beginCookie(answer.token, answer) });
  headers.append("Set-Cookie", endAskedCookie());
  headers.append("Set-Cookie", endOnwardCookie());
  // On a shared tablet one chooses a PIN, so that no mail is needed next time.
  return redirect(answer.onTablet ? "/staff/pin" : (onwardOf(request) ?? "/staff"), { headers });
}

export default function Code() {
  const { language, email } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return <TypeCode language={language} email={email} problem={said?.problem ?? null} />;
}
