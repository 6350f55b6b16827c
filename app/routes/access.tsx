import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accessOf } from "~/data/access.server";
import { regions } from "~/data/regions.server";
import { whereIs } from "~/data/where.server";
import { hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { parseSearch } from "~/http/search.server";
import { weekWords } from "~/text/access-week";
import { AccessPage } from "~/ui/access-page";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(() => answerTo(request));
}

async function answerTo(request: Request) {
  if (hasLeft(request)) throw redirect("/");
  const asked = parseSearch(new URL(request.url).searchParams);
  const [home = null] = await regions();
  const frame = { language: languageOf(request), region: home, typed: asked.typed.where };
  if (asked.kind === "unclear") {
    const [problem] = asked.problems;
    return data({ kind: "asking" as const, ...frame, problem }, { status: 400 });
  }
  if (!asked.search.where) return data({ kind: "asking" as const, ...frame, problem: null });

  const { where, region } = await whereIs(asked.search.where, asked.search.region);
  if (where.kind !== "found" || !region) {
    const unfound = where.kind === "found" ? ({ kind: "not-found" } as const) : where;
    return data({ kind: "unfound" as const, ...frame, where: unfound });
  }
  const access = await accessOf(region, where.at, new Date());
  return data({ kind: "found" as const, ...frame, region, where: where.at, access });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `Warmstop: ${weekWords[found?.language ?? "en"].any}` },
  { name: "robots", content: "noindex" },
];

export default function AccessOfPoint() {
  return <AccessPage {...useLoaderData<typeof loader>()} />;
}
