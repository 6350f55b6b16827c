/** The pages on which managers edit a place: who may see them, and the place as it would be read. */
import { z } from "zod";
import { findPlaceSheet } from "~/data/place-sheet.server";
import { findPlace } from "~/data/places.server";
import { hoursTonight } from "~/domain/hours/hours-tonight";
import { PLACE_PARTS, placeWith, type PartSaid, type PlacePart, type PlaceSheet } from "~/domain/place-sheet";
import type { StaffPlace } from "~/domain/staff";
import { publicPlace } from "~/domain/tonight";
import { notFound } from "~/http/refusals.server";
import { requirePlace, requireStaff, type Staff } from "~/http/staff.server";

type Managed = { staff: Staff; place: StaffPlace; sheet: PlaceSheet };

/** Throws 404 for whoever is no manager of the place, be it there or not. */
export async function requireSheet(request: Request, placeId: string | undefined): Promise<Managed> {
  const staff = await requireStaff(request);
  const place = await requirePlace(staff, placeId);
  const sheet = await findPlaceSheet(staff.token, place.placeId);
  if (!sheet) throw notFound("place");
  return { staff, place, sheet };
}

export function partIn(text: string | undefined): PlacePart {
  const part = PLACE_PARTS.find((known) => known === text);
  if (!part) throw notFound("page");
  return part;
}

const own = z.object({
  key: z.uuid(),
  seen: z.string().regex(/^[0-9a-f]{32}$/),
  step: z.enum(["see", "save"]),
});

/** null: no form of ours. */
export function readOwn(form: FormData): z.infer<typeof own> | null {
  const read = own.safeParse({ key: form.get("key"), seen: form.get("seen"), step: form.get("step") });
  return read.data ?? null;
}

/** As people read it now, or as they would with the change. */
export async function seenWith({ place, sheet }: Managed, change: PartSaid | null, now: Date) {
  const found = await findPlace(place.placeId);
  if (!found) throw notFound("place");
  const then = change ? placeWith(found.place, change) : found.place;
  const seconds = Math.floor(now.getTime() / 1000);
  const { operating, intake } = then.hours;
  return {
    place: publicPlace(then),
    tonight: hoursTonight(then.hours, place.timeZone, seconds),
    operating,
    intake,
    pools: (change?.part === "units" ? change.said : sheet.parts.units.now).pools,
    now: seconds,
    timeZone: place.timeZone,
  };
}
