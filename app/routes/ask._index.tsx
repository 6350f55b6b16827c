import { randomUUID } from "node:crypto";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeOf, codeWords } from "~/data/codes.server";
import { listedGroups } from "~/data/groups.server";
import { staysOfAsk } from "~/data/home-search.server";
import { matchesOfAsk } from "~/data/own-match.server";
import { regions } from "~/data/regions.server";
import { groupToJoin } from "~/domain/pay-forward";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { askSaid, newsOf, openedAsk, openedAskCookie, stayTold } from "~/http/own-ask.server";
import { changeOwnAsk } from "~/http/own-ask-change.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { OwnAskCode } from "~/ui/own-ask-code";
import { OwnAskPage } from "~/ui/own-ask-page";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(() => answerTo(request));
}

async function answerTo(request: Request) {
  beginAnew(request);
  if (hasLeft(request)) throw redirect("/");
  const [language, known] = [languageOf(request), await regions()];
  const ask = await openedAsk(request);
  // Whoever has neither sent one here nor the words reads the same, be there asks or none.
  if (!ask) return data({ kind: "code" as const, language, region: known[0] ?? null });

  const { askId, contact, reach, avoid, isShared } = ask;
  const [matches, stays] = await Promise.all([matchesOfAsk(askId), staysOfAsk(askId)]);
  const shown = {
    kind: "ask" as const,
    language,
    region: known.find(({ regionId }) => regionId === ask.regionId) ?? null,
    ask,
    code: codeWords(codeOf("ask", askId), language),
    news: newsOf(ask, matches, stays),
    matches,
    stays: { own: stays, stayKey: randomUUID(), told: stayTold(request) },
    keys: { say: randomUUID(), quick: randomUUID(), reach: randomUUID(), end: randomUUID() },
    said: askSaid(request),
    reach: { contact: contact ?? "", reach: reach ?? "", avoid: avoid ?? "", isShared },
    now: Date.now() / 1000,
    joins: ask.closedAs && groupToJoin(ask, await listedGroups(ask.regionId)),
  };
  return data(shown, { headers: { "Set-Cookie": openedAskCookie(askId) } });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const sent = await request.formData();
    const own = await openedAsk(request);
    if (!own) throw redirect("/ask");
    const changed = await changeOwnAsk(own.askId, sent, languageOf(request));
    switch (changed.kind) {
      case "done":
        return redirect(changed.said ? `/ask?said=${changed.said}` : "/ask");
      case "gone":
        return redirect("/ask");
      case "kept":
        return data(changed);
      case "mend":
        return data(changed, { status: 400 });
    }
  });
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function OwnAsk() {
  const found = useLoaderData<typeof loader>();
  const changed = useActionData<typeof action>();
  if (found.kind === "code") return <OwnAskCode {...found} typed="" problem={null} />;
  const mend = changed?.kind === "mend" ? changed : null;
  const typed = { said: changed?.said ?? "", reach: mend?.reach ?? found.reach };
  return (
    <OwnAskPage {...found} said={changed?.kind === "kept" ? "sent" : found.said} mend={mend} typed={typed} />
  );
}
