import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPlace } from "~/data/places.server";
import { findRegion } from "~/data/regions.server";
import { placeTonight } from "~/data/tonight.server";
import { whereIs } from "~/data/where.server";
import { hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { parseSearch } from "~/http/search.server";
import { PlacePage } from "~/ui/place-page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  if (hasLeft(request)) throw redirect("/");
  const url = new URL(request.url);
  const asked = parseSearch(url.searchParams);
  // What is unclear is mended on the find page's form, with all that was typed.
  if (asked.kind === "unclear") throw redirect(`/${url.search}`);

  const found = /^\d{1,15}$/.test(params.placeId ?? "") ? await findPlace(Number(params.placeId)) : undefined;
  const region = found && (await findRegion(found.regionSlug));
  if (!found || !region) throw notFound("place");

  const { search } = asked;
  const { where } = search.where
    ? await whereIs(search.where, search.region ?? region.slug)
    : { where: null };
  const origin = where?.kind === "found" ? where.at : null;
  const tonight = await placeTonight(found.place.placeId, origin, search.party, search.when, new Date());
  if (!tonight) throw notFound("place");
  return data({ language: languageOf(request), region, search, where: origin, tonight });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found ? `${found.tonight.option.place.name}: Warmstop` : "Warmstop" },
  { name: "robots", content: "noindex" },
];

export default function Place() {
  return <PlacePage {...useLoaderData<typeof loader>()} />;
}
