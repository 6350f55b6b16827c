import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { encode } from "uqr";
import { accessOf } from "~/data/access.server";
import { keptPlaces } from "~/data/kept-places.server";
import { outlineOf } from "~/data/outlines.server";
import { drivenTo } from "~/data/rides.server";
import { timetableOf } from "~/data/timetables.server";
import { placeTonight } from "~/data/tonight.server";
import { whereIs } from "~/data/where.server";
import { drawingOf, type Drawing } from "~/domain/drawn/drawing";
import type { LatLon } from "~/domain/journey";
import { qrPath } from "~/domain/drawn/qr-path";
import type { Region } from "~/domain/region";
import { sketchOf } from "~/domain/drawn/sketch";
import type { Option } from "~/domain/tonight";
import { hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { parseSearch } from "~/http/search.server";
import { PlacePage } from "~/ui/place-page";
import type { PrintedQr } from "~/ui/take-along";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(() => answerTo(request, params.placeId ?? ""));
}

async function answerTo(request: Request, id: string) {
  if (hasLeft(request)) throw redirect("/");
  const url = new URL(request.url);
  const asked = parseSearch(url.searchParams);
  // What is unclear is mended on the find page's form, with all that was typed.
  if (asked.kind === "unclear") throw redirect(`/${url.search}`);

  const found = /^\d{1,15}$/.test(id) ? await keptPlaces.find(Number(id)) : undefined;
  if (!found) throw notFound("place");
  const { region } = found;

  const { search } = asked;
  const { where } = search.where
    ? await whereIs(search.where, search.region ?? region.slug)
    : { where: null };
  const origin = where?.kind === "found" ? where.at : null;
  const now = new Date();
  const tonight = await placeTonight(found.place.placeId, origin, search.party, search.when, now);
  if (!tonight) throw notFound("place");

  const drawing = origin && (await wayDrawing(region, tonight.option, origin));
  return data({
    language: languageOf(request),
    region,
    search,
    where: origin,
    tonight,
    driven: origin ? await drivenTo([tonight.option], region, tonight.from) : [],
    access: await accessOf(region, found.place.site, now),
    drawing,
    qr: qrOf(url),
    doorKey: randomUUID(),
  });
}

/** For the printed page: the place alone, not where the search began; a sheet of paper is left lying about. */
function qrOf({ origin, pathname }: URL): PrintedQr {
  const { data: modules, size } = encode(origin + pathname);
  return { path: qrPath(modules), size };
}

/** The drawn map of the way to one place. */
async function wayDrawing(region: Region, option: Option, origin: LatLon): Promise<Drawing> {
  const [{ lines }, outline] = await Promise.all([timetableOf(region), outlineOf(region)]);
  return drawingOf(sketchOf({ options: [option], origin, warmNow: null }, { lines, outline }));
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found ? `${found.tonight.option.place.name}: Warmstop` : "Warmstop" },
  { name: "robots", content: "noindex" },
];

export default function Place() {
  return <PlacePage {...useLoaderData<typeof loader>()} />;
}
