/** What an open page is told of a place, worded as the page words it; and what the page says of its own age. */
import { openingAt } from "~/domain/hours/opening";
import type { EpochSeconds } from "~/domain/journey";
import type { Place } from "~/domain/place";
import { countsForAnyone, type Count } from "~/domain/pool";
import { letsSleep } from "~/domain/rank";
import { countPattern } from "~/text/count";
import type { Language } from "~/text/language";
import { openingSentence } from "~/text/opening";
import { clockOf } from "~/text/say";

const en = {
  refresh: "Look again",
  // Beside "As of 5:42 pm.", on the same line of a small phone; "#" is a number of minutes.
  changed: "Changed since.",
  away: "No news for #\u00a0min.",
  // By itself, at the top of a page that hears nothing.
  cutOff: "This page may be old: no connection for #\u00a0min.",
  left: "Time left: #\u00a0min.",
  somethingNew: "Something on this page is new.",
  signedOut: "You were signed out. This page shows nothing new.",
  signIn: "Sign in",
};

export type LiveWords = typeof en;

const es: LiveWords = {
  refresh: "Ver otra vez",
  changed: "Ya cambió.",
  away: "Sin noticias hace #\u00a0min.",
  cutOff: "Esta página puede estar atrasada: sin conexión hace #\u00a0min.",
  left: "Tiempo que queda: #\u00a0min.",
  somethingNew: "Hay algo nuevo en esta página.",
  signedOut: "Su sesión terminó. Esta página ya no muestra nada nuevo.",
  signIn: "Entrar",
};

export const liveWords: Record<Language, LiveWords> = { en, es };

/** Without a moment nobody reported; without words it is no promise any more. */
export type PoolNews = { pool: number; at?: EpochSeconds; free?: string; said?: string };

/** `opening` is the sentence for whoever asks about now; `said` has a "#" where the page puts the age. */
export type PlaceNews = { place: number; opening: string; pools: PoolNews[] };

export function placeNews(place: Place, timeZone: string, now: EpochSeconds, language: Language): PlaceNews {
  const opening = openingAt(place.hours, timeZone, now, letsSleep(place.kind));
  const reported = new Map(place.pools.map(({ poolId, lastReport }) => [poolId, lastReport?.at]));
  return {
    place: place.placeId,
    opening: openingSentence(opening, { now, from: now, clock: clockOf(language, timeZone), language }),
    pools: countsForAnyone(place.pools, now).map((count) =>
      poolNews(count, reported.get(count.poolId), language),
    ),
  };
}

function poolNews(count: Count, at: Date | undefined, language: Language): PoolNews {
  const { poolId, worth } = count;
  if (!at || worth.kind === "unknown") return { pool: poolId };
  const moment = Math.floor(at.getTime() / 1000);
  return { pool: poolId, at: moment, ...countPattern(count, language) };
}
