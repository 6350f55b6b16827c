/** The one line beside a way that no bus helps with. */
import type { Language } from "~/text/language";

const en = { ask: "Neighbors may be able to drive you: ask" };

export type RideWords = typeof en;

const es: RideWords = { ask: "Tal vez un vecino les puede llevar: pregunte" };

export const rideWords: Record<Language, RideWords> = { en, es };
