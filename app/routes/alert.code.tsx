import { randomUUID } from "node:crypto";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hashOfCode, readCode } from "~/data/codes.server";
import { regions } from "~/data/regions.server";
import { confirmAlert, findAlert } from "~/data/room-alerts.server";
import { networkHash } from "~/http/address.server";
import { openedAlertCookie } from "~/http/alert.server";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { AlertCode, type AlertCodeProblem } from "~/ui/alert-code";

// Five words and their spaces are half as long.
const LONGEST_TYPED = 120;

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    beginAnew(request);
    if (hasLeft(request)) throw redirect("/");
    const [region = null] = await regions();
    const isSent = new URL(request.url).searchParams.has("sent");
    return { language: languageOf(request), region, isSent };
  });
}

/** Who says the words has read the mail: from then on they wait, and this browser may see it. */
export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const typed = String((await request.formData()).get("code") ?? "").slice(0, LONGEST_TYPED);
    const read = readCode(typed);
    if (read.kind === "unclear") {
      const { problem } = read;
      return again(typed, problem === "unknown-word" ? { ...read, kind: problem } : { kind: problem });
    }
    const found = await findAlert(hashOfCode("alert", read.code), networkHash(request));
    if (found.kind === "too-many") return again(typed, { kind: "too-many-guesses" }, 429);
    if (found.kind === "unknown-code") return again(typed, { kind: "unknown-code" });
    const { alertId, state } = found.alert;
    if (state !== "unconfirmed") return opened(alertId);
    const confirmed = await confirmAlert({ key: randomUUID(), alertId });
    return confirmed.kind === "confirmed" ? opened(confirmed.alertId) : again(typed, { kind: "too-late" });
  });
}

function opened(alertId: string) {
  return redirect("/alert", { headers: { "Set-Cookie": openedAlertCookie(alertId) } });
}

function again(typed: string, problem: AlertCodeProblem, status = 400) {
  return data({ typed, problem }, { status });
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function SayWords() {
  const said = useActionData<typeof action>();
  const asked = useLoaderData<typeof loader>();
  return <AlertCode {...asked} typed={said?.typed ?? ""} problem={said?.problem ?? null} />;
}
