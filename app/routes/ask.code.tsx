import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findAsk } from "~/data/asks.server";
import { hashOfCode, readCode } from "~/data/codes.server";
import { regions } from "~/data/regions.server";
import { networkHash } from "~/http/address.server";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { openedAskCookie } from "~/http/own-ask.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { OwnAskCode, type AskCodeProblem } from "~/ui/own-ask-code";

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
    const address = networkHash(request);
    const found = await findAsk(hashOfCode("ask", read.code), address);
    if (found.kind === "too-many") return again(typed, { kind: "too-many-guesses" }, 429);
    if (found.kind !== "found") return again(typed, { kind: "unknown-code" });
    return redirect("/ask", { headers: { "Set-Cookie": openedAskCookie(found.ask.askId) } });
  });
}

function again(typed: string, problem: AskCodeProblem, status = 400) {
  return data({ typed, problem }, { status });
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function OpenAsk() {
  const said = useActionData<typeof action>();
  return (
    <OwnAskCode
      {...useLoaderData<typeof loader>()}
      typed={said?.typed ?? ""}
      problem={said?.problem ?? null}
    />
  );
}
