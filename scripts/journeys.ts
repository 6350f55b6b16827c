/** npm run journeys: the engine's answer to one question about any feed, to be read or held against another engine. */
import { coldWeight } from "~/domain/cold";
import type { LocalDate } from "~/domain/zone";
import { journeysFrom, type Question } from "~/transit/search/journeys";
import { reachedFrom } from "~/transit/search/reached";
import { asksFirst } from "~/transit/timetable/connections";
import { dayNumber } from "~/transit/timetable/calendar";
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

function toStops({ json, date }: Asked, loaded: Loaded, question: Plain): Generator<string> {
  const fronts = reachedFrom(loaded.timetable, question);
  if (fronts.every((front) => front.length === 0))
    say(`No stop is reached${whyNone(loaded, question, date)}.`);
  if (!question.callFirst && asksFirst(loaded.timetable))
    say("Careful: some stops are served only for who asks before; --call-first has them too.");
  return json ? stopsJson(fronts, loaded) : stopsTold(fronts, loaded);
}

async function toPlaces(asked: Asked, loaded: Loaded, question: Plain): Promise<Generator<string>> {
  const doors = await readPlaces(asked.places!, loaded.dayStarts, say);
  const ways = journeysFrom(loaded.timetable, { ...question, doors });
  // Where one must ask before is better than no way at all; the journeys say so.
  const unreached = doors.filter(({ key }) => ways.get(key)!.kind === "none");
  if (!question.callFirst && unreached.length > 0 && asksFirst(loaded.timetable)) {
    const asking = journeysFrom(loaded.timetable, { ...question, doors: unreached, callFirst: true });
    for (const [key, way] of asking) if (way.kind === "journeys") ways.set(key, way);
  }
  return asked.json ? placesJson(doors, ways, asked, loaded) : placesTold(doors, ways, loaded);
}

function whyNone({ timetable }: Loaded, { origin }: Plain, date: LocalDate): string {
  const day = dayNumber(date);
  if (timetable.coverage.every(({ startsOn, endsOn }) => endsOn < day || day < startsOn))
    return ": no feed has a bus that day";
  const { accessM } = timetable.walking;
  if (stopsNear(timetable, origin, accessM).length > 0) return ": no bus leaves in time";
  return `: no stop lies within ${accessM} m of street of where you are`;
}
