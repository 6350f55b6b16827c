/** The smallest part of a sketch that still shows a fault: what a reader needs to see the case, and nothing else. */
import type { Sketch } from "./sketch";

export function cutDown(sketch: Sketch, isFaulty: (sketch: Sketch) => boolean): Sketch {
  let smallest = sketch;
  for (let again = true; again;) {
    again = false;
    for (const smaller of smallerThan(smallest)) {
      if (!stillFaulty(smaller, isFaulty)) continue;
      smallest = smaller;
      again = true;
      break;
    }
  }
  return smallest;
}

// A cut that makes no town at all shows nothing.
function stillFaulty(sketch: Sketch, isFaulty: (sketch: Sketch) => boolean): boolean {
  try {
    return isFaulty(sketch);
  } catch {
    return false;
  }
}

function* smallerThan(sketch: Sketch): Generator<Sketch> {
  const { trips, transfers, question } = sketch;
  const { doors, rooms, pace, cold } = question;
  const asking = (part: Partial<Sketch["question"]>): Sketch => ({
    ...sketch,
    question: { ...question, ...part },
  });
  for (let i = 0; i < trips.length; i++) {
    const left = trips.toSpliced(i, 1);
    const known = (id: string) => id === "" || left.some((trip) => trip.id === id);
    yield {
      ...sketch,
      trips: left,
      transfers: transfers.filter(({ fromTrip, toTrip }) => known(fromTrip) && known(toTrip)),
    };
  }
  for (let i = 0; i < transfers.length; i++) yield { ...sketch, transfers: transfers.toSpliced(i, 1) };
  if (doors.length > 1) for (const door of doors) yield asking({ doors: [door] });
  for (let i = 0; i < rooms.length; i++) yield asking({ rooms: rooms.toSpliced(i, 1) });
  for (const [t, trip] of trips.entries()) {
    const changed = (part: Partial<typeof trip>) => ({
      ...sketch,
      trips: trips.with(t, { ...trip, ...part }),
    });
    const { calls, repeats } = trip;
    if (calls.length > 2)
      for (let i = 0; i < calls.length; i++) yield changed({ calls: calls.toSpliced(i, 1) });
    for (let i = 0; i < repeats.length; i++) yield changed({ repeats: repeats.toSpliced(i, 1) });
    if (trip.block) yield changed({ block: "" });
    if (trip.wheelchair) yield changed({ wheelchair: "" });
    if (trip.yesterday) yield changed({ yesterday: false });
    for (const [i, call] of calls.entries()) {
      const recalled = (part: Partial<typeof call>) =>
        changed({ calls: calls.with(i, { ...call, ...part }) });
      if (call.blank) yield recalled({ blank: false });
      if (call.on !== "0") yield recalled({ on: "0" });
      if (call.off !== "0") yield recalled({ off: "0" });
      const minute = 60 * Math.round(call.arrive / 60);
      if (call.depart !== call.arrive) yield recalled({ depart: call.arrive });
      else if (minute !== call.arrive) yield recalled({ arrive: minute, depart: minute });
    }
  }
  yield* plainer(doors[0]!, (door) => asking({ doors: [door, ...doors.slice(1)] }));
  if (rooms.some(({ open }) => open.length > 1))
    yield asking({ rooms: rooms.map((room) => ({ ...room, open: room.open.slice(0, 1) })) });
  if (cold.weights.length > 1) {
    yield asking({ cold: { ...cold, weights: [1] } });
    yield asking({ cold: { ...cold, weights: [cold.weights[0], ...cold.weights.slice(1, -1)] } });
  }
  if (pace.boardingPenaltyS > 0) yield asking({ pace: { ...pace, boardingPenaltyS: 0 } });
  if (pace.slackS > 0) yield asking({ pace: { ...pace, slackS: 0 } });
  if (pace.changeS > 1) yield asking({ pace: { ...pace, changeS: 1 } });
  if (question.wheelchair) yield asking({ wheelchair: false });
  if (question.callFirst) yield asking({ callFirst: false });
}

function* plainer(
  door: Sketch["question"]["doors"][number],
  withDoor: (door: Sketch["question"]["doors"][number]) => Sketch,
): Generator<Sketch> {
  if (door.opens !== null) yield withDoor({ ...door, opens: null });
  if (door.closes !== null) yield withDoor({ ...door, closes: null });
}
