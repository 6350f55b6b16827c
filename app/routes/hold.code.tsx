import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hashOfCode, readCode } from "~/data/codes.server";
import { findHold } from "~/data/holds.server";
import { regions } from "~/data/regions.server";
import { networkHash } from "~/http/address.server";
import { openedCookie } from "~/http/device.server";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { HoldCode, type CodeProblem } from "~/ui/hold-code";

// Five words and their spaces are half as long.
const LONGEST_TYPED = 120;

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    beginAnew(request);
    if (hasLeft(request)) throw redirect("/");
    const [region = null] = await regions();
    return { language: languageOf(request), region };
  });
}

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
    const found = await findHold(hashOfCode("hold", read.code), networkHash(request));
    if (found.kind === "too-many") return again(typed, { kind: "too-many-guesses" }, 429);
    if (found.kind === "unknown-code") return again(typed, { kind: "unknown-code" });
    return redirect("/hold", { headers: { "Set-Cookie": openedCookie(found.hold.holdId) } });
  });
}

function again(typed: string, problem: CodeProblem, status = 400) {
  return data({ typed, problem }, { status });
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function OpenHold() {
  const said = useActionData<typeof action>();
  return (
    <HoldCode {...useLoaderData<typeof loader>()} typed={said?.typed ?? ""} problem={said?.problem ?? null} />
  );
}
