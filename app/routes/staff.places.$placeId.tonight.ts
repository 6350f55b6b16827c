import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { openTonight } from "~/data/reports.server";
import { nightOf } from "~/domain/hours/night";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";

const fields = z.object({
  key: z.uuid(),
  night: z.iso.date(),
  open: z.enum(["open", "closed", "none"]),
});
const SAID = { open: true, closed: false, none: null };

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/staff/places/${params.placeId}`);
}

/** A form that is not ours, or of another night, changes nothing: the board shows how it is. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const { placeId, timeZone } = await requirePlace(staff, params.placeId);
    const read = fields.safeParse(Object.fromEntries(await request.formData()));
    if (read.success && read.data.night === nightOf(Date.now() / 1000, timeZone)) {
      const { key, night, open } = read.data;
      await openTonight({ key, token: staff.token, placeId, night, open: SAID[open] });
    }
    return redirect(`/staff/places/${placeId}`);
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
