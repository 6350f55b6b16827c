/** The child that measures minotor with the same feed and the same questions, as far as it can answer them. */
import { Query, Router, type StopsIndex, Time } from "minotor";
import { GtfsParser } from "minotor/parser";
import type { MinotorFigures, MinotorTask } from "./figures";
import { inChild, keptMb, progress, timed } from "./in-child";

// What is only a local variable might be cleared away before its memory is measured.
let kept: Awaited<ReturnType<typeof parsed>>;

await inChild(measured);

async function measured({ file, withWays, date, questions }: MinotorTask): Promise<MinotorFigures> {
  const before = performance.now();
  kept = await parsed(file, date);
  const importS = (performance.now() - before) / 1000;
  progress("import", 1, 1);
  const rssMb = await keptMb();
  kept = await parsed(withWays, date);
  const { timetable, stopsIndex } = kept;
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

async function parsed(file: string, date: string) {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return new GtfsParser(file).parse(new Date(year, month - 1, day, 12));
}

/** Ids that look like numbers are numbers there. */
function idOf(stop: string, stops: StopsIndex): string | undefined {
  return [stop, Number(stop) as unknown as string].find((id) => stops.findStopById(id) !== undefined);
}
