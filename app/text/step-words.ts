/** The words of a way's steps: walk, wait inside or outside, ride, stay on, get off, and whom to ask. */
import type { Asking } from "~/domain/journey";
import type { Language } from "~/text/language";
import { aLas, las } from "~/text/say";

export type StepWords = {
  /** Without a number where it takes less than a minute. */
  walkTo: (minutes: number, to: string) => string;
  theDoor: string;
  waitAt: (minutes: number, at: string) => string;
  waitToOpen: (minutes: number, room: string) => string;
  waitAtDoor: (minutes: number, opens: string) => string;
  inside: (room: string, until: string) => string;
  /** As `bus` and `at` below are told; about where a vehicle has no exact times. */
  time: (at: string, isAbout: boolean) => string;
  insideForBus: (room: string, until: string, bus: string) => string;
  insideForDoor: (room: string, until: string, opens: string) => string;
  ride: (route: string, headsign: string | null, at: string) => string;
  stay: (minutes: number, at: string, route: string, headsign: string | null) => string;
  getOff: (minutes: number, stops: number, to: string, at: string) => string;
  askOn: Record<Exclude<Asking, "nobody">, (phone: string | null) => string>;
  askOff: Record<Exclude<Asking, "nobody">, (phone: string | null) => string>;
  askToStay: string;
};

const en: StepWords = {
  walkTo: (minutes, to) => `Walk ${minutes > 0 ? `${minutes}\u00a0min ` : ""}to ${to}`,
  theDoor: "the door",
  waitAt: (minutes, at) => `Wait ${minutes}\u00a0min at ${at}`,
  waitToOpen: (minutes, room) => `Wait ${minutes}\u00a0min outside ${room} until it opens`,
  waitAtDoor: (minutes, opens) => `Wait ${minutes}\u00a0min at the door. It opens at ${opens}.`,
  inside: (room, until) => `Wait inside ${room} until ${until}`,
  time: (at, isAbout) => (isAbout ? `about ${at}` : at),
  insideForBus: (room, until, bus) => `Wait inside ${room} until ${until}. The bus comes at ${bus}.`,
  insideForDoor: (room, until, opens) =>
    `Wait inside ${room} until ${until}, then walk to the door. It opens at ${opens}.`,
  ride: (route, headsign, at) => `Bus ${route}${headsign ? ` toward ${headsign}` : ""} at ${at}`,
  stay: (minutes, at, route, headsign) =>
    `Stay on the bus. It ${minutes > 0 ? `waits ${minutes}\u00a0min at ${at}, then ` : ""}goes on as ${route}${headsign ? ` toward ${headsign}` : ""}.`,
  getOff: (minutes, stops, to, at) =>
    `Ride ${minutes}\u00a0min, ${stops === 1 ? "1 stop" : `${stops} stops`}. Get off at ${to} at ${at}`,
  askOn: {
    agency: (phone) => `Call ${phone ?? "the bus company"} before you go: ask for this stop.`,
    driver: () => "Wave so the driver sees you.",
  },
  askOff: {
    agency: (phone) => `Call ${phone ?? "the bus company"} before you go: ask to get off here.`,
    driver: () => "Tell the driver where you get off.",
  },
  askToStay: "Ask the driver if you can wait inside.",
};

const es: StepWords = {
  walkTo: (minutes, to) => `Camine ${minutes > 0 ? `${minutes}\u00a0min ` : ""}hasta ${to}`,
  theDoor: "la puerta",
  waitAt: (minutes, at) => `Espere ${minutes}\u00a0min en ${at}`,
  waitToOpen: (minutes, room) => `Espere ${minutes}\u00a0min afuera de ${room}, hasta que abra`,
  waitAtDoor: (minutes, opens) => `Espere ${minutes}\u00a0min en la puerta. Abren ${aLas(opens)}.`,
  inside: (room, until) => `Espere dentro de ${room} hasta ${las(until)}`,
  time: (at, isAbout) => `${isAbout ? "eso de " : ""}${las(at)}`,
  insideForBus: (room, until, bus) =>
    `Espere dentro de ${room} hasta ${las(until)}. El camión pasa a ${bus}.`,
  insideForDoor: (room, until, opens) =>
    `Espere dentro de ${room} hasta ${las(until)} y luego camine a la puerta. Abren ${aLas(opens)}.`,
  ride: (route, headsign, at) => `Camión ${route}${headsign ? ` hacia ${headsign}` : ""}, pasa a ${at}`,
  stay: (minutes, at, route, headsign) =>
    `Quédese en el camión. ${minutes > 0 ? `Espera ${minutes}\u00a0min en ${at} y sigue` : "Sigue"} como ${route}${headsign ? ` hacia ${headsign}` : ""}.`,
  getOff: (minutes, stops, to, at) =>
    `Viaje ${minutes}\u00a0min, ${stops === 1 ? "1 parada" : `${stops} paradas`}. Bájese en ${to} a ${at}`,
  askOn: {
    agency: (phone) =>
      `Antes de salir, llame ${phone ? `al ${phone}` : "a la compañía de camiones"}: pida esta parada.`,
    driver: () => "Haga una seña al chofer para que pare.",
  },
  askOff: {
    agency: (phone) =>
      `Antes de salir, llame ${phone ? `al ${phone}` : "a la compañía de camiones"}: pida bajarse aquí.`,
    driver: () => "Diga al chofer dónde se baja.",
  },
  askToStay: "Pregunte al chofer si puede esperar adentro.",
};

export const stepWords: Record<Language, StepWords> = { en, es };
