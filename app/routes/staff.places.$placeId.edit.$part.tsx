import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editPlace, type Edited } from "~/data/place-sheet.server";
import { partIn, readOwn, requireSheet, seenWith } from "~/http/edit/pages.server";
import { readPart, typedPart } from "~/http/edit/part.server";
import { typedIn } from "~/http/edit/typed.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { EditPart, type EditPartProps, type EditTrouble } from "~/ui/edit-page";

type Answered = Pick<EditPartProps, "formKey" | "seenAs" | "typed" | "problems" | "trouble" | "seen">;

const TROUBLES: Record<Exclude<Edited["kind"], "edited">, EditTrouble> = {
  "moved-on": "movedOn",
  "has-holds": "hasHolds",
  "unknown-place": "oldForm",
  "signed-out": "oldForm",
  "key-used-otherwise": "oldForm",
};

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const part = partIn(params.part);
    const { staff, place, sheet } = await requireSheet(request, params.placeId);
    const { now, seen } = sheet.parts[part];
    const fresh: Answered = {
      formKey: randomUUID(),
      seenAs: seen,
      typed: typedPart(part, now),
      problems: [],
      trouble: null,
      seen: null,
    };
    return { language: languageOf(request), name: staff.name, place, part, fresh };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const part = partIn(params.part);
    const managed = await requireSheet(request, params.placeId);
    const form = await request.formData();
    const [own, typed] = [readOwn(form), typedIn(form)];
    const current = managed.sheet.parts[part];
    const answer = (status: number, more: Partial<Answered>) => {
      const plain = { formKey: randomUUID(), seenAs: own?.seen ?? current.seen, typed, problems: [] };
      return data<Answered>({ ...plain, trouble: null, seen: null, ...more }, { status });
    };
    if (!own) return answer(400, { seenAs: current.seen, trouble: "oldForm" });

    const read = readPart(part, typed);
    if (read.kind === "unclear") return answer(400, { problems: read.problems });
    const same = JSON.stringify(typedPart(part, read.said.said as never));
    const isSame = same === JSON.stringify(typedPart(part, current.now));
    if (own.step === "see")
      return isSame
        ? answer(200, { trouble: "same" })
        : answer(200, { seen: await seenWith(managed, read.said, new Date()) });

    const { token } = managed.staff;
    const edited = await editPlace({ ...own, token, placeId: managed.place.placeId, ...read.said });
    if (edited.kind === "edited") return redirect(`/staff/places/${managed.place.placeId}/edit?saved`);
    const seenAs = edited.kind === "moved-on" ? edited.seen : own.seen;
    return answer(409, { seenAs, trouble: TROUBLES[edited.kind] });
  });
}

export default function Edit() {
  const { fresh, ...page } = useLoaderData<typeof loader>();
  return <EditPart {...page} {...(useActionData<typeof action>() ?? fresh)} />;
}
