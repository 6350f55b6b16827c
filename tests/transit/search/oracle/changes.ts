/** From getting off at one stop to being able to get on at another: on foot, and as transfers.txt says. */
import { type Asked, type Run, type TransferRow, walkWithin } from "./asked";
import { grouped } from "./grouped";

/** A stop one may change to; the seconds it takes depend on the runs, and are Infinity where that is no change. */
export type Change = { to: number; seconds: (by: Run, on: Run) => number };

/** The changes from each stop, itself included. */
export function changesFrom(asked: Asked): Change[][] {
  const { stops, speed, changeS } = asked;
  const changing = asked.transfers.filter(({ type }) => type < 4);
  const rows = grouped(changing, ({ fromStop, toStop }) => `${fromStop} ${toStop}`);
  const pairs = new Set(rows.keys());
  stops.forEach((a, from) =>
    stops.forEach((b, to) => {
      if (from === to || walkWithin(400, a, b, speed) !== null) pairs.add(`${from} ${to}`);
    }),
  );
  const changes = stops.map((): Change[] => []);
  for (const pair of pairs) {
    const [from, to] = pair.split(" ").map(Number) as [number, number];
    const [a, b] = [stops[from]!, stops[to]!];
    const onFoot = (most: number) => {
      const walk = from === to ? 0 : walkWithin(most, a, b, speed);
      return walk === null ? Infinity : walk + changeS;
    };
    const [usual, anyDistance] = [onFoot(400), onFoot(Infinity)];
    const said = grouped(rows.get(pair) ?? [], ({ fromTrip }) => fromTrip);
    const seconds = (by: Run, on: Run) => {
      const row =
        said.size > 0 && mostParticular([...(said.get(by.trip) ?? []), ...(said.get(null) ?? [])], by, on);
      if (!row) return usual;
      if (row.type === 3) return Infinity;
      return row.minS === null ? anyDistance : Math.max(1, row.minS);
    };
    changes[from]!.push({ to, seconds });
  }
  return changes;
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
