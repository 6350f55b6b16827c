/** From getting off at one stop to being able to get on at another: on foot, and as transfers.txt says. */
import { type Asked, type Run, type TransferRow, walkWithin } from "./asked";
import { grouped } from "./grouped";

/** A stop one may change to; the seconds it takes depend on the runs, and are Infinity where that is no change. */
export type Change = { to: number; seconds: (by: Run, on: Run) => number };

/** The changes from each stop, itself included. */
export function changesFrom(asked: Asked): Change[][] {
  const { stops, changeS } = asked;
  const changing = asked.transfers.filter(({ type }) => type < 4);
  const rows = grouped(changing, ({ fromStop, toStop }) => `${fromStop} ${toStop}`);
  const pairs = new Set(rows.keys());
  stops.forEach((a, from) =>
    stops.forEach((b, to) => {
      if (from === to || walkWithin(asked.walking.linkM, a, b, asked) !== null) pairs.add(`${from} ${to}`);
    }),
  );
  const changes = stops.map((): Change[] => []);
  for (const pair of pairs) {
    const [from, to] = pair.split(" ").map(Number) as [number, number];
    const [a, b] = [stops[from]!, stops[to]!];
    const onFoot = (most: number) => {
      const walk = from === to ? 0 : walkWithin(most, a, b, asked);
      return walk === null ? Infinity : walk + changeS;
    };
    const [usual, anyDistance] = [onFoot(asked.walking.linkM), onFoot(Infinity)];
    const said = grouped(rows.get(pair) ?? [], ({ fromTrip }) => fromTrip);
    const everybody = (said.get(null) ?? []).find(isForEverybody);
    const seconds = (by: Run, on: Run) => {
      const row =
        said.size > 0 && mostParticular([...(said.get(by.trip) ?? []), ...(said.get(null) ?? [])], by, on);
      if (!row) return usual;
      if (row.type === 3) return Infinity;
      // A row for some riders that says no time does not make them faster than everybody.
      const minS = row.minS ?? (everybody?.type === 3 ? null : everybody?.minS);
      return minS === null || minS === undefined ? anyDistance : Math.max(1, minS);
    };
    changes[from]!.push({ to, seconds });
  }
  return changes;
}

/** The stops one may be at on foot after getting off, and when: there itself, or as far as a change leads everybody. */
export function walksFrom(asked: Asked): { to: number; walk: number }[][] {
  const { stops, transfers, walking } = asked;
  const forEverybody = transfers.filter((row) => row.type < 4 && isForEverybody(row));
  const rowsFrom = grouped(forEverybody, ({ fromStop }) => fromStop!);
  return stops.map((a, from) => {
    const rows = new Map((rowsFrom.get(from) ?? []).map((row) => [row.toStop!, row]));
    return stops.flatMap((b, to) => {
      if (from === to) return [{ to, walk: 0 }];
      const row = rows.get(to);
      if (row?.type === 3) return [];
      const walk = row?.minS ?? walkWithin(row ? Infinity : walking.linkM, a, b, asked);
      return walk === null ? [] : [{ to, walk }];
    });
  });
}

function isForEverybody({ fromTrip, toTrip, fromRoute, toRoute }: TransferRow): boolean {
  return fromTrip === null && toTrip === null && fromRoute === null && toRoute === null;
}

/** Both trips; trip and route; one trip; both routes; one route; the two stops alone. */
function mostParticular(rows: TransferRow[], by: Run, on: Run): TransferRow | undefined {
  const held = rows.filter(
    ({ fromTrip, fromRoute, toTrip, toRoute }) =>
      (fromTrip === null || fromTrip === by.trip) &&
      (fromRoute === null || fromRoute === by.route) &&
      (toTrip === null || toTrip === on.trip) &&
      (toRoute === null || toRoute === on.route),
  );
  const weightOf = (trip: string | null, route: string | null) =>
    trip !== null ? 3 : route !== null ? 1 : 0;
  const rank = (row: TransferRow) =>
    weightOf(row.fromTrip, row.fromRoute) + weightOf(row.toTrip, row.toRoute);
  return held.toSorted((a, b) => rank(b) - rank(a))[0];
}
