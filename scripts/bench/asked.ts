/** The arguments of `npm run bench`. */
import { dateOf } from "../journeys/read-words";
import { only, readArguments, wholeNumber } from "../data-in/read-arguments";
import { Refusal } from "../postgres/refusal";

export const USAGE = `npm run bench -- [--feed FILE.zip] [--date 2024-04-10] [--tile 10] [--queries 200] [--seed 1] [--json]

Measures the engine and, beside it in the same run, minotor: import, memory, and searches from one point to everywhere.
Compare ratios of one run: the speed of a busy machine varies.

  --feed FILE.zip  without it a made-up city of St. Louis's size
  --stops 5100     how many stops the made-up city has
  --date           the day asked about; by default the busiest of the feed's first four weeks
  --tile N         also that many copies of the feed side by side
  --queries 200    origins and times by chance
  --seed 1         another seed, other chances
  --json           the figures as JSON`;

export type BenchAsked = {
  feed: string | null;
  stops: number;
  date: string | null;
  /** 1 for no copies. */
  copies: number;
  queries: number;
  seed: number;
  json: boolean;
};

const OPTIONS = ["feed", "stops", "date", "tile", "queries", "seed"] as const;

export function readBenchAsked(args: string[]): BenchAsked {
  const { given, files } = readArguments(args, { text: OPTIONS, flags: ["json"] as const }, USAGE);
  if (files.length > 0)
    throw new Refusal(`"${files[0]}" is not understood: a feed is named with --feed.\n\n${USAGE}`);
  const one = (option: (typeof OPTIONS)[number]) => only(given[option], `--${option}`, USAGE);
  const whole = (option: (typeof OPTIONS)[number], usual: number, span: [number, number]) =>
    given[option] ? wholeNumber(one(option), `--${option}`, span) : usual;
  if (given.feed && given.stops)
    throw new Refusal("--stops is about the made-up city: leave out --feed or --stops.");
  return {
    feed: given.feed ? one("feed") : null,
    stops: whole("stops", 5_100, [100, 100_000]),
    date: given.date ? dateOf(one("date"), "--date") : null,
    copies: whole("tile", 1, [1, 50]),
    queries: whole("queries", 200, [1, 100_000]),
    seed: whole("seed", 1, [0, 2 ** 31]),
    json: given.json !== undefined,
  };
}
