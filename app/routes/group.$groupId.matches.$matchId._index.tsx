import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { matchPage } from "~/http/match.server";
import { whileThere } from "~/http/refusals.server";
import { MatchPage } from "~/ui/match-page";

export function loader(asked: LoaderFunctionArgs) {
  return whileThere(() => matchPage(asked));
}

export default function OneMatch() {
  return <MatchPage {...useLoaderData<typeof loader>()} refused={null} typed={{ words: null, day: "" }} />;
}
