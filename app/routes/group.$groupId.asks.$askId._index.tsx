import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askPage } from "~/http/desk.server";
import { whileThere } from "~/http/refusals.server";
import { AskPage } from "~/ui/ask-page";

export function loader(asked: LoaderFunctionArgs) {
  return whileThere(() => askPage(asked));
}

export default function OneAsk() {
  const page = useLoaderData<typeof loader>();
  return <AskPage {...page} typed={{ said: "", note: "", from: "" }} problem={null} />;
}
