import { randomUUID } from "node:crypto";
import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { codeOf, codeWords } from "~/data/codes.server";
import { findPlace } from "~/data/places.server";
import { findRegion, regions } from "~/data/regions.server";
import { mailAddressOf } from "~/http/contact.server";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { holdQuery, lateSaid } from "~/http/hold-address.server";
import { languageOf } from "~/http/language.server";
import { ownHold, holdTold } from "~/http/own-hold.server";
import { whileThere } from "~/http/refusals.server";
import { HoldCode } from "~/ui/hold-code";
import { HoldPage } from "~/ui/hold-page";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(() => answerTo(request));
}

async function answerTo(request: Request) {
  beginAnew(request);
  if (hasLeft(request)) throw redirect("/");
  const language = languageOf(request);
  const [home = null] = await regions();
  const own = await ownHold(request);
  // Whoever has neither the phone nor the words reads the same, be there holds or none.
  if (!own) return { kind: "code" as const, language, region: home };

  const { holdId, placeId, party, ...rest } = own.hold;
  const found = await findPlace(placeId);
  const { unit, units, state, confirmed, until, arrivesAt, declineReason } = rest;
  return {
    kind: "hold" as const,
    language,
    region: (found && (await findRegion(found.regionSlug))) ?? home,
    hold: { holdId, placeId, unit, units, state, confirmed, until, arrivesAt, declineReason },
    place: found ? { name: found.place.name, phone: found.place.phone } : null,
    code: codeWords(codeOf("hold", holdId), language),
    question: holdQuery(request, party),
    said: lateSaid(request),
    told: holdTold(own.hold),
    mailHref: mailAddressOf(request, own),
    forms: { late: randomUUID(), cancel: randomUUID() },
    now: Date.now() / 1000,
  };
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function OwnHold() {
  const found = useLoaderData<typeof loader>();
  return found.kind === "hold" ? <HoldPage {...found} /> : <HoldCode {...found} typed="" problem={null} />;
}
