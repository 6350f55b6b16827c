import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listedGroups } from "~/data/groups.server";
import { regions } from "~/data/regions.server";
import { hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { tabletToken } from "~/http/tablet.server";
import { groupsWords } from "~/text/groups";
import { GroupsPage } from "~/ui/groups-page";

/** The open groups of every region here; who shares a tablet with others is asked to join none on it. */
export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const known = await regions();
    const groups = await Promise.all(known.map(({ regionId }) => listedGroups(regionId)));
    const parts = known.map(({ name }, at) => ({ name, groups: groups[at]! }));
    const isShared = tabletToken(request) !== null;
    return { language: languageOf(request), region: known[0] ?? null, parts, isShared };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${groupsWords[data?.language ?? "en"].title}: Warmstop` },
];

export default function Groups() {
  return <GroupsPage {...useLoaderData<typeof loader>()} />;
}
