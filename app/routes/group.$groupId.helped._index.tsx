import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { helpedBy } from "~/data/helped.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { HelpedPage } from "~/ui/helped-page";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const helped = await helpedBy(staff.token, group.groupId);
    if (!helped) throw notFound();
    return { language: languageOf(request), name: staff.name, group: headOf(group), helped };
  });
}

export default function HowManyWereHelped() {
  return <HelpedPage {...useLoaderData<typeof loader>()} />;
}
