import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ASK_CHANGES, type AskChange } from "~/domain/desk";
import { askPage, regionOf, requireAsk } from "~/http/desk.server";
import { changeAskBy, placesAskedFrom } from "~/http/desk-forms.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { suggestionsFor } from "~/http/suggestions.server";
import { problemWords } from "~/text/ask-page";
import { AskPage } from "~/ui/ask-page";

// After a change the page is shown where it was made.
const SHOWN: Record<AskChange, string> = {
  say: "#talk",
  note: "#notes",
  claim: "",
  hand: "",
  end: "",
  places: "#places",
};

// Read after the action too: the ask as it is then, with what was typed.
export function loader(asked: LoaderFunctionArgs) {
  changeCalled(asked.params.change);
  return whileThere(() => askPage(asked));
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const change = changeCalled(params.change);
    const { inGroup, ask } = await requireAsk(request, params);
    const form = await request.formData();
    const language = languageOf(request);
    if (change === "places") {
      const from = placesAskedFrom(form);
      const suggestions = await suggestionsFor(ask, await regionOf(inGroup), from, new Date());
      return data({ typed: { said: "", note: "", from }, problem: null, done: null, suggestions });
    }
    const answer = await changeAskBy(change, form, { token: inGroup.staff.token, ask, language });
    if (answer.kind === "gone") throw notFound();
    const typed = { ...answer.typed, from: "" };
    if (answer.kind === "refused") {
      const problem = { change, sentence: problemWords(answer.problem, language) };
      return data({ typed, problem, done: null, suggestions: null }, { status: 409 });
    }
    // A quick answer was sent while something else was being written.
    if (typed.said) return data({ typed, problem: null, done: change, suggestions: null });
    return redirect(`/group/${params.groupId}/asks/${ask.askId}?done=${change}${SHOWN[change]}`);
  });
}

function changeCalled(called = ""): AskChange {
  const change = ASK_CHANGES.find((each) => each === called);
  if (!change) throw notFound();
  return change;
}

export default function ChangedAsk() {
  const { suggestions, ...page } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <AskPage
      {...page}
      suggestions={said?.suggestions ?? suggestions}
      typed={said?.typed ?? { said: "", note: "", from: "" }}
      problem={said?.problem ?? null}
      done={said?.done ?? page.done}
    />
  );
}
