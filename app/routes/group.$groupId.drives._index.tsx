import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { deskOf } from "~/data/desk.server";
import { drivesOf } from "~/data/drives.server";
import { offersOf } from "~/data/offers.server";
import { roundsOf } from "~/data/rounds.server";
import { DRIVE_SAID, thingsMet } from "~/domain/drive";
import { numberToMend } from "~/http/drive-form.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { DrivesPage } from "~/ui/drives-page";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId, isCoordinator } = group;
    const [drives, rounds, lines, offers] = await Promise.all([
      drivesOf(staff.token, groupId),
      roundsOf(staff.token, groupId),
      isCoordinator ? deskOf(staff.token, groupId) : null,
      isCoordinator ? offersOf(staff.token, groupId) : null,
    ]);
    if (!drives || !rounds) throw notFound();
    const url = new URL(request.url);
    const said = url.searchParams.get("said");
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      drives,
      rounds,
      met: thingsMet(lines ?? [], offers ?? [], new Date()),
      // One tap a page: whoever comes back has a new page, and a new key.
      formKey: randomUUID(),
      toMend: numberToMend(url),
      said: DRIVE_SAID.find((each) => each === said) ?? null,
    };
  });
}

export default function Drives() {
  return <DrivesPage {...useLoaderData<typeof loader>()} />;
}
