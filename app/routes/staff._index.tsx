import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keptForm } from "~/http/kept-form.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { staffPlaces } from "~/data/people.server";
import { endCookie, findStaff } from "~/http/staff.server";
import { endTabletCookie, findTablet } from "~/http/tablet.server";
import { LockScreen } from "~/ui/lock-screen";
import { StaffPlaces } from "~/ui/staff-places";

/** A person's places; on a shared tablet that is locked, the people who may open it. */
export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const [staff, tablet] = await Promise.all([findStaff(request), findTablet(request)]);
    const kept = tablet && keptForm(request, tablet.token);
    const language = languageOf(request);
    if (!staff && tablet) {
      const { token: _secret, ...screen } = tablet;
      return data({ kind: "locked" as const, language, tablet: screen, keepsForm: kept !== null });
    }
    if (!staff) {
      const headers = new Headers({ "Set-Cookie": endCookie() });
      headers.append("Set-Cookie", endTabletCookie());
      throw redirect("/staff/sign-in", { headers });
    }
    if (kept) throw redirect("/staff/kept");
    const places = await staffPlaces(staff.token);
    // Whoever keeps no counts comes for a group, or because of an invitation to one.
    if (places.length === 0 && !staff.tablet?.byPin) throw redirect("/group");
    const [only, ...others] = places;
    if (only && others.length === 0) throw redirect(`/staff/places/${only.placeId}`);
    return data({ kind: "open" as const, language, name: staff.name, places });
  });
}

export default function Staff() {
  const here = useLoaderData<typeof loader>();
  return here.kind === "locked" ? <LockScreen {...here} /> : <StaffPlaces {...here} />;
}
