import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSheet, seenWith } from "~/http/edit/pages.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { EditHome } from "~/ui/edit-page";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const managed = await requireSheet(request, params.placeId);
    const { staff, place, sheet } = managed;
    const now = new Date();
    return {
      language: languageOf(request),
      name: staff.name,
      place,
      seen: await seenWith(managed, null, now),
      edits: sheet.edits,
      saved: new URL(request.url).searchParams.has("saved"),
      now: Math.floor(now.getTime() / 1000),
    };
  });
}

export default function Edit() {
  return <EditHome {...useLoaderData<typeof loader>()} />;
}
