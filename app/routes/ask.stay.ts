import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerCheckIn } from "~/data/home-search.server";
import { CHECK_IN_ANSWERS } from "~/domain/stay";
import { hasLeft } from "~/http/exit.server";
import { openedAsk } from "~/http/own-ask.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

const tapped = z.object({ key: z.uuid(), stay: z.uuid(), answer: z.enum(CHECK_IN_ANSWERS) });

export function loader() {
  return redirect("/ask");
}

/** "How is it going?" answered by one tap. */
export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) return redirect("/");
    const read = tapped.safeParse(Object.fromEntries(await request.formData()));
    const own = await openedAsk(request);
    if (!own) return redirect("/ask");
    if (!read.success) return redirect("/ask?told=old-form");
    const { key, stay: stayId, answer } = read.data;
    const { kind } = await answerCheckIn({ key, askId: own.askId, stayId, answer });
    if (kind === "answered") return redirect(`/ask?told=${answer}`);
    return redirect(`/ask?told=${kind === "over" ? kind : "old-form"}`);
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
