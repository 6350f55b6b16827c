/** Journeys as people say them: when to leave, how long outside, when there; and each leg. */
import type { EpochSeconds, Journey, Leg, NoJourney } from "~/domain/journey";
import type { Language } from "~/text/language";
import { las, minutesOf, type Clock } from "~/text/say";

type JourneyWords = {
  leave: (at: string) => string;
  leaveNow: string;
  outside: (minutes: number) => string;
  there: (at: string) => string;
  waitAtDoor: (minutes: number) => string;
  sooner: (leave: string, minutes: number, there: string) => string;
  estimated: string;
  guessed: (minutes: number) => string;
  onFoot: (minutes: number) => string;
  none: Record<NoJourney, string>;
  walkTo: (minutes: number, to: string) => string;
  theDoor: string;
  waitAt: (minutes: number, at: string) => string;
  ride: (route: string, headsign: string | null, at: string) => string;
  getOff: (minutes: number, stops: number, to: string, at: string) => string;
  warmth: (value: number) => string;
};

const en: JourneyWords = {
  leave: (at) => `Leave ${at}`,
  leaveNow: "Leave now",
  outside: (minutes) => `${minutes}\u00a0min outside`,
  there: (at) => `there ${at}`,
  waitAtDoor: (minutes) => `${minutes}\u00a0min of it at their door, before they open`,
  sooner: (leave, minutes, there) => `Sooner: leave ${leave}, ${minutes}\u00a0min outside, there ${there}.`,
  estimated: "Times are estimated.",
  guessed: (minutes) =>
    `This bus has no exact times. We count ${minutes}\u00a0min more of waiting. Wait inside if you can.`,
  onFoot: (minutes) => `${minutes}\u00a0min on foot`,
  none: {
    "no-timetable": "We have no bus times here. Call and ask for a ride.",
    "feed-expired": "Our bus times are too old to trust. Call the bus company.",
    "outside-feed-dates": "We have no bus times for this day. Call the bus company.",
    "no-stop-in-reach": "No bus stop is near enough to walk to. Call and ask for a ride.",
    "last-bus-gone": "The last bus has gone. Call and ask for a ride.",
    "doors-closed": "No bus gets there before they stop letting people in.",
  },
  walkTo: (minutes, to) => `Walk ${minutes}\u00a0min to ${to}`,
  theDoor: "the door",
  waitAt: (minutes, at) => `Wait ${minutes}\u00a0min at ${at}`,
  ride: (route, headsign, at) => `Bus ${route}${headsign ? ` toward ${headsign}` : ""} at ${at}`,
  getOff: (minutes, stops, to, at) =>
    `Ride ${minutes}\u00a0min, ${stops === 1 ? "1 stop" : `${stops} stops`}. Get off at ${to} at ${at}`,
  warmth: (value) => `warmth ${value} of 100`,
};

const es: JourneyWords = {
  leave: (at) => `Salga a ${las(at)}`,
  leaveNow: "Salga ahora",
  outside: (minutes) => `${minutes}\u00a0min afuera`,
  there: (at) => `llega a ${las(at)}`,
  waitAtDoor: (minutes) => `de eso, ${minutes}\u00a0min en la puerta, antes de que abran`,
  sooner: (leave, minutes, there) =>
    `Más temprano: salga a ${las(leave)}, ${minutes}\u00a0min afuera, llega a ${las(there)}.`,
  estimated: "Las horas son aproximadas.",
  guessed: (minutes) =>
    `Este camión no tiene horas exactas. Contamos ${minutes}\u00a0min más de espera. Espere adentro si puede.`,
  onFoot: (minutes) => `${minutes}\u00a0min a pie`,
  none: {
    "no-timetable": "No tenemos horarios de camiones aquí. Llame y pregunte si alguien los puede llevar.",
    "feed-expired": "Nuestros horarios de camiones ya son viejos. Llame a la compañía de camiones.",
    "outside-feed-dates": "No tenemos horarios de camiones para este día. Llame a la compañía de camiones.",
    "no-stop-in-reach": "No hay parada que quede cerca a pie. Llame y pregunte si alguien los puede llevar.",
    "last-bus-gone": "Ya pasó el último camión. Llame y pregunte si alguien los puede llevar.",
    "doors-closed": "Ningún camión llega antes de que dejen de recibir gente.",
  },
  walkTo: (minutes, to) => `Camine ${minutes}\u00a0min hasta ${to}`,
  theDoor: "la puerta",
  waitAt: (minutes, at) => `Espere ${minutes}\u00a0min en ${at}`,
  ride: (route, headsign, at) => `Camión ${route}${headsign ? ` hacia ${headsign}` : ""}, pasa a ${las(at)}`,
  getOff: (minutes, stops, to, at) =>
    `Viaje ${minutes}\u00a0min, ${stops === 1 ? "1 parada" : `${stops} paradas`}. Bájese en ${to} a ${las(at)}`,
  warmth: (value) => `calor ${value} de 100`,
};

export const journeyWords: Record<Language, JourneyWords> = { en, es };

/** One line of the way, in order. */
export type Step = {
  kind: "walk" | "wait" | "ride" | "off";
  at: EpochSeconds;
  /** After a ride: its minute is rounded up as the bus's arrival is. */
  afterRide: boolean;
  words: string;
};

type Said = { clock: Clock; language: Language };

/** The journey leg by leg, the waits between legs said as steps of their own. */
export function steps(journey: Journey, { clock, language }: Said): Step[] {
  const words = journeyWords[language];
  const said: Step[] = [];
  let free: EpochSeconds | null = null;
  let afterRide = false;
  for (const leg of journey.legs) {
    const wait = free === null ? 0 : leg.departs - free;
    if (free !== null && wait >= 60)
      said.push({ kind: "wait", at: free, afterRide, words: words.waitAt(minutesOf(wait), leg.from.name) });
    said.push(...legSteps(leg, words, clock).map((step) => ({ ...step, afterRide })));
    afterRide ||= leg.kind === "ride";
    free = leg.arrives;
  }
  return said;
}

function legSteps(leg: Leg, words: JourneyWords, clock: Clock): Omit<Step, "afterRide">[] {
  const minutes = minutesOf(leg.arrives - leg.departs);
  if (leg.kind === "walk") {
    const to = leg.to.name || words.theDoor;
    return [{ kind: "walk", at: leg.departs, words: words.walkTo(minutes, to) }];
  }
  if (leg.kind === "inside") return [];
  const { route, headsign, to, stops } = leg;
  return [
    {
      kind: "ride",
      at: leg.departs,
      words: words.ride(route.shortName, headsign, clock.departs(leg.departs)),
    },
    {
      kind: "off",
      at: leg.arrives,
      words: words.getOff(minutes, stops, to.name, clock.arrives(leg.arrives)),
    },
  ];
}
