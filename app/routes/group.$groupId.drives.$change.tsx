import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { DriveSaid } from "~/domain/drive";
import { driveChange, numberTyped, readDriveChange } from "~/http/drive-form.server";
import { changeDriveBy } from "~/http/drive-changes.server";
import { requireGroup } from "~/http/group.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";

/** Reloaded, or opened from a history: the page itself. */
export function loader({ params }: LoaderFunctionArgs) {
  if (!driveChange(params.change)) throw notFound();
  return redirect(`/group/${params.groupId}/drives`);
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const change = driveChange(params.change);
    if (!change) throw notFound();
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId } = group;
    const shown = (said: DriveSaid) => redirect(`/group/${groupId}/drives?said=${said}`);
    const form = await request.formData();
    const read = readDriveChange(form);
    if (!read) return shown("old-form");
    if (change === "bring" && read.n === undefined)
      return redirect(`/group/${groupId}/drives?said=number&${numberTyped(form, read)}`);
    const came = await changeDriveBy(change, read, { token: staff.token, groupId });
    switch (came?.kind) {
      case "done":
        return shown("saved");
      case "unknown":
        return shown("over");
      case "signed-out":
      case "unknown-group":
        throw notFound();
      default:
        return shown("old-form");
    }
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
