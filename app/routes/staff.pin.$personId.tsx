import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { unlockTablet } from "~/data/tablets.server";
import { digitsOf, pinProblem } from "~/domain/pin";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { beginCookie } from "~/http/staff.server";
import { requireOnTablet, tabletCookie } from "~/http/tablet.server";
import { MissedPins, TypePin, type PinProblem } from "~/ui/pin-forms";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { person } = await requireOnTablet(request, params.personId);
    return { language: languageOf(request), person };
  });
}

const STATUS = { "needs-mail": 403, resting: 429 };

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { tablet, person } = await requireOnTablet(request, params.personId);
    const refused = (problem: PinProblem, status: number) => data({ problem, missed: 0 }, { status });
    const pin = digitsOf(String((await request.formData()).get("pin") ?? ""));
    // Nobody's PIN: no try is spent on it.
    if (pinProblem(pin) === "not-digits") return refused({ kind: "not-digits" }, 400);
    const answer = await unlockTablet(tablet.token, person.personId, pin);
    if (answer.kind === "unknown-tablet") throw redirect("/staff");
    if (answer.kind === "wrong-pin") return refused(answer, 400);
    if (answer.kind !== "unlocked") return refused({ kind: answer.kind }, STATUS[answer.kind]);
    const headers = new Headers({ "Set-Cookie": beginCookie(answer.token, { onTablet: true }) });
    headers.append("Set-Cookie", tabletCookie(tablet.token));
    if (answer.missed === 0) return redirect("/staff", { headers });
    return data({ problem: null, missed: answer.missed }, { headers });
  });
}

export default function Pin() {
  const { language, person } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  if (said && said.missed > 0)
    return <MissedPins language={language} name={person.name} missed={said.missed} />;
  const closed = person.needsMail ? ({ kind: "needs-mail" } as const) : null;
  return <TypePin language={language} person={person} problem={said?.problem ?? closed} />;
}
