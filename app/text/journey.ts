/** Journeys as people say them: when to leave, how long outside, when there; or why there is none. */
import type { NoJourney } from "~/domain/journey";
import type { Language } from "~/text/language";
import { las } from "~/text/say";

type JourneyWords = {
  leave: (at: string) => string;
  leaveNow: string;
  leaveBy: (at: string) => string;
  buses: (count: number) => string;
  outside: (minutes: number) => string;
  there: (at: string) => string;
  thereAbout: (at: string) => string;
  waitAtDoor: (minutes: number) => string;
  sooner: (leave: string, minutes: number, there: string, callFirst: boolean) => string;
  estimated: string;
  guessed: (minutes: number) => string;
  onFoot: (minutes: number) => string;
  none: Record<NoJourney, string>;
  warmth: (value: number) => string;
};

const en: JourneyWords = {
  leave: (at) => `Leave ${at}`,
  leaveNow: "Leave now",
  leaveBy: (at) => `Leave by ${at}`,
  buses: (count) => (count === 1 ? "1\u00a0bus" : `${count}\u00a0buses`),
  outside: (minutes) => `${minutes}\u00a0min outside`,
  there: (at) => `there ${at}`,
  thereAbout: (at) => `there about ${at}`,
  waitAtDoor: (minutes) => `${minutes}\u00a0min of it at their door, before they open`,
  sooner: (leave, minutes, there, callFirst) =>
    `Sooner${callFirst ? ", if you call the bus company first" : ""}: leave ${leave}, ${minutes}\u00a0min outside, ${there}.`,
  estimated: "Times are estimated.",
  guessed: (minutes) =>
    `This bus has no exact times. We count ${minutes}\u00a0min more of waiting. Wait inside if you can.`,
  onFoot: (minutes) => `${minutes}\u00a0min on foot`,
  none: {
    "no-timetable": "We have no bus times here. Call 2-1-1 and ask for a ride.",
    "feed-expired": "Our bus times are too old to trust. Call the bus company.",
    "outside-feed-dates": "We have no bus times for this day. Call the bus company.",
    "no-stop-in-reach": "No bus stop is near enough to walk to. Call 2-1-1 and ask for a ride.",
    "last-bus-gone": "The last bus has gone. Call 2-1-1 and ask for a ride.",
    "doors-closed": "No bus gets there before they stop letting people in.",
  },
  warmth: (value) => `warmth ${value} of 100`,
};

const es: JourneyWords = {
  leave: (at) => `Salga a ${las(at)}`,
  leaveNow: "Salga ahora",
  leaveBy: (at) => `Salga a más tardar a ${las(at)}`,
  buses: (count) => (count === 1 ? "1\u00a0camión" : `${count}\u00a0camiones`),
  outside: (minutes) => `${minutes}\u00a0min afuera`,
  there: (at) => `llega a ${las(at)}`,
  thereAbout: (at) => `llega a eso de ${las(at)}`,
  waitAtDoor: (minutes) => `de eso, ${minutes}\u00a0min en la puerta, antes de que abran`,
  sooner: (leave, minutes, there, callFirst) =>
    `Más temprano${callFirst ? ", si antes llama a la compañía de camiones" : ""}: salga a ${las(leave)}, ${minutes}\u00a0min afuera, ${there}.`,
  estimated: "Las horas son aproximadas.",
  guessed: (minutes) =>
    `Este camión no tiene horas exactas. Contamos ${minutes}\u00a0min más de espera. Espere adentro si puede.`,
  onFoot: (minutes) => `${minutes}\u00a0min a pie`,
  none: {
    "no-timetable":
      "No tenemos horarios de camiones aquí. Llame al 2-1-1 y pregunte si alguien los puede llevar.",
    "feed-expired": "Nuestros horarios de camiones ya son viejos. Llame a la compañía de camiones.",
    "outside-feed-dates": "No tenemos horarios de camiones para este día. Llame a la compañía de camiones.",
    "no-stop-in-reach":
      "No hay parada que quede cerca a pie. Llame al 2-1-1 y pregunte si alguien los puede llevar.",
    "last-bus-gone": "Ya pasó el último camión. Llame al 2-1-1 y pregunte si alguien los puede llevar.",
    "doors-closed": "Ningún camión llega antes de que dejen de recibir gente.",
  },
  warmth: (value) => `calor ${value} de 100`,
};

export const journeyWords: Record<Language, JourneyWords> = { en, es };
