import { randomUUID } from "node:crypto";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { searchQuery } from "~/domain/search";
import { deviceCookie, deviceOf, endOpenedCookie } from "~/http/device.server";
import { hasLeft } from "~/http/exit.server";
import { readHoldForm, type HoldForm } from "~/http/hold-form.server";
import { askPlace, holdQuestion } from "~/http/hold-question.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { deviceHold } from "~/http/own-hold.server";
import { whileThere } from "~/http/refusals.server";
import { holdWords, type NotHeld, type ToMend } from "~/text/hold";
import { HoldAsk } from "~/ui/hold-ask";
import { HoldNot } from "~/ui/hold-not";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const question = await holdQuestion(request, params.placeId ?? "", new Date());
    const own = await deviceHold(request);
    return data(
      {
        language: languageOf(request),
        ...question,
        hasHold: own?.hold.state === "held",
        formKey: randomUUID(),
      },
      { headers: { "Set-Cookie": deviceCookie(request) } },
    );
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const device = deviceOf(request);
    const read = readHoldForm(await request.formData());
    if (read.kind === "unclear") return again(read.problem, read.contact);
    // Without it the hold would be nobody's: the page that is shown again gives one.
    if (!device) return again("no-cookie", read.form.contact);

    const question = await holdQuestion(request, params.placeId ?? "", new Date());
    const { kind } = await askPlace(question, read.form, device);
    const ownHold = redirect(`/hold?${searchQuery(question.search)}`, {
      headers: { "Set-Cookie": endOpenedCookie() },
    });
    if (kind === "taken") return ownHold;
    if (kind === "out-of-range") return again("old-form", read.form.contact);
    if (kind !== "key-used-otherwise") return notHeld(kind, read.form);
    // The same form with other words: what it first asked for may stand.
    const own = await deviceHold(request);
    return own?.hold.state === "held" ? ownHold : again("old-form", read.form.contact);
  });
}

function again(why: ToMend, contact: string) {
  return data({ kind: "mend" as const, why, contact }, { status: 400 });
}

function notHeld(why: NotHeld, { pool, contact }: HoldForm) {
  return data({ kind: "not" as const, why, pool, contact, key: randomUUID() }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found ? `${holdWords[found.language].askTitle(found.option.place.name)}: Warmstop` : "Warmstop" },
  { name: "robots", content: "noindex" },
];

export default function AskForHold() {
  const asked = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  if (said?.kind === "not") {
    const isWorthAsking = said.why === "full" || said.why === "too-many-requests";
    return <HoldNot {...asked} why={said.why} again={isWorthAsking ? said : null} />;
  }
  const { offer } = asked;
  if (asked.hasHold) return <HoldNot {...asked} why="has-hold" again={null} />;
  if (offer.kind === "call") return <HoldNot {...asked} why="call" again={null} />;
  if (offer.kind === "too-early") return <HoldNot {...asked} why="arrives-too-late" again={null} />;
  return <HoldAsk {...asked} offer={offer} mend={said ?? null} />;
}
