import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchPage } from "~/http/home-search.server";
import { whileThere } from "~/http/refusals.server";
import { HomeSearchPage } from "~/ui/home-search";

export function loader(asked: LoaderFunctionArgs) {
  return whileThere(() => searchPage(asked));
}

export default function SearchForAHome() {
  return <HomeSearchPage {...useLoaderData<typeof loader>()} typed={{}} problem={null} />;
}
