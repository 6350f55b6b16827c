import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askCode, codeAddress, contactPage, readMailForm } from "~/http/contact.server";
import { deviceCookie, deviceOf } from "~/http/device.server";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import type { ContactProblem } from "~/text/contact";
import { AskForMail } from "~/ui/contact";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    beginAnew(request);
    if (hasLeft(request)) throw redirect("/");
    return data(await contactPage(request), { headers: { "Set-Cookie": deviceCookie(request) } });
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const device = deviceOf(request);
    const { kind, typed } = readMailForm(await request.formData());
    if (kind === "unclear") return again(typed, "not-a-mail");
    // Without it the code would be nobody's: the page that is shown again gives one.
    if (!device) return again(typed, "no-cookie");
    const asked = await askCode(request, device, typed);
    switch (asked.kind) {
      case "asked":
        return redirect(codeAddress(request));
      case "too-many":
        return again(typed, "too-many", 429);
      case "away":
        return again(typed, "away", 503);
      case "out-of-range":
        return again(typed, "not-a-mail");
    }
  });
}

function again(typed: string, problem: ContactProblem, status = 400) {
  return data({ typed, problem }, { status });
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function MailOfAHold() {
  const said = useActionData<typeof action>();
  return (
    <AskForMail
      {...useLoaderData<typeof loader>()}
      typed={said?.typed ?? ""}
      problem={said?.problem ?? null}
    />
  );
}
