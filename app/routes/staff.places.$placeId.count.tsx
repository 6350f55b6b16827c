import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveCount } from "~/http/board-change.server";
import { answerPage } from "~/http/board-page.server";
import { languageOf } from "~/http/language.server";
import { BoardQuestion, NothingAsked } from "~/ui/board-question";

// Read after the action too, so it must not lead away: the page asks its question, and by itself is only a way back.
export function loader({ request, params }: LoaderFunctionArgs) {
  return { language: languageOf(request), back: `/staff/places/${params.placeId}` };
}

export function action({ request, params }: ActionFunctionArgs) {
  return answerPage(request, params.placeId, saveCount);
}

export default function Count() {
  const { language, back } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  return asked ? <BoardQuestion {...asked} /> : <NothingAsked language={language} back={back} />;
}
