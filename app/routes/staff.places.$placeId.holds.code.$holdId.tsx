import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findHoldAt, saidCode } from "~/http/inbox.server";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { clockOf } from "~/text/say";
import { CodePage } from "~/ui/inbox-code";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, ...staff }, params.placeId);
    const hold = await findHoldAt(staff.token, place.placeId, params.holdId ?? "");
    if (!hold) throw notFound();
    return { language: languageOf(request), name, place, hold, codes: saidCode(hold.holdId) };
  });
}

export default function Code() {
  const page = useLoaderData<typeof loader>();
  return <CodePage {...page} clock={clockOf(page.language, page.place.timeZone)} />;
}
