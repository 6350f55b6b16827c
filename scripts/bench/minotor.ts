/** The child that measures minotor with the same feed and the same questions, as far as it can answer them. */
import { Query, Router, type StopsIndex, Time } from "minotor";
import { GtfsParser } from "minotor/parser";
import type { MinotorFigures, MinotorTask } from "./figures";
import { inChild, keptMb, progress, timed } from "./in-child";

await inChild(measured);

async function measured({ file, date, questions }: MinotorTask): Promise<MinotorFigures> {
  const before = performance.now();
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const { timetable, stopsIndex } = await new GtfsParser(file).parse(new Date(year, month - 1, day, 12));
  const importS = (performance.now() - before) / 1000;
  progress("import", 1, 1);
  const rssMb = await keptMb();
  const router = new Router(timetable, stopsIndex);
  const known = questions.filter(({ stop }) => idOf(stop, stopsIndex) !== undefined);
  const { spread, perQuestion } = await timed("earliest arrivals", known, ({ stop, atS }) => {
    const query = new Query.Builder()
      .from(idOf(stop, stopsIndex)!)
      .departureTime(Time.fromSeconds(atS))
      .build();
    return router.route(query).earliestArrivals.size;
  });
  return {
    importS,
    rssMb,
    earliest: spread,
    reachedPerQuery: perQuestion,
    unknown: questions.length - known.length,
  };
}

/** Ids that look like numbers are numbers there. */
function idOf(stop: string, stops: StopsIndex): string | undefined {
  return [stop, Number(stop) as unknown as string].find((id) => stops.findStopById(id) !== undefined);
}
