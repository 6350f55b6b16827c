/** How the board's plain forms are answered: back to the board, or a page that asks. */
import { randomUUID } from "node:crypto";
import { data, redirect } from "@remix-run/node";
import type { Change, Outcome } from "./board-change.server";
import { languageOf } from "./language.server";
import { requireOwnPage } from "./own-page.server";
import { whileThere } from "./refusals.server";
import { requirePlace, requireStaff } from "./staff.server";

export function answerPage(
  request: Request,
  placeId: string | undefined,
  save: (change: Change) => Promise<Outcome>,
) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { name, token, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, token, ...staff }, placeId);
    const language = languageOf(request);
    const form = await request.formData();
    const outcome = await save({ token, place, form, language, now: new Date() });
    if (outcome.kind === "saved") return redirect(`/staff/places/${place.placeId}`);
    const { asks, pool, status } = outcome;
    return data({ language, name, place, pool, asks, newKey: randomUUID() }, { status });
  });
}
