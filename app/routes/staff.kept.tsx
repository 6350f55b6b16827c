import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endKeptCookie, keptForm } from "~/http/kept-form.server";
import { readKept } from "~/http/kept-said.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { staffPlaces } from "~/data/people.server";
import { requireStaff } from "~/http/staff.server";
import { tabletToken } from "~/http/tablet.server";
import { KeptPage } from "~/ui/kept-page";

/** What was sent after the tablet had locked, for whoever opened it. */
export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const kept = keptForm(request, tabletToken(request) ?? "");
    const place =
      kept && (await staffPlaces(staff.token)).find(({ placeId }) => String(placeId) === kept.placeId);
    if (!place) throw redirect("/staff", { headers: { "Set-Cookie": endKeptCookie() } });
    const { fields } = kept;
    const said = await readKept(kept);
    return { language: languageOf(request), name: staff.name, place: place.name, fields, said };
  });
}

/** To be saved it goes on, as it was sent, to where it was meant for: that asks and answers as ever. */
export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    await requireStaff(request);
    const kept = keptForm(request, tabletToken(request) ?? "");
    const isLeft = (await request.formData()).has("leave");
    const headers = { "Set-Cookie": endKeptCookie() };
    if (isLeft || !kept) return redirect("/staff", { headers });
    return redirect(kept.path, { status: 307, headers });
  });
}

export default function Kept() {
  return <KeptPage {...useLoaderData<typeof loader>()} />;
}
