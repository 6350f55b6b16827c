import { randomUUID } from "node:crypto";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { wasAsked } from "~/data/asked.server";
import { searchQuery } from "~/domain/search";
import { networkHash } from "~/http/address.server";
import { afterRequest, contactHelp, mailAddressFor } from "~/http/contact.server";
import { deviceCookie, deviceOf, endOpenedCookie } from "~/http/device.server";
import { hasLeft } from "~/http/exit.server";
import { readHoldForm, type HoldForm } from "~/http/hold-form.server";
import { askPlace, holdQuestion, holdQuestionBeside } from "~/http/hold-question.server";
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
    const [question, own, contact] = await Promise.all([
      holdQuestionBeside(request, params.placeId ?? "", new Date()),
      deviceHold(request),
      contactHelp(deviceOf(request)),
    ]);
    return data(
      {
        language: languageOf(request),
        ...question,
        ...contact,
        mailHref: mailAddressFor(request, question.option.place.placeId),
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
    const taken = await askPlace(question, read.form, { device, address: networkHash(request) });
    const { kind } = taken;
    const headers = { "Set-Cookie": endOpenedCookie() };
    const ownHold = redirect(`/hold?${searchQuery(question.search)}`, { headers });
    if (kind === "taken") {
      if (taken.confirmed) return ownHold;
      return redirect(await afterRequest(request, device, read.form.contact), { headers });
    }
    if (kind === "out-of-range") return again("old-form", read.form.contact);
    if (kind !== "key-used-otherwise" && kind !== "unknown-pool") return notHeld(kind, read.form);
    // The same form with other words, or after the place has changed: what it first asked for may stand, or is told how it ended.
    const hold = (await deviceHold(request))?.hold;
    const isOfPool = hold?.poolId === read.form.pool;
    if (hold?.state === "held" && (kind !== "unknown-pool" || isOfPool)) return ownHold;
    if (isOfPool && (await wasAsked(read.form.key))) return ownHold;
    return kind === "unknown-pool" ? notHeld(kind, read.form) : again("old-form", read.form.contact);
  });
}

// What the page says where nothing can be asked for.
const INSTEAD = { ask: null, call: "call", "too-early": "arrives-too-late" } as const;

const WORTH_ASKING_AGAIN: NotHeld[] = ["full", "too-many-requests"];

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
    return <HoldNot {...asked} why={said.why} again={WORTH_ASKING_AGAIN.includes(said.why) ? said : null} />;
  }
  const { offer } = asked;
  const instead = asked.hasHold ? "has-hold" : INSTEAD[offer.kind];
  if (instead || offer.kind !== "ask") return <HoldNot {...asked} why={instead ?? "call"} again={null} />;
  return <HoldAsk {...asked} offer={offer} mend={said ?? null} />;
}
