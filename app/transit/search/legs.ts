/** A journey leg by leg, made from a label and the labels before it, for what is shown only. */
import type { ColdCurve } from "~/domain/cold";
import type { EpochSeconds, Journey, LatLon, Leg, NamedPoint, RoomPoint } from "~/domain/journey";
import type { Arrival, Door } from "~/transit/search/doors";
import { type Ride, type RideLeg, rideLeg, ridesTo, type Traced } from "~/transit/search/rides";
import type { Rooms } from "~/transit/search/rooms";
import { type Outside, outdoorsOf } from "~/transit/search/stretches";
import { type OnFoot, onFoot, walkIntoRoom, walkOutOfRoom, walkToStop } from "~/transit/search/walks";
import type { Timetable } from "~/transit/timetable/timetable";
import type { Footpaths } from "~/transit/timetable/footpaths";
import type { Reach } from "~/transit/timetable/reach";
import type { Pace } from "~/transit/timetable/walking";

export type Told = Traced & {
  rooms: Rooms | null;
  origin: LatLon;
  pace: Pace;
  curve: ColdCurve;
  wheelchair: boolean;
  footpaths: Footpaths;
  /** The stops near the origin. */
  access: Reach[];
};

export function journeyOf(arrival: Arrival, door: Door, told: Told): Journey {
  const { leaveFrom, timetable } = told;
  const way = new Way(told, leaveFrom + arrival.leaves);
  const rides = ridesTo(arrival.label, told);
  for (const ride of rides) {
    const leg = rideLeg(ride, told);
    if (!ride.staysOn) way.walkToStop(timetable.times.stop[ride.boardedAt]!, leg, ride.inside);
    way.ride(leg, ride, timetable);
  }
  if (arrival.inside >= 0) way.goInside(arrival.inside, leaveFrom + arrival.leavesRoom);
  way.walk({ lat: door.lat, lon: door.lon, name: "" }, arrival);
  const enters = leaveFrom + arrival.enters;
  return {
    leaveBy: leaveFrom + arrival.leaves,
    arrives: leaveFrom + arrival.arrives,
    enters,
    ...outdoorsOf(way.outside(enters), told.curve),
    boardings: rides.filter(({ staysOn }) => !staysOn).length,
    estimated: way.rides.some(({ estimated }) => estimated),
    estimateS: way.estimateS,
    callFirst: way.rides.some(({ ask }) => ask.on !== "nobody" || ask.off !== "nobody"),
    stepFree: way.rides.every(({ stepFree }) => stepFree === "yes") ? "yes" : "maybe",
    legs: way.legs,
  };
}

/** A way in the making: where one is, and since when one has been outside. */
class Way {
  readonly legs: Leg[] = [];
  readonly rides: RideLeg[] = [];
  #told: Told;
  #here: NamedPoint;
  /** The stop one is at; -1 at the origin and in a room. */
  #stop = -1;
  #outsideSince: EpochSeconds;
  #stretches: Outside[] = [];

  constructor(told: Told, leaveBy: EpochSeconds) {
    this.#told = told;
    this.#here = { lat: told.origin.lat, lon: told.origin.lon, name: "" };
    this.#outsideSince = leaveBy;
  }

  /** To where the ride begins, through the warm room of that entry if there is one. */
  walkToStop(stop: number, { from, departs }: RideLeg, entry: number): void {
    const { rooms, leaveFrom, pace, access } = this.#told;
    if (entry < 0) {
      const near = this.#stop < 0 ? access.find((reach) => reach.stop === stop)! : null;
      const { metres, walkS } = near ? onFoot(near, pace) : walkToStop(this.#told, this.#stop, stop);
      // transfers.txt may know a quicker way than the street: nobody is told to come after their bus.
      const inTimeS = departs - (this.legs.at(-1)?.arrives ?? this.#outsideSince);
      this.walk(from, { metres, walkS: Math.min(walkS, inTimeS) });
      return;
    }
    const { room, closes } = rooms!.rooms[rooms!.of[entry]!]!;
    const out = walkOutOfRoom(this.#told, room, stop);
    this.goInside(entry, Math.min(departs - out.walkS - Math.max(pace.changeS, 1), leaveFrom + closes));
    this.walk(from, out);
  }

  walk(to: NamedPoint, { metres, walkS }: OnFoot): void {
    const from = this.#here;
    const departs = this.legs.at(-1)?.arrives ?? this.#outsideSince;
    if (metres > 0 || walkS > 0)
      this.legs.push({ kind: "walk", from, to, departs, arrives: departs + walkS, metres });
    this.#here = to;
  }

  ride(leg: RideLeg, { trip, alightedAt }: Ride, { trips, times }: Timetable): void {
    const estimateS = trips.halfHeadwayS[trip]!;
    if (!leg.staysOn) this.#stretches.push({ from: this.#outsideSince, until: leg.departs, estimateS });
    this.legs.push(leg);
    this.rides.push(leg);
    this.#here = leg.to;
    this.#stop = times.stop[alightedAt]!;
    this.#outsideSince = leg.arrives;
  }

  goInside(entry: number, until: EpochSeconds): void {
    const { rooms, leaveFrom } = this.#told;
    const { room } = rooms!.rooms[rooms!.of[entry]!]!;
    const point: RoomPoint = { name: room.name, lat: room.lat, lon: room.lon, roomKey: room.roomKey };
    this.walk(point, walkIntoRoom(this.#told, this.#stop, room));
    const departs = leaveFrom + rooms!.entered[entry]!;
    this.#stretches.push({ from: this.#outsideSince, until: departs, estimateS: 0 });
    this.legs.push({ kind: "inside", from: point, to: point, departs, arrives: until });
    this.#outsideSince = until;
  }

  get estimateS(): number {
    return this.#stretches.reduce((sum, { estimateS }) => sum + estimateS, 0);
  }

  outside(enters: EpochSeconds): Outside[] {
    return [...this.#stretches, { from: this.#outsideSince, until: enters, estimateS: 0 }];
  }
}
