/** How long and how cold a way is outside: in all, and in its worst stretch without a break. */
import { coldSeconds, type ColdCurve, weightAt } from "~/domain/cold";
import type { EpochSeconds, Stretch } from "~/domain/journey";

/** A time outside, with the seconds a vehicle without exact times is waited for beyond the clock. */
export type Outside = { from: EpochSeconds; until: EpochSeconds; estimateS: number };

export type Outdoors = { outdoorS: number; coldMinutes: number; worst: Stretch };

export function outdoorsOf(stretches: readonly Outside[], curve: ColdCurve): Outdoors {
  const weighed = stretches.map((stretch) => stretchOf(stretch, curve));
  const nothing = { seconds: 0, coldMinutes: 0, peakWeight: 1 };
  return {
    outdoorS: weighed.reduce((sum, { seconds }) => sum + seconds, 0),
    coldMinutes: weighed.reduce((sum, { coldMinutes }) => sum + coldMinutes, 0),
    worst: weighed.reduce((worst, next) => (next.coldMinutes > worst.coldMinutes ? next : worst), nothing),
  };
}

// The bus comes at `until` by its headway, and on average half a headway later: that wait has the cold of that second.
function stretchOf({ from, until, estimateS }: Outside, curve: ColdCurve): Stretch {
  const weight = weightAt(curve, until);
  return {
    seconds: until - from + estimateS,
    coldMinutes: (coldSeconds(curve, from, until) + estimateS * weight) / 60,
    peakWeight: Math.max(weight, heaviest(curve, from, until)),
  };
}

function heaviest(curve: ColdCurve, from: EpochSeconds, until: EpochSeconds): number {
  let most = weightAt(curve, from);
  for (let at = from; at < until; at += curve.stepS) most = Math.max(most, weightAt(curve, at));
  return most;
}
