import { randomUUID } from "node:crypto";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askHelp } from "~/data/asks.server";
import type { AskMend, TypedAsk } from "~/domain/ask-form";
import { searchQuery } from "~/domain/search";
import { readAsk, type FieldProblems } from "~/http/ask-form.server";
import { askQuestion, type AskQuestion } from "~/http/ask-question.server";
import { networkHash } from "~/http/address.server";
import { deviceCookie, deviceOf } from "~/http/device.server";
import { hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { openedAsk, openedAskCookie } from "~/http/own-ask.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { answerWords } from "~/text/answer";
import { AskForm } from "~/ui/ask-form";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const [question, own] = await Promise.all([askQuestion(request), openedAsk(request)]);
    const hasOpen = own !== null && own.closedAt === null;
    const asked = { language: languageOf(request), ...question, hasOpen, formKey: randomUUID() };
    return data(
      { ...asked, typed: typedFrom(question) },
      { headers: { "Set-Cookie": deviceCookie(request) } },
    );
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const device = deviceOf(request);
    const read = readAsk(await request.formData());
    const { typed } = read;
    if (read.kind === "unclear") return again(read.why, typed, read.problems);
    // The page that is shown again gives one.
    if (!device) return again("no-cookie", typed);

    const { key, groupId, said } = read;
    const [language, address] = [languageOf(request), networkHash(request)];
    const asked = await askHelp({ key, device, groupId, said, language, address });
    switch (asked.kind) {
      case "asked":
        return redirect("/ask", { headers: { "Set-Cookie": openedAskCookie(asked.askId) } });
      case "out-of-range":
        return again("old-form", typed);
      case "too-many":
        return again(asked.kind, typed, undefined, 429);
      default:
        return again(asked.kind, typed, undefined, 409);
    }
  });
}

const NO_PROBLEMS: FieldProblems = { party: [], long: {} };

function again(why: AskMend, typed: TypedAsk, problems = NO_PROBLEMS, status = 400) {
  return data({ typed, mend: { why, ...problems } }, { status });
}

/** Nothing asked twice: what the search knows stands there already. */
function typedFrom({ search, area, kinds, group }: AskQuestion): TypedAsk {
  const asked = searchQuery(search);
  const { adults, pets, wheelchair, together } = search.party;
  const party = { adults: String(adults), children: asked.get("children") ?? "", pets, wheelchair, together };
  const nothing = { words: "", contact: "", reach: "", avoid: "" };
  return { kinds, group, party, area, ...nothing, isShared: false };
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${answerWords[found?.language ?? "en"].askAid}: Warmstop` },
  { name: "robots", content: "noindex" },
];

export default function AskMutualAid() {
  const asked = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return <AskForm {...asked} typed={said?.typed ?? asked.typed} mend={said?.mend ?? null} />;
}
