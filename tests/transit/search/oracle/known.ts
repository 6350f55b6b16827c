/** Whom the oracle looks at: each state once, and, where it may pass over some, only who is better off somehow. */
import type { Aim, Asked, Run } from "./asked";
import type { Inside, Person, Standing } from "./states";

export type Known = {
  isNewAboard: (person: Person, run: Run, index: number) => boolean;
  isNewAt: (person: Standing) => boolean;
  isNewIn: (person: Inside) => boolean;
};

export function nobodyKnown(asked: Asked, aim: Aim, outside: (from: number, until: number) => number): Known {
  const numbers = new Map(asked.runs.map((run, number) => [run, number]));
  // By which run one came matters only where transfers.txt tells one from another.
  const particular = new Set(
    asked.transfers
      .filter((row) => row.type < 4 && (row.fromTrip !== null || row.fromRoute !== null))
      .map((row) => row.fromStop),
  );
  const by = ({ stop, by: run }: Standing) => (particular.has(stop) ? numbers.get(run)! : -1);
  const isNew = asked.prune ? isBetter(aim) : isAnother(aim);
  return {
    isNewAboard: (person, run, index) => isNew(run, index, person, () => 0),
    isNewAt: (person) => isNew(`at ${person.stop} by ${by(person)}`, person.at, person, outside),
    isNewIn: (person) => isNew(`in ${person.room} ${person.until}`, person.at, person, () => 0),
  };
}

type IsNew = (
  where: unknown,
  when: number,
  person: Person,
  waiting: (from: number, until: number) => number,
) => boolean;

// Following more of them takes seconds.
const MOST_LOOKS = 40_000;

export class TooMany extends Error {}

function isAnother(aim: Aim): IsNew {
  const seen = new Map<unknown, Set<string>>();
  let looks = 0;
  return (where, when, { cost, rides, leave }) => {
    let known = seen.get(where);
    if (!known) seen.set(where, (known = new Set()));
    const size = known.size;
    if (++looks > MOST_LOOKS) throw new TooMany("too many people to follow: pass over some");
    const counted = aim === "latest-leave" ? leave : aim === "warmest" ? cost : `${rides} ${cost}`;
    return known.add(`${when} ${counted}`).size > size;
  };
}

type There = { when: number; person: Person };

/** Nobody who was there before, and waits, is as well off. */
function isBetter(aim: Aim): IsNew {
  const seen = new Map<unknown, There[]>();
  return (where, when, person, waiting) => {
    const isAsWellOff = (a: There, b: There) => {
      if (a.when > b.when) return false;
      if (aim === "latest-leave") return a.person.leave >= b.person.leave;
      if (aim === "fewest-rides" && a.person.rides !== b.person.rides) return a.person.rides < b.person.rides;
      return a.person.cost + waiting(a.when, b.when) <= b.person.cost;
    };
    const known = seen.get(where) ?? [];
    const one = { when, person };
    if (known.some((other) => isAsWellOff(other, one))) return false;
    seen.set(where, [...known.filter((other) => !isAsWellOff(one, other)), one]);
    return true;
  };
}
