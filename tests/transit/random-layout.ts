/** Where stops lie and trips go: anywhere; or into the middle of the town and out of it again, so that people change. */
import type { Place } from "./picture";
import type { Random } from "./random-town";

export type Layout = {
  places: Place[];
  /** The stops of a new trip, and how much later than others it may start. */
  course: () => { stops: number[]; laterS: number };
  /** Places to start from, and to go to. */
  from: Place[];
  to: Place[];
  /** Places to wait. */
  between: Place[];
};

export function randomLayout(random: Random): Layout {
  return random.chance(0.6) ? aroundMiddle(random) : anywhere(random);
}

function anywhere(random: Random): Layout {
  const places: Place[] = [];
  for (let i = 4 + random.upTo(7); i > 0; i--)
    places.push(
      places.length > 0 && random.chance(0.5) ? beside(random, random.one(places)) : somewhere(random),
    );
  const all = places.map((_, stop) => stop);
  const course = () => ({ stops: apart(random, all, 2 + random.upTo(5)), laterS: 0 });
  return { places, course, from: places, to: places, between: places };
}

function aroundMiddle(random: Random): Layout {
  const middle: Place[] = [[3000, 3000]];
  while (random.chance(0.6) && middle.length < 4) middle.push(beside(random, middle.at(-1)!));
  const [before, after] = [0, 1].map(() =>
    Array.from({ length: 1 + random.upTo(3) }, () => somewhere(random)),
  );
  const places = [...middle, ...before!, ...after!];
  const numbers = (of: Place[]) => of.map((place) => places.indexOf(place));
  const course = () => {
    const change = random.one(numbers(middle));
    if (random.chance(0.2)) {
      const through = [random.one(numbers(before!)), change, random.one(numbers(after!))];
      return { stops: through, laterS: random.upTo(1800) };
    }
    if (random.chance(0.45))
      return { stops: [...apart(random, numbers(before!), 1 + random.upTo(2)), change], laterS: 0 };
    if (random.chance(0.8)) {
      const stops = [change, ...apart(random, numbers(after!), 1 + random.upTo(2))];
      return { stops, laterS: random.upTo(3600) };
    }
    return { stops: apart(random, numbers(places), 3), laterS: 0 };
  };
  return { places, course, from: before!, to: after!, between: middle };
}

/** Some of these stops in any order, perhaps more than once, but not twice in a row. */
function apart(random: Random, of: number[], count: number): number[] {
  const stops: number[] = [];
  for (let n = 0; n < count; n++) {
    const others = of.filter((stop) => stop !== stops.at(-1));
    if (others.length > 0) stops.push(random.one(others));
  }
  return stops;
}

const somewhere = (random: Random): Place => [random.upTo(6000), random.upTo(6000)];

const beside = (random: Random, [east, north]: Place): Place => [
  east + random.upTo(500) - 250,
  north + random.upTo(500) - 250,
];
