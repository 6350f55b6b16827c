/** Tonight's answer for one party at one point: every place, best first, and what to say above them. */
import type { Fit } from "~/domain/fit";
import type { Opening } from "~/domain/hours";
import type { EpochSeconds, Journey, LatLon, Way } from "~/domain/journey";
import type { Place } from "~/domain/place";
import type { Count } from "~/domain/pool";

/** A place without what only staff may know. */
export type PublicPlace = Omit<Place, "pools" | "hours">;

export type Option = {
  /** From 1; the number on the pin and on the card. */
  number: number;
  place: PublicPlace;
  fit: Fit;
  opening: Opening;
  /** The pools that could take the party, the best known one first. */
  counts: Count[];
  way: Way;
  /** The warmest journey, and the soonest where it is another one. */
  best: Journey | null;
  sooner: Journey | null;
  /**
   * takes-you: fits, is or will be open, and a count of the last four hours has room (or it counts nobody: a
   * warming or day center that is open). call: worth a call. no: does not fit, is full, or is not open tonight.
   */
  standing: "takes-you" | "call" | "no";
};

export type Tonight = {
  now: EpochSeconds;
  /** When the search starts: now, or the time asked for. */
  from: EpochSeconds;
  origin: LatLon;
  options: Option[];
  /** Where to wait indoors until leaving: open now, nearest on foot or by bus. */
  warmNow: Option | null;
  /** How many options have the standing "takes-you" and let people sleep. */
  sleepsYou: number;
};
