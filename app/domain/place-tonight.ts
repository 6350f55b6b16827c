/** Tonight's answer about one place: its option, its hours, other times to go, and the morning after. */
import type { HoursLine } from "~/domain/hours/hours-tonight";
import type { EpochSeconds, Journey, OldTimes } from "~/domain/journey";
import type { Option } from "~/domain/tonight";
import type { Weather } from "~/domain/weather";

/** When the doors close in the morning, and where is warm then; `next` has those known to be open first, then the nearest. */
export type MorningAfter = { closes: EpochSeconds; next: Option[] };

export type PlaceTonight = {
  now: EpochSeconds;
  from: EpochSeconds;
  option: Option;
  hours: HoursLine[];
  /** Other times to go: the option's soonest, and the best that leaves after its best one. */
  earlier: Journey | null;
  later: Journey | null;
  /** The warmest of those with the fewest vehicles, where the option's best one takes more. */
  fewerBuses: Journey | null;
  /** The latest that arrives while they let people in, for a bed before the morning; null where none does or needs to. */
  lastChance: Journey | null;
  weather: Weather;
  oldTimes: OldTimes[];
  /** null for a place that is not open tonight, or never closes. */
  morning: MorningAfter | null;
};
