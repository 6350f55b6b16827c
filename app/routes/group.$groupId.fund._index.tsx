import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pledgeTo } from "~/data/pledges.server";
import { ownPledges, staysToFund } from "~/data/stays.server";
import { readPledge } from "~/http/fund-form.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import type { FundProblem } from "~/text/fund";
import { FundPage } from "~/ui/fund-page";

const SAID = z.enum(["promised", "taken-back", "old-form"]);

/** Nights that need money, for members. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const [stays, past] = await Promise.all([
      staysToFund(staff.token, group.groupId),
      ownPledges(staff.token, group.groupId),
    ]);
    if (!stays || !past) throw notFound();
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      timeZone: group.timeZone,
      stays,
      past,
      formKey: randomUUID(),
      said: SAID.safeParse(new URL(request.url).searchParams.get("said")).data ?? null,
    };
  });
}

/** A promise. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const read = readPledge(await request.formData());
    const again = (problem: FundProblem, status: number) => data({ typed: read.typed, problem }, { status });
    if (read.kind === "unclear") return again(read.problem, read.problem === "old-form" ? 409 : 400);
    const { key, stayId, cents, way } = read;
    // Of another group they may be in too: not from this page. One sent again is known though its stay is over.
    const [stays, past] = await Promise.all([
      staysToFund(staff.token, group.groupId),
      ownPledges(staff.token, group.groupId),
    ]);
    if (![...(stays ?? []), ...(past ?? [])].some((one) => one.stayId === stayId)) return again("over", 409);
    const { kind } = await pledgeTo({ key, token: staff.token, stayId, cents, way });
    switch (kind) {
      case "pledged":
        return redirect(`/group/${group.groupId}/fund?said=promised`);
      case "over":
      case "unknown-stay":
        return again("over", 409);
      case "out-of-range":
        return again("amount", 400);
      default:
        return again("old-form", 409);
    }
  });
}

export default function Fund() {
  const said = useActionData<typeof action>();
  return (
    <FundPage {...useLoaderData<typeof loader>()} typed={said?.typed ?? {}} problem={said?.problem ?? null} />
  );
}
