import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askSignIn } from "~/data/people.server";
import { clientNetwork } from "~/http/address.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { askedCookie, findStaff } from "~/http/staff.server";
import { AskForCode } from "~/ui/sign-in";

const MAIL = z.email().max(254);

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await whileThere(() => findStaff(request));
  // Who came by PIN says again who they are, to manage.
  if (staff && !staff.tablet?.byPin) throw redirect("/staff");
  return { language: languageOf(request) };
}

export async function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  const email = String((await request.formData()).get("email") ?? "").trim();
  if (!MAIL.safeParse(email).success)
    return data({ email: email.slice(0, 254), problem: "notAnEmail" as const }, { status: 400 });
  const { kind } = await whileThere(() => askSignIn(email, clientNetwork(request)));
  if (kind === "too-many") return data({ email, problem: "tooMany" as const }, { status: 429 });
  if (kind === "away") return data({ email, problem: "noMail" as const }, { status: 503 });
  return redirect("/staff/code", { headers: { "Set-Cookie": askedCookie(email) } });
}

export default function SignIn() {
  const { language } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return <AskForCode language={language} email={said?.email ?? ""} problem={said?.problem ?? null} />;
}
