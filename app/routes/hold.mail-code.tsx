import { randomUUID } from "node:crypto";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmContact, contactOf } from "~/data/contacts.server";
import { networkHash } from "~/http/address.server";
import { contactPage, onwardFrom, readCodeForm } from "~/http/contact.server";
import { deviceOf } from "~/http/device.server";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { holdAddress } from "~/http/hold-address.server";
import { deviceHold } from "~/http/own-hold.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import type { ContactProblem } from "~/text/contact";
import { TypeContactCode } from "~/ui/contact";

// Read after the action too, with a key for the form that is shown again.
export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    beginAnew(request);
    if (hasLeft(request)) throw redirect("/");
    const device = deviceOf(request);
    const known = device && (await contactOf(device));
    if (!known || known.confirmed) throw redirect(onwardFrom(request));
    const own = await deviceHold(request);
    const stands = own?.hold.state === "held" ? own.hold.until : null;
    return { ...(await contactPage(request)), contact: known.contact, stands, formKey: randomUUID() };
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const device = deviceOf(request);
    const known = device && (await contactOf(device));
    if (!known) throw redirect(onwardFrom(request));
    const form = readCodeForm(await request.formData());
    if (!form) return again("old-form");
    const { contact } = known;
    const answer = await confirmContact({ ...form, device, address: networkHash(request), contact });
    switch (answer.kind) {
      case "confirmed":
        return redirect(answer.holdId ? holdAddress(request, "confirmed") : onwardFrom(request));
      case "has-hold":
        return redirect(holdAddress(request, "other-hold"));
      case "wrong-code":
        return again("wrong-code");
      case "too-many":
        return again("too-many", 429);
      case "out-of-range":
      case "key-used-otherwise":
        return again("old-form");
    }
  });
}

function again(problem: ContactProblem, status = 400) {
  return data({ problem }, { status });
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function CodeOfAMail() {
  const said = useActionData<typeof action>();
  return <TypeContactCode {...useLoaderData<typeof loader>()} problem={said?.problem ?? null} />;
}
