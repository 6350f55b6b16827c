import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { noteEmptySearch } from "~/data/empty-searches.server";
import { keptPlaces } from "~/data/kept-places.server";
import { outlineOf } from "~/data/outlines.server";
import { drivenTo } from "~/data/rides.server";
import { timetableOf } from "~/data/timetables.server";
import { tonightWithRooms } from "~/data/tonight.server";
import { whereIs } from "~/data/where.server";
import { drawingOf } from "~/domain/drawn/drawing";
import { sketchOf } from "~/domain/drawn/sketch";
import { dressFor } from "~/http/dress.server";
import { beginAnew, hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { parseSearch } from "~/http/search.server";
import { answerWords } from "~/text/answer";
import { FoundPage } from "~/ui/found-page";
import { drawnFrom, forPage } from "~/ui/page-data";
import { StartPage } from "~/ui/start-page";
import { UnfoundPage } from "~/ui/unfound-page";

// More than ten cards would not fit the first view's 14 KB, nor a tired person's patience.
const FIRST_PLACES = 10;

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const page = await pageFor(request);
    const isUnclear = page.kind === "start" && page.problems.length > 0;
    return data(forPage(page), { status: isUnclear ? 400 : 200 });
  });
}

async function pageFor(request: Request) {
  beginAnew(request);
  const { searchParams } = new URL(request.url);
  const begins = hasLeft(request);
  const asked = parseSearch(begins ? new URLSearchParams() : searchParams);
  const [home = null] = await keptPlaces.regions();
  const frame = { language: languageOf(request), typed: asked.typed, region: home };

  if (asked.kind === "unclear") return { kind: "start" as const, ...frame, problems: asked.problems, begins };
  const { search } = asked;
  if (!search.where) return { kind: "start" as const, ...frame, problems: [], begins };

  const { where, region } = await whereIs(search.where, search.region);
  if (where.kind !== "found" || !region)
    return { kind: "unfound" as const, ...frame, where, search, region: region ?? home };

  const now = new Date();
  const [tonight, { lines }, outline] = await Promise.all([
    tonightWithRooms(region, where.at, search.party, search.when, now),
    timetableOf(region),
    outlineOf(region),
  ]);
  if (tonight.sleepsYou === 0) noteEmptySearch(region, where.at, search.party, tonight.now);
  const drawing = drawingOf(
    sketchOf(tonight, { lines, outline, areas: tonight.rooms.areas.map(({ outline: corners }) => corners) }),
  );
  const options = searchParams.has("all") ? tonight.options : tonight.options.slice(0, FIRST_PLACES);
  return {
    kind: "found" as const,
    ...frame,
    region,
    where: where.at,
    search,
    tonight: { ...tonight, options },
    hidden: tonight.options.length - options.length,
    driven: await drivenTo(options, region, tonight.from),
    drawing,
    full: dressFor(request) === "full",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: given }) => {
  const found = given && drawnFrom(given);
  return [
    { title: `Warmstop: ${answerWords[found?.language ?? "en"].title}` },
    { name: "robots", content: found?.kind === "start" ? "index" : "noindex" },
  ];
};

export default function Find() {
  const found = drawnFrom(useLoaderData<typeof loader>());
  switch (found.kind) {
    case "start":
      return <StartPage {...found} />;
    case "unfound":
      return <UnfoundPage {...found} />;
    case "found":
      return <FoundPage {...found} />;
  }
}
