import type { LoaderFunctionArgs } from "@remix-run/node";
import { staysOfAsk } from "~/data/home-search.server";
import { matchesOfAsk } from "~/data/own-match.server";
import { hasLeft } from "~/http/exit.server";
import { unlessAway } from "~/http/machine-answer.server";
import { newsOf, openedAsk } from "~/http/own-ask.server";

const HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

/** For an open page: whether there is more than it shows. Says nothing of what. */
export async function loader({ request }: LoaderFunctionArgs) {
  const told = await unlessAway(async () => {
    const ask = hasLeft(request) ? null : await openedAsk(request);
    if (!ask) return { kind: "told" as const, news: null };
    const [matches, stays] = await Promise.all([matchesOfAsk(ask.askId), staysOfAsk(ask.askId)]);
    return { kind: "told" as const, news: newsOf(ask, matches, stays) };
  });
  if (told.kind === "away") return Response.json({ news: null }, { status: 503, headers: HEADERS });
  return Response.json({ news: told.news }, { headers: HEADERS });
}
