/** What is kept of the weather between two askings, and how much of it still tells about the hour asked for. */
import { windChill } from "~/domain/cold";
import type { EpochSeconds } from "~/domain/journey";
import { HOUR_S, type Alert, type Weather, type WeatherHour } from "~/domain/weather";

/** As the weather service said it last; hours in order. */
export type Forecast = { asOf: EpochSeconds; hours: WeatherHour[] };

/** What an operator entered: what it feels like, or what the thermometer and the wind say. */
export type Entered = { asOf: EpochSeconds; until: EpochSeconds } & (
  | { windChillF: number; temperatureF: null; windMph: null }
  | { windChillF: null; temperatureF: number; windMph: number }
);

export type KeptWeather = {
  forecast: Forecast | null;
  entered: Entered | null;
  alerts: Alert[];
  /** When the service was last heard of them; null where it never was. */
  alertsAsOf: EpochSeconds | null;
};

// A day later it describes other weather.
const WORTH_S = 24 * HOUR_S;

// The longest search, a night and the morning after it; what comes later weighs nothing and need not be carried.
const ASKED_S = 36 * HOUR_S;

/** What is known at `now` of the hours from `from` on. What an operator entered wins until it ends. */
export function weatherAt(kept: KeptWeather, now: EpochSeconds, from: EpochSeconds): Weather {
  const heardLately = kept.alertsAsOf !== null && now - kept.alertsAsOf <= WORTH_S;
  const alerts = kept.alerts.filter(({ until }) => (until === null ? heardLately : until > now));
  const forecast = kept.forecast && now - kept.forecast.asOf <= WORTH_S ? kept.forecast : null;
  const entered = kept.entered && from < kept.entered.until ? kept.entered : null;
  const said = entered ? enteredHours(entered, from) : [];
  const enteredUntil = said.length > 0 ? said.at(-1)!.from + HOUR_S : -Infinity;
  const forecastHours = forecast?.hours.filter((hour) => hour.from >= enteredUntil) ?? [];
  const [first, ...rest] = withoutGaps([...said, ...forecastHours]).filter(
    (hour) => hour.from > from - HOUR_S && hour.from <= from + ASKED_S,
  );
  if (!first || first.from > from) return { kind: "unknown", alerts };
  const [source, asOf] = entered
    ? (["operator", entered.asOf] as const)
    : (["forecast", forecast!.asOf] as const);
  return { kind: "known", source, asOf, hours: [first, ...rest], alerts };
}

/** An operator's one value for each hour that it touches, from the one under way at `from` on. */
function enteredHours({ until, ...said }: Entered, from: EpochSeconds): WeatherHour[] {
  const first = Math.floor(Math.max(from, said.asOf) / HOUR_S) * HOUR_S;
  const hours = Math.min(Math.ceil((until - first) / HOUR_S), ASKED_S / HOUR_S);
  // What still air of that temperature feels like.
  const value = said.windChillF === null ? said : { temperatureF: said.windChillF, windMph: 0 };
  return Array.from({ length: hours }, (_, i) => hourOf(first + i * HOUR_S, value));
}

export function hourOf(
  from: EpochSeconds,
  { temperatureF, windMph }: { temperatureF: number; windMph: number },
): WeatherHour {
  return { from, temperatureF, windMph, windChillF: windChill(temperatureF, windMph) };
}

// Weather changes slowly enough to bridge an evening's hole, not a day's.
const LONGEST_GAP_S = 6 * HOUR_S;

/**
 * One an hour, in order: hours missing in the middle are filled by the nearest known one, of two the one before. After
 * a hole too long for that nothing is known.
 */
export function withoutGaps(known: readonly WeatherHour[]): WeatherHour[] {
  const whole: WeatherHour[] = [];
  for (const hour of known.toSorted((a, b) => a.from - b.from)) {
    const before = whole.at(-1);
    const gap = before ? hour.from - before.from : HOUR_S;
    if (gap < HOUR_S) continue;
    if (gap > LONGEST_GAP_S + HOUR_S) break;
    for (let missing = HOUR_S; missing < gap; missing += HOUR_S)
      whole.push({ ...(missing <= gap / 2 ? before! : hour), from: before!.from + missing });
    whole.push(hour);
  }
  return whole;
}
