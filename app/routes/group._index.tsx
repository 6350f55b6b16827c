import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myGroups } from "~/data/groups.server";
import { staffPlaces } from "~/data/people.server";
import { requirePerson } from "~/http/group.server";
import { groupSaid } from "~/http/group-people.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { OwnGroups } from "~/ui/own-groups";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { token, name, personId } = await requirePerson(request);
    const [groups, places] = await Promise.all([myGroups(token), staffPlaces(token)]);
    return {
      language: languageOf(request),
      name,
      personId,
      said: groupSaid(request),
      hasPlaces: places.length > 0,
      groups: groups.map((group) => ({ ...group, key: randomUUID() })),
    };
  });
}

export default function Own() {
  return <OwnGroups {...useLoaderData<typeof loader>()} />;
}
