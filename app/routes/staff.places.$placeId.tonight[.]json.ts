import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { sayTonight } from "~/http/board-word.server";
import { answerBoard } from "~/http/board-json.server";

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/staff/places/${params.placeId}`);
}

export function action({ request, params }: ActionFunctionArgs) {
  return answerBoard(request, params.placeId, sayTonight);
}
