/** Tonight's answer about one place: its option, its hours, other times to go, and the morning after. */
import type { HoursLine } from "~/domain/hours/hours-tonight";
import type { EpochSeconds, Journey } from "~/domain/journey";
import type { Option } from "~/domain/tonight";

/** When the doors close in the morning, and where is warm then; `next` has those known to be open first, then the nearest. */
export type MorningAfter = { closes: EpochSeconds; next: Option[] };

export type PlaceTonight = {
  now: EpochSeconds;
  from: EpochSeconds;
  option: Option;
  hours: HoursLine[];
  /** Other times to go: the best journeys that leave before and after the option's best one. */
  earlier: Journey | null;
  later: Journey | null;
  /** null for a place that is not open tonight, or never closes. */
  morning: MorningAfter | null;
};
