import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { ownRoomPage, requireOwnRoom, sayOfOwnRoom } from "~/http/own-match.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { OwnMatchPage } from "~/ui/own-match-page";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    beginAnew(request);
    if (hasLeft(request)) throw redirect("/");
    const page = await ownRoomPage(request, await requireOwnRoom(request), new Date());
    return { language: languageOf(request), ...page };
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const said = await sayOfOwnRoom(await requireOwnRoom(request), await request.formData());
    if (said.kind === "done") return redirect(`/ask/room?said=${said.said}`);
    return data(said, { status: said.kind === "way" ? 200 : 409 });
  });
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function OwnRoom() {
  const page = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const mended = done?.kind === "mend" ? done : null;
  const way = done?.kind === "way" ? done : null;
  const typed = { words: mended?.words ?? "", from: way?.from ?? "" };
  return <OwnMatchPage {...page} way={way ? way.way : page.way} mend={mended?.mend ?? null} typed={typed} />;
}
