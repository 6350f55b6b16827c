import type { LoaderFunctionArgs } from "@remix-run/node";
import { accessAnswer, accessJson } from "~/http/access-json.server";
import { machineJson, machineRefusal, preflight } from "~/http/machine-answer.server";

/**
 * GET /access.json?where=66101, or ?lat=39.1155&lon=-94.6265: how well buses serve that point, 0 to 100.
 * { where, region, week: { from, until }, access: { score, day, night, span, routes, hours }, noAccess }
 * `hours` are the week's 168, Monday's first hour first, each 0 to 1. `span` and each of `routes` have `weekdays`,
 * `saturday` and `sunday`, null where nothing runs; `idle` are weekdays (1 is Monday) on which a route does not. Times
 * are the region's clock, and go on after midnight: "25:10". `access` is null where `noAccess` says why. Without a point
 * that is found it answers as /places.json does.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  if (request.method === "OPTIONS") return preflight();
  const answer = await accessAnswer(request, new Date());
  switch (answer.kind) {
    case "found": {
      const { where, access } = answer;
      const { slug, name, timeZone, isSample } = answer.region;
      const region = { slug, name, timeZone, isSample };
      return machineJson({ where: { kind: "found", at: where }, region, ...accessJson(access) });
    }
    case "unfound":
      return machineJson({ where: answer.where, region: null, week: null, access: null, noAccess: null });
    case "not-a-point":
      return machineJson({ problems: [{ field: "lat,lon", problem: "not-a-number" }] }, { status: 400 });
    case "unclear":
    case "no-region":
    case "away":
      return machineRefusal(answer);
  }
}
