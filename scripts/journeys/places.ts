/** The places to go to: a list written by hand, GeoJSON points, or what /places.json or /places.geojson answered. */
import path from "node:path";
import type { EpochSeconds } from "~/domain/journey";
import type { Door } from "~/transit/search/doors";
import { Refusal } from "../postgres/refusal";
import { eachRow, type Fields, isFields, pointIn, readJson, RowFault, textIn, timeIn } from "./json-file";

export type Target = Door & { id: string | null; name: string | null };

export async function readPlaces(
  file: string,
  dayStarts: EpochSeconds,
  say: (line: string) => void,
): Promise<Target[]> {
  const rows = rowsIn(await readJson(file), path.basename(file));
  const targets = eachRow(file, rows, (row) => targetIn(row, dayStarts));
  const shut = rows.length - targets.length;
  if (shut > 0)
    say(`Careful: ${shut} of the ${rows.length} places let nobody in tonight; they are left out.`);
  return targets.map((target, key) => ({ ...target, key }));
}

function rowsIn(json: unknown, file: string): unknown[] {
  if (Array.isArray(json)) return json;
  if (isFields(json)) {
    if (Array.isArray(json.places)) return json.places;
    if (Array.isArray(json.features)) return json.features;
    if (json.type === "Feature") return [json];
  }
  throw new Refusal(
    `${file} is none of these: a list of places in brackets, what /places.json answers, points as GeoJSON.`,
  );
}

function targetIn(row: Fields, dayStarts: EpochSeconds): Omit<Target, "key"> | null {
  const fields = row.type === "Feature" ? featureFields(row) : row;
  const hours = hoursIn(fields, dayStarts);
  if (hours === null) return null;
  const { opens, closes } = hours;
  if (opens !== null && closes !== null && closes < opens)
    throw new RowFault(`closes is before opens: seven in the morning after is "31:00"`);
  return {
    id: textIn(fields.id ?? fields.placeId),
    name: textIn(fields.name),
    // Our own answers have the point among the site's.
    ...pointIn(isFields(fields.site) && fields.lat === undefined ? fields.site : fields),
    opens,
    closes,
  };
}

function featureFields({ id, geometry, properties }: Fields): Fields {
  const isPoint = isFields(geometry) && geometry.type === "Point" && Array.isArray(geometry.coordinates);
  if (!isPoint) throw new RowFault("only points are places");
  const [lon, lat] = geometry.coordinates as unknown[];
  const named = isFields(properties) ? properties : {};
  return { ...named, id: id ?? named.id ?? named.placeId, lat, lon };
}

type Hours = Pick<Door, "opens" | "closes">;

/** When they let people in; null where they do not tonight. */
function hoursIn({ opens, closes, opening }: Fields, dayStarts: EpochSeconds): Hours | null {
  if (!isFields(opening))
    return { opens: timeIn(opens, "opens", dayStarts), closes: timeIn(closes, "closes", dayStarts) };
  if (opening.kind === "closed" || opening.kind === "not-tonight") return null;
  const intake = isFields(opening.intake) ? opening.intake : {};
  const until = "until" in intake ? intake.until : opening.until;
  return { opens: timeIn(intake.from, "opening", dayStarts), closes: timeIn(until, "opening", dayStarts) };
}
