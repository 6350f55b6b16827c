import type { LoaderFunctionArgs } from "@remix-run/node";
import { helpedBy } from "~/data/helped.server";
import { csvAnswer } from "~/http/csv.server";
import { requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { helpedWords } from "~/text/helped";

/** What the page tells, a line each: for a county's meeting. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const helped = await helpedBy(staff.token, group.groupId);
    if (!helped) throw notFound();
    const rows = helped.months.flatMap(({ month, counts }) =>
      counts.map(({ what, part, n, folded }) => [month.slice(0, 7), what, part, n, folded.join(" ")]),
    );
    return csvAnswer([helpedWords[languageOf(request)].head, ...rows], `group-${group.groupId}-helped.csv`);
  });
}
