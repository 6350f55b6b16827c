import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deedCalled, changeMatch, matchPage, requireMatch } from "~/http/match.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { MatchPage } from "~/ui/match-page";

// Read after the action too: the match as it is then, with what was typed.
export function loader(asked: LoaderFunctionArgs) {
  deedCalled(asked.params.deed);
  return whileThere(() => matchPage(asked));
}

export function action(asked: ActionFunctionArgs) {
  requireOwnPage(asked.request);
  return whileThere(async () => {
    const deed = deedCalled(asked.params.deed);
    const found = await requireMatch(asked);
    const refused = await changeMatch(deed, found, await asked.request.formData());
    if (refused) return data(refused, { status: 409 });
    return redirect(`/group/${found.group.groupId}/matches/${found.match.matchId}`);
  });
}

export default function ChangedMatch() {
  const said = useActionData<typeof action>();
  return (
    <MatchPage
      {...useLoaderData<typeof loader>()}
      refused={said?.refused ?? null}
      typed={{ words: said?.words || null, day: said?.day ?? "" }}
    />
  );
}
