import type { LoaderFunctionArgs } from "@remix-run/node";
import { accessOfAll } from "~/data/access.server";
import { machineAnswer, machineJson, machineRefusal, preflight } from "~/http/machine-answer.server";
import { headOf, placeJson } from "~/http/tonight-json.server";

/**
 * GET /places.json?where=66101&adults=2&children=6,9: the find page's answer, best first.
 * { where, region, now, from, weather, oldTimes, sleepsYou, warmNow, rooms: { areas: [{ cell, center, journey }], inRegion }, places: [{ placeId, number, kind, name,
 *   organization, phone, website, site, standing, fit, opening, counts, journey, soonerJourney, noJourney, access, facts }] }
 * `where.kind` is "found", "several" (choices), "outside" (nearest) or "not-found"; without "found" there are no
 * places and `region` is null. 400 names each unclear parameter in `problems`; 404: no such region.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  if (request.method === "OPTIONS") return preflight();
  const now = new Date();
  const answer = await machineAnswer(request, now);
  switch (answer.kind) {
    case "found": {
      const { where, region, tonight } = answer;
      const access = await accessOfAll(
        region,
        tonight.options.map(({ place }) => place.site),
        now,
      );
      const places = tonight.options.map((option, index) => placeJson(option, region, access[index]!));
      return machineJson({ where: { kind: "found", at: where }, ...headOf(tonight, region), places });
    }
    case "unfound":
      return machineJson({ where: answer.where, region: null, places: [] });
    case "unclear":
    case "no-region":
    case "away":
      return machineRefusal(answer);
  }
}
