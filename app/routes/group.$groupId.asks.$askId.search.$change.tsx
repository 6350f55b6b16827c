import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSearch, requireSearch, searchChangeCalled, searchPage } from "~/http/home-search.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { HomeSearchPage } from "~/ui/home-search";

// Read after the action too: the search as it is then, with what was typed.
export function loader(asked: LoaderFunctionArgs) {
  searchChangeCalled(asked.params.change);
  return whileThere(() => searchPage(asked));
}

export function action(asked: ActionFunctionArgs) {
  requireOwnPage(asked.request);
  return whileThere(async () => {
    const change = searchChangeCalled(asked.params.change);
    const found = await requireSearch(asked);
    const { problem, typed } = await changeSearch(change, await asked.request.formData(), found);
    if (problem) return data({ typed, problem: { change, why: problem } }, { status: 409 });
    return redirect(`/group/${asked.params.groupId}/asks/${found.ask.askId}/search?done=${change}`);
  });
}

export default function ChangedSearch() {
  const said = useActionData<typeof action>();
  return (
    <HomeSearchPage
      {...useLoaderData<typeof loader>()}
      typed={said?.typed ?? {}}
      problem={said?.problem ?? null}
    />
  );
}
