/** One region's weather in this process: read from the database once a minute, asked for anew when it is old. */
import type { EpochSeconds } from "~/domain/journey";
import { weatherAt, type Forecast } from "~/domain/kept-weather";
import type { Region } from "~/domain/region";
import type { Alert } from "~/domain/weather";
import { log } from "../log.server";
import { askAlerts } from "./alerts.server";
import { askForecast } from "./forecast.server";
import { heardOf, keepHeard, middleOf, NOTHING_HEARD, type Heard } from "./kept.server";
import { failed, type Failed, type Service } from "./service.server";

const READ_EVERY_S = 60;
const READ_AGAIN_S = 5;
// While the database is away the weather is the last thing to wait for.
const READ_MS = 1_000;

// The service's forecasts are made anew about once an hour; its warnings may come at any time.
const OLD_AFTER_S = 15 * 60;

const PAUSES_S = [60, 120, 300, 600, 900];
const LONGEST_PAUSE_S = 3600;

/** After so many failures in a row; the service may ask for longer. */
export function pauseAfter(failures: number, askedForS: number): number {
  const ours = PAUSES_S[Math.min(failures, PAUSES_S.length) - 1] ?? 0;
  return Math.max(ours, Math.min(askedForS, LONGEST_PAUSE_S));
}

type Answers = {
  forecast: Awaited<ReturnType<typeof askForecast>> | null;
  alerts: Awaited<ReturnType<typeof askAlerts>> | null;
};

export class RegionWeather {
  #heard: Heard = NOTHING_HEARD;
  #point = "";
  #readAt: EpochSeconds = -Infinity;
  #reading: Promise<void> | null = null;
  #asking: Promise<void> | null = null;
  #failures = 0;
  #quietUntil: EpochSeconds = -Infinity;
  #trouble = "";

  /** What is known in this process and in the database; never rejects. */
  async heard(region: Region, now: EpochSeconds): Promise<Heard> {
    const point = JSON.stringify(middleOf(region));
    // Of another point nothing is known yet.
    if (point !== this.#point) {
      this.#heard = NOTHING_HEARD;
      this.#readAt = -Infinity;
      this.#point = point;
    }
    if (Math.abs(now - this.#readAt) >= READ_EVERY_S) {
      this.#reading ??= this.#read(region, now).finally(() => (this.#reading = null));
      await this.#reading;
    }
    return this.#heard;
  }

  /** Asks for what is old, one question at a time; the promise to wait for where nothing was ever known, else null. */
  askForOld(service: Service, region: Region, now: EpochSeconds): Promise<void> | null {
    if (this.#asking === null && now >= this.#quietUntil) {
      const isOld = (heardAt: EpochSeconds | null) => heardAt === null || now - heardAt > OLD_AFTER_S;
      const forecast = isOld(this.#heard.forecastHeardAt);
      const alerts = isOld(this.#heard.alertsAsOf);
      if (forecast || alerts) {
        this.#asking = this.#ask(service, region, { now, forecast, alerts }).finally(
          () => (this.#asking = null),
        );
      }
    }
    const isKnown = weatherAt(this.#heard, now, now).kind === "known";
    return isKnown || this.#failures > 0 ? null : this.#asking;
  }

  async #read(region: Region, now: EpochSeconds): Promise<void> {
    this.#readAt = now;
    const read = await heardOf(region, READ_MS).catch(() => null);
    if (read) this.#heard = newest(this.#heard, read);
    else this.#readAt = now - READ_EVERY_S + READ_AGAIN_S;
  }

  async #ask(
    service: Service,
    region: Region,
    { now, ...due }: { now: EpochSeconds; forecast: boolean; alerts: boolean },
  ): Promise<void> {
    const point = middleOf(region);
    const [forecast, alerts] = await Promise.all([
      due.forecast ? surely(askForecast(service, point, now)) : null,
      due.alerts ? surely(askAlerts(service, point)) : null,
    ]);
    this.#rest({ forecast, alerts }, now);
    this.#sayChange(region, { forecast, alerts });
    const heard = {
      forecast: forecast?.kind === "forecast" ? forecast.forecast : null,
      alerts: alerts?.kind === "alerts" ? alerts.alerts : null,
    };
    if (heard.forecast || heard.alerts) await this.#keep(region, now, heard);
  }

  async #keep(
    region: Region,
    now: EpochSeconds,
    { forecast, alerts }: { forecast: Forecast | null; alerts: Alert[] | null },
  ): Promise<void> {
    const before = this.#heard;
    // Known in this process at once, even while the database is away.
    this.#heard = {
      ...before,
      ...(forecast && { forecast: newer(before.forecast, forecast), forecastHeardAt: now }),
      ...(alerts && { alerts, alertsAsOf: now }),
    };
    await keepHeard(region, now, { forecast, alerts }).catch((error: unknown) => {
      log.warn({ err: error, region: region.slug }, "the weather is known, but cannot be kept");
    });
  }

  #rest(answers: Answers, now: EpochSeconds): void {
    const failures = failuresIn(answers);
    this.#failures = failures.length > 0 ? this.#failures + 1 : 0;
    const askedForS = Math.max(0, ...failures.map(({ pauseS }) => pauseS ?? 0));
    this.#quietUntil = failures.length > 0 ? now + pauseAfter(this.#failures, askedForS) : -Infinity;
  }

  /** Once for each change, without a word of where it was asked about. */
  #sayChange({ slug: region }: Region, { forecast, alerts }: Answers): void {
    const reasons = { forecast: whyNot(forecast), alerts: whyNot(alerts) };
    const trouble = [reasons.forecast && "forecast", reasons.alerts && "alerts"].filter(Boolean).join();
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    if (trouble) log.warn({ region, ...reasons }, "the weather service does not say");
    else log.info({ region }, "the weather service says again");
  }
}

/** What could not be kept is still known here. */
function newest(here: Heard, read: Heard): Heard {
  const { forecast, forecastHeardAt, alerts, alertsAsOf } = here;
  return {
    ...read,
    ...((forecastHeardAt ?? 0) > (read.forecastHeardAt ?? 0) && { forecast, forecastHeardAt }),
    ...((alertsAsOf ?? 0) > (read.alertsAsOf ?? 0) && { alerts, alertsAsOf }),
  };
}

/** An old copy out of the service's caches tells nothing new. */
function newer(known: Forecast | null, said: Forecast): Forecast {
  return known && known.asOf > said.asOf ? known : said;
}

function failuresIn({ forecast, alerts }: Answers): Failed[] {
  return [forecast, alerts].filter((answer): answer is Failed => answer?.kind === "failed");
}

function whyNot(answer: Answers["forecast"] | Answers["alerts"]): string | undefined {
  return answer?.kind === "failed" ? answer.why : undefined;
}

/** A fault of ours must not end the process: nobody waits for this promise. */
function surely<Answer>(asked: Promise<Answer>): Promise<Answer | Failed> {
  return asked.catch((error: unknown) => {
    log.error({ err: error }, "the weather cannot be read");
    return failed("a fault of ours");
  });
}
