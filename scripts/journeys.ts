/** npm run journeys: the engine's answer to one question about any feed, to be read or held against another engine. */
import { coldWeight } from "~/domain/cold";
import { journeysFrom, type Question } from "~/transit/search/journeys";
import { reachedFrom } from "~/transit/search/reached";
import { stopsNear } from "~/transit/timetable/reach";
import { runCommand } from "./data-in/command";
import { type Asked, readAsked } from "./journeys/asked";
import { load, type Loaded } from "./journeys/load";
import { placesJson, stopsJson } from "./journeys/machine";
import { readPlaces } from "./journeys/places";
import { readRooms } from "./journeys/rooms";
import { headOf, placesTold, stopsTold } from "./journeys/tell";
import { writeAll } from "./journeys/write";

const say = (line: string) => void process.stderr.write(`${line}\n`);

await runCommand(async () => {
  const asked = readAsked(process.argv.slice(2));
  const loaded = await load(asked, say);
  const question = await questionOf(asked, loaded);
  const parts =
    asked.places === null ? toStops(asked, loaded, question) : await toPlaces(asked, loaded, question);
  if (!asked.json) await writeAll(process.stdout, [headOf(asked, loaded)]);
  await writeAll(process.stdout, parts);
});

type Plain = Omit<Question, "doors">;

async function questionOf(asked: Asked, { dayStarts }: Loaded): Promise<Plain> {
  const { from: origin, windowS, laterS, pace, aim, wheelchair, callFirst, windChillF } = asked;
  return {
    origin,
    windowS,
    laterS,
    pace,
    aim,
    wheelchair,
    callFirst,
    leaveFrom: dayStarts + asked.at,
    rooms: asked.rooms === null ? [] : await readRooms(asked.rooms, dayStarts),
    coldWeight:
      windChillF === null ? undefined : { from: dayStarts, stepS: 3600, weights: [coldWeight(windChillF)] },
  };
}

function toStops({ json }: Asked, loaded: Loaded, question: Plain): Generator<string> {
  const fronts = reachedFrom(loaded.timetable, question);
  if (fronts.every((front) => front.length === 0)) say(`No stop is reached${whyNone(loaded, question)}.`);
  return json ? stopsJson(fronts, loaded) : stopsTold(fronts, loaded);
}

async function toPlaces(asked: Asked, loaded: Loaded, question: Plain): Promise<Generator<string>> {
  const doors = await readPlaces(asked.places!, loaded.dayStarts, say);
  const ways = journeysFrom(loaded.timetable, { ...question, doors });
  return asked.json ? placesJson(doors, ways, asked, loaded) : placesTold(doors, ways, loaded);
}

function whyNone({ timetable }: Loaded, { origin }: Plain): string {
  if (timetable.stops.ids.length === 0) return ": no feed has a bus that day";
  const { accessM } = timetable.walking;
  if (stopsNear(timetable, origin, accessM).length > 0) return ": no bus leaves in time";
  return `: no stop lies within ${accessM} m of street of where you are`;
}
