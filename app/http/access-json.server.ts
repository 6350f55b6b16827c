/** How well buses serve a point, as machines ask for it and read it. */
import { z } from "zod";
import { accessOf } from "~/data/access.server";
import { whereIs } from "~/data/where.server";
import type { AccessFound, AccessScore, ByDay, DayService, NearRoute, Span } from "~/domain/access";
import type { LatLon } from "~/domain/journey";
import type { Region } from "~/domain/region";
import { clock } from "~/domain/search";
import type { Where } from "~/domain/where/where";
import { machineWhere, type MachineWhere, unlessAway } from "./machine-answer.server";

export type AccessAnswer =
  | { kind: "found"; where: LatLon; region: Region; access: AccessFound }
  | { kind: "unfound"; where: Exclude<Where, { kind: "found" }> }
  | Extract<MachineWhere, { kind: "unclear" | "no-region" }>
  | { kind: "not-a-point" }
  | { kind: "away" };

const degrees = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,3}(\.\d{1,20})?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most);
const exactPoint = z.object({ lat: degrees(90), lon: degrees(180) });

/** `where` as people type it, or `lat` and `lon` to the metre. */
export function accessAnswer(request: Request, now: Date): Promise<AccessAnswer> {
  return unlessAway(async () => {
    const { searchParams } = new URL(request.url);
    const isExact = searchParams.has("lat") || searchParams.has("lon");
    const asked = isExact ? await regionAt(searchParams) : await machineWhere(request);
    if (asked.kind !== "found") return asked;
    const { where, region } = asked;
    return { kind: "found", where, region, access: await accessOf(region, where, now) };
  });
}

async function regionAt(
  params: URLSearchParams,
): Promise<
  | { kind: "found"; where: LatLon; region: Region }
  | Extract<AccessAnswer, { kind: "unfound" | "not-a-point" }>
> {
  const parsed = exactPoint.safeParse(Object.fromEntries(params));
  if (!parsed.success) return { kind: "not-a-point" };
  const { lat, lon } = parsed.data;
  const { where, region } = await whereIs(`${lat.toFixed(6)},${lon.toFixed(6)}`, null);
  if (where.kind !== "found") return { kind: "unfound", where };
  return region ? { kind: "found", where: { lat, lon }, region } : { kind: "not-a-point" };
}

/** The three numbers alone, to one decimal; null where no timetable is in force. */
export function scoreJson(found: AccessFound): AccessScore | null {
  if (found.kind === "none") return null;
  const { score, day, night } = found.access;
  return { score: tenth(score), day: tenth(day), night: tenth(night) };
}

export function accessJson(found: AccessFound) {
  if (found.kind === "none") return { access: null, noAccess: found.reason, week: null };
  const { span, routes, hours } = found.access;
  return {
    access: {
      ...scoreJson(found),
      span: byDay(span, spanJson),
      routes: routes.map(routeJson),
      hours: hours.map((share) => Math.round(share * 1000) / 1000),
    },
    noAccess: null,
    week: { from: found.from, until: found.until },
  };
}

function routeJson({ route, walkMinutes, estimated, idle, ...days }: NearRoute) {
  return {
    route: route.shortName || route.longName,
    walkMinutes,
    estimated,
    idle,
    ...byDay(days, serviceJson),
  };
}

function serviceJson({ every, departures, ...span }: DayService) {
  return { ...spanJson(span), everyMinutes: every?.minutes ?? null, departures };
}

function byDay<From, To>({ weekdays, saturday, sunday }: ByDay<From>, say: (one: From) => To): ByDay<To> {
  return {
    weekdays: weekdays && say(weekdays),
    saturday: saturday && say(saturday),
    sunday: sunday && say(sunday),
  };
}

/** After midnight the hours go on: "25:10". */
function spanJson({ first, last }: Span) {
  return { first: clock(first), last: clock(last) };
}

function tenth(score: number): number {
  return Math.round(score * 10) / 10;
}
