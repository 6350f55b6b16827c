import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planStay, staysOf } from "~/data/stays.server";
import { localTime } from "~/domain/zone";
import { requireAsk } from "~/http/desk.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { firstDay } from "~/http/first-day.server";
import { emptyPlan, readPlan } from "~/http/stay-form.server";
import { frameOf } from "~/http/stay.server";
import type { PlanField, PlanRefused } from "~/text/stays";
import { StayPlan } from "~/ui/stay-plan";

/** Nights for the family of one ask. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { inGroup, ask } = await requireAsk(request, params);
    const stays = await staysOf(inGroup.staff.token, ask.groupId);
    if (!stays) throw notFound();
    const frame = frameOf(request, inGroup);
    return {
      ...frame,
      askId: ask.askId,
      isClosed: ask.closedAt !== null,
      stays: stays.filter(({ askId }) => askId === ask.askId),
      formKey: randomUUID(),
      typed: emptyPlan(todayIn(frame.timeZone)),
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { inGroup, ask } = await requireAsk(request, params);
    const form = await request.formData();
    const read = readPlan(form, await firstDay(form, todayIn(inGroup.group.timeZone)));
    const again = (status: number, refused: PlanRefused | null, problems: PlanField[] = []) =>
      data({ typed: read.typed, problems, refused }, { status });
    if (read.kind === "old-form") return again(409, "old-form");
    if (read.kind === "unclear") return again(400, null, read.problems);
    const { key, said } = read;
    const planned = await planStay({ key, token: inGroup.staff.token, askId: ask.askId, said });
    switch (planned.kind) {
      case "planned":
        return redirect(`/group/${ask.groupId}/stays/${planned.stayId}`);
      case "closed":
      case "too-many":
      case "out-of-range":
        return again(409, planned.kind);
      case "key-used-otherwise":
        return again(409, "old-form");
      default:
        throw notFound();
    }
  });
}

function todayIn(timeZone: string): string {
  return localTime(Date.now() / 1000, timeZone).date;
}

export default function PlanNights() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <StayPlan
      {...page}
      typed={said?.typed ?? page.typed}
      problems={said?.problems ?? []}
      refused={said?.refused ?? null}
    />
  );
}
