import { randomUUID } from "node:crypto";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canSendMail } from "~/data/mail.server";
import { findRegion, regions } from "~/data/regions.server";
import { askAlert } from "~/data/room-alerts.server";
import { whereIs } from "~/data/where.server";
import type { Search } from "~/domain/search";
import { clientNetwork } from "~/http/address.server";
import { openedAlert, readAskForm } from "~/http/alert.server";
import { hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { parseSearch } from "~/http/search.server";
import { roomAlertWords, type AlertMend } from "~/text/room-alert";
import { AlertAsk } from "~/ui/alert-ask";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const search = searchOf(request);
    const own = await openedAlert(request);
    if (own && own.state !== "ended") throw redirect("/alert");
    const [language, region] = [languageOf(request), await regionOf(search)];
    return { language, search, region, formKey: randomUUID(), canSend: canSendMail() };
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const search = searchOf(request);
    const read = readAskForm(await request.formData());
    if (read.kind === "unclear") return again(read.problem, read.contact);
    const { key, contact } = read;
    const region = await regionOf(search);
    if (!region) throw notFound("place");
    const [language, address] = [languageOf(request), clientNetwork(request)];
    const asked = { key, contact, party: search.party, regionId: region.regionId, language, address };
    const { kind } = await askAlert(asked);
    // The same page whether or not they wait already: it is the mail that says more.
    if (kind === "asked") return redirect("/alert/code?sent=1");
    if (kind === "too-many") return again(kind, contact, 429);
    if (kind === "away") return again(kind, contact, 503);
    return again(kind === "out-of-range" ? "contact" : "old-form", contact);
  });
}

/** What is unclear is mended on the find page's form, with all that was typed. */
function searchOf(request: Request): Search {
  const url = new URL(request.url);
  const asked = parseSearch(url.searchParams);
  if (asked.kind === "unclear") throw redirect(`/${url.search}`);
  return asked.search;
}

async function regionOf({ where, region: slug }: Search) {
  const there = where ? (await whereIs(where, slug)).region : slug && (await findRegion(slug));
  return there || (await regions())[0] || null;
}

function again(why: AlertMend, contact: string, status = 400) {
  return data({ why, contact }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${roomAlertWords[found?.language ?? "en"].askTitle}: Warmstop` },
  { name: "robots", content: "noindex" },
];

export default function AskToBeTold() {
  const { canSend, ...asked } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const away = canSend ? null : { why: "away" as const, contact: "" };
  return <AlertAsk {...asked} mend={said ?? away} />;
}
