import { randomUUID } from "node:crypto";
import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPlace } from "~/data/places.server";
import { regions } from "~/data/regions.server";
import { fitOf } from "~/domain/fit";
import { ONE_ADULT } from "~/domain/party";
import type { RoomAlert } from "~/domain/room-alert";
import { searchQuery } from "~/domain/search";
import { alertSaid, alertTold, openedAlert } from "~/http/alert.server";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { AlertCode } from "~/ui/alert-code";
import { AlertPage } from "~/ui/alert-page";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(() => answerTo(request));
}

async function answerTo(request: Request) {
  beginAnew(request);
  if (hasLeft(request)) throw redirect("/");
  const [language, known] = [languageOf(request), await regions()];
  const alert = await openedAlert(request);
  if (!alert) return { kind: "code" as const, language, region: known[0] ?? null };

  const region = known.find(({ regionId }) => regionId === alert.regionId) ?? null;
  const party = alert.party ?? ONE_ADULT;
  return {
    kind: "alert" as const,
    language,
    region,
    alert,
    place: await placeOf(alert),
    said: alertSaid(request),
    told: alertTold(alert),
    question: String(searchQuery({ where: "", region: region?.slug ?? null, party, when: { kind: "now" } })),
    keys: { yes: randomUUID(), no: randomUUID(), keep: randomUUID(), stop: randomUUID() },
    now: Date.now() / 1000,
  };
}

async function placeOf({ offer, party }: RoomAlert) {
  const found = offer && (await findPlace(offer.placeId));
  if (!found) return null;
  const { name, phone, admits } = found.place;
  return { name, phone, fit: party && fitOf(party, admits) };
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function OwnWait() {
  const found = useLoaderData<typeof loader>();
  return found.kind === "alert" ? (
    <AlertPage {...found} />
  ) : (
    <AlertCode {...found} isSent={false} typed="" problem={null} />
  );
}
