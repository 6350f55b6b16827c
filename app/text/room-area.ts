/** What the public reads of members' rooms: that there are some, roughly where, and whom to ask. */
import type { Language } from "~/text/language";

const en = {
  title: "Rooms in people's homes",
  area: "Vetted rooms in this part of town",
  region: "Vetted rooms in this region",
  about:
    "A mutual aid group has met the people and seen each home. No address is shown here. Ask, and the group tells you if one fits.",
  middle: "To the middle of that part of town:",
  ask: "Ask for a room",
};

export type RoomAreaWords = typeof en;

const es: RoomAreaWords = {
  title: "Cuartos en casas de vecinos",
  area: "Cuartos revisados en esta parte de la ciudad",
  region: "Cuartos revisados en esta región",
  about:
    "Un grupo de ayuda mutua conoce a las personas y vio cada casa. Aquí no se muestra ninguna dirección. Pregunte, y el grupo le dice si hay uno para ustedes.",
  middle: "Hasta el centro de esa zona:",
  ask: "Pedir un cuarto",
};

export const roomAreaWords: Record<Language, RoomAreaWords> = { en, es };
