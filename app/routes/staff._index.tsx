import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffPlaces } from "~/data/people.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { requireStaff } from "~/http/staff.server";
import { StaffPlaces } from "~/ui/staff-places";

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, places } = await whileThere(async () => {
    const staff = await requireStaff(request);
    return { name: staff.name, places: await staffPlaces(staff.token) };
  });
  const [only, ...others] = places;
  if (only && others.length === 0) throw redirect(`/staff/places/${only.placeId}`);
  return { language: languageOf(request), name, places };
}

export default function Staff() {
  return <StaffPlaces {...useLoaderData<typeof loader>()} />;
}
