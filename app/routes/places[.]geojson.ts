import type { LoaderFunctionArgs } from "@remix-run/node";
import { accessOfAll } from "~/data/access.server";
import { machineAnswer, machineJson, machineRefusal, preflight } from "~/http/machine-answer.server";
import { headOf, placeFeature } from "~/http/tonight-json.server";

const GEOJSON = { type: "application/geo+json" };

/**
 * GET /places.geojson: as /places.json, as a FeatureCollection (RFC 7946). Each place is a point whose properties are
 * the JSON's members, the journey without its legs; what the JSON says above the places are foreign members here.
 * `site.approximate` says that the pin is near the door, not at it.
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
      const features = tonight.options.map((option, index) => placeFeature(option, region, access[index]!));
      const head = { where: { kind: "found", at: where }, ...headOf(tonight, region) };
      return machineJson({ type: "FeatureCollection", ...head, features }, GEOJSON);
    }
    case "unfound":
      return machineJson(
        { type: "FeatureCollection", where: answer.where, region: null, features: [] },
        GEOJSON,
      );
    case "unclear":
    case "no-region":
    case "away":
      return machineRefusal(answer);
  }
}
