import { randomUUID } from "node:crypto";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayAtDoor } from "~/data/door.server";
import { findPlace } from "~/data/places.server";
import { findRegion } from "~/data/regions.server";
import { searchQuery } from "~/domain/search";
import { readDoorForm, voiceOf } from "~/http/door-form.server";
import { hasLeft } from "~/http/exit.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { parseSearch } from "~/http/search.server";
import { DoorPage } from "~/ui/door";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const found = await placeOf(params.placeId);
    const region = await findRegion(found.regionSlug);
    if (!region) throw notFound("place");
    const { placeId, name, phone } = found.place;
    const asked = parseSearch(new URL(request.url).searchParams);
    const query = asked.kind === "unclear" ? "" : searchQuery(asked.search).toString();
    return {
      language: languageOf(request),
      region,
      place: { placeId, name, phone },
      query,
      doorKey: randomUUID(),
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { place } = await placeOf(params.placeId);
    const read = readDoorForm(await request.formData());
    if (!read) return data({ said: "unclear" as const }, { status: 400 });
    const { kind } = await sayAtDoor({ ...read, voice: voiceOf(request), placeId: place.placeId });
    if (kind === "unknown-place") throw notFound("place");
    if (kind === "too-many") return data({ said: "too-many" as const }, { status: 429 });
    if (kind !== "heard") return data({ said: "unclear" as const }, { status: 400 });
    return data({ said: read.word });
  });
}

async function placeOf(id = "") {
  const found = /^\d{1,15}$/.test(id) ? await findPlace(Number(id)) : undefined;
  if (!found) throw notFound("place");
  return found;
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }, { name: "robots", content: "noindex" }];

export default function Door() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return <DoorPage {...page} said={said?.said ?? null} />;
}
