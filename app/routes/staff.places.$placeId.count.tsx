import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findBoardPool } from "~/data/board.server";
import { report } from "~/data/reports.server";
import { isWorthAsking } from "~/domain/board";
import { poolIn, readCount } from "~/http/count-form.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { CountQuestion, NothingAsked } from "~/ui/count-question";

// Read after the action too, so it must not lead away: the page asks its question, and by itself is only a way back.
export function loader({ request, params }: LoaderFunctionArgs) {
  return { language: languageOf(request), back: `/staff/places/${params.placeId}` };
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { name, token, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, token, ...staff }, params.placeId);
    const form = await request.formData();
    const read = readCount(form);
    const pool = await findBoardPool(place.placeId, poolIn(form));
    if (!pool) throw notFound("place");
    const page = { language: languageOf(request), name, place, pool: { ...pool, key: randomUUID() } };
    if (read.kind === "unclear")
      return data({ ...page, asks: { kind: "unclear" as const, typed: read.typed } }, { status: 400 });

    const { key, version, occupied, outOfService, sure } = read.count;
    if (!sure && occupied !== undefined && version === pool.version && isWorthAsking(pool, occupied))
      return data({ ...page, asks: { kind: "sure" as const, occupied, outOfService } });
    const said = { key, token, poolId: pool.poolId, occupied, outOfService, seenVersion: version };
    const answer = await report(said);
    if (answer.kind === "moved-on")
      return data({ ...page, asks: { kind: "moved" as const, occupied, outOfService } }, { status: 409 });
    if (answer.kind === "reported") return redirect(`/staff/places/${place.placeId}`);
    return data({ ...page, asks: { kind: "unclear" as const, typed: null } }, { status: 400 });
  });
}

export default function Count() {
  const { language, back } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  return asked ? <CountQuestion {...asked} /> : <NothingAsked language={language} back={back} />;
}
