import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { setPin } from "~/data/tablets.server";
import { digitsOf, pinProblem } from "~/domain/pin";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requireStaff } from "~/http/staff.server";
import { tabletToken } from "~/http/tablet.server";
import { ChoosePin, type ChoosingProblem } from "~/ui/pin-forms";

/** Chosen on the tablet itself, by who signed in there by mail. */
export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, tablet } = await requireStaff(request);
    if (!tablet || tablet.byPin) throw redirect("/staff");
    return { language: languageOf(request), name, tablet: tablet.name, formKey: randomUUID() };
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token, personId } = await requireStaff(request);
    const tablet = tabletToken(request);
    if (tablet === null) throw redirect("/staff");
    const refused = (problem: ChoosingProblem) => data({ problem }, { status: 400 });
    const form = await request.formData();
    const key = z.uuid().safeParse(form.get("key"));
    if (!key.success) return refused("otherwise");
    const pin = digitsOf(String(form.get("pin") ?? ""));
    const problem = pinProblem(pin);
    if (problem) return refused(problem);
    const answer = await setPin({ key: key.data, token, tabletToken: tablet, personId, pin });
    if (answer.kind === "not-a-member") return refused("not-a-member");
    if (answer.kind === "key-used-otherwise") return refused("otherwise");
    return redirect("/staff");
  });
}

export default function Choose() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return <ChoosePin {...page} problem={said?.problem ?? null} />;
}
