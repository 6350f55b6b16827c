import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notesOf, sayNote } from "~/data/notes.server";
import { findPlace } from "~/data/places.server";
import { usualEnd } from "~/domain/extra-units";
import { isInForce, undoableNote } from "~/domain/note";
import { languageOf } from "~/http/language.server";
import { readNote } from "~/http/note-form.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { clockOf } from "~/text/say";
import { NotePage } from "~/ui/note-page";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, token, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, token, ...staff }, params.placeId);
    const now = new Date();
    const [notes, ends] = await Promise.all([
      notesOf(token, place.placeId),
      endOfNight(place.placeId, now, place.timeZone),
    ]);
    return {
      language: languageOf(request),
      name,
      place,
      newKey: randomUUID(),
      last: notes[0] ?? null,
      isShown: isInForce(notes[0], now),
      undo: undoableNote(notes, now) ?? null,
      ends: ends.getTime() / 1000,
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const { placeId, timeZone } = await requirePlace(staff, params.placeId);
    const now = new Date();
    const read = readNote(await request.formData(), now, timeZone);
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problem: read.problem }, { status: 400 });
    const until = read.until === "tonight" ? await endOfNight(placeId, now, timeZone) : read.until;
    const answer = await sayNote({ ...read, token: staff.token, placeId, until });
    if (answer.kind === "said") return redirect(`/staff/places/${placeId}/note`);
    const kind = answer.kind === "moved-on" ? ("moved" as const) : ("old-form" as const);
    return data({ typed, problem: { kind } }, { status: 409 });
  });
}

async function endOfNight(placeId: number, now: Date, timeZone: string): Promise<Date> {
  const listed = await findPlace(placeId);
  if (!listed) throw notFound("place");
  return new Date(usualEnd(listed.place.hours, timeZone, now.getTime() / 1000) * 1000);
}

export default function Note() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return <NotePage {...page} again={said ?? null} clock={clockOf(page.language, page.place.timeZone)} />;
}
