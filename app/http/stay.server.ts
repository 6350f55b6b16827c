/** What the pages of a group's stays are drawn from: only for who coordinates it. */
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { searchOf } from "~/data/home-search.server";
import { staysOf } from "~/data/stays.server";
import type { GroupSheet } from "~/domain/group";
import { STAY_CHANGES, type StaySheet } from "~/domain/stay-sheet";
import { headOf, requireGroup, type InGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { isUuid } from "~/domain/uuid";

type Asked = Pick<LoaderFunctionArgs, "request" | "params">;

export async function staysPage({ request, params }: Asked) {
  const inGroup = await requireGroup(request, params.groupId, "coordinator");
  const stays = await staysOf(inGroup.staff.token, inGroup.group.groupId);
  if (!stays) throw notFound();
  return { ...frameOf(request, inGroup), stays };
}

export async function stayPage({ request, params }: Asked) {
  const { inGroup, stay } = await requireStay(request, params);
  const { askId } = stay;
  const done = new URL(request.url).searchParams.get("done");
  return {
    ...frameOf(request, inGroup),
    stay,
    search: askId === null ? null : await searchOf(inGroup.staff.token, askId),
    coordinators: coordinatorsOf(inGroup.group),
    // One for all forms of the page: a second tap is the same tap.
    formKey: randomUUID(),
    done: STAY_CHANGES.find((change) => change === done) ?? null,
  };
}

/** Throws 404 for a stay that is not of that group, be it there or not. */
export async function requireStay(
  request: Request,
  { groupId, stayId = "" }: Asked["params"],
): Promise<{ inGroup: InGroup; stay: StaySheet }> {
  const inGroup = await requireGroup(request, groupId, "coordinator");
  const found = isUuid(stayId) ? await staysOf(inGroup.staff.token, inGroup.group.groupId, stayId) : null;
  const stay = found?.[0];
  if (!stay) throw notFound();
  return { inGroup, stay };
}

export function frameOf(request: Request, { staff, group }: InGroup) {
  return {
    language: languageOf(request),
    name: staff.name,
    group: headOf(group),
    timeZone: group.timeZone,
    now: new Date(),
  };
}

function coordinatorsOf({ people }: GroupSheet) {
  return people
    .filter(({ role, entry }) => role === "coordinator" && entry === "in")
    .map(({ personId, name }) => ({ personId, name }));
}
