/** The words of the interactive map: what it shows, for eyes and for ears, and how to move it. */
import type { Language } from "~/text/language";
import { sayList } from "~/text/say";

const en = {
  title: (places: number) => (places === 1 ? "Map of 1 place" : `Map of ${places} places`),
  keys: "Tab goes through the places in the order of the list. Enter picks one. Arrow keys move the map, plus and minus bring it closer or farther.",
  pin: (number: number, name: string, kind: string, fit: string) => `${number}, ${name}, ${kind}. ${fit}`,
  cluster: (names: string[]) =>
    `${names.length} places close together: ${sayList(names, "en")}. Bring the map closer to tell them apart.`,
  more: (rest: number) => `+${rest}`,
  you: "You are here",
  skip: "Skip the map",
  closer: "Closer",
  farther: "Farther",
  move: "Move the map",
  north: "Up",
  south: "Down",
  west: "Left",
  east: "Right",
  searchHere: "Search this area",
  picked: (number: number, name: string) => `${number} ${name}`,
  about: "More about it",
  tapOne: "Tap a number to see the way there.",
  pictures: "Map pictures:",
};

export type MapWords = typeof en;

const es: MapWords = {
  title: (places) => (places === 1 ? "Mapa de 1 lugar" : `Mapa de ${places} lugares`),
  keys: "Con Tab pasa por los lugares en el orden de la lista. Con Enter escoge uno. Las flechas mueven el mapa; más y menos lo acercan o lo alejan.",
  pin: (number, name, kind, fit) => `${number}, ${name}, ${kind}. ${fit}`,
  cluster: (names) =>
    `${names.length} lugares muy juntos: ${sayList(names, "es")}. Acerque el mapa para verlos por separado.`,
  more: (rest) => `+${rest}`,
  you: "Usted está aquí",
  skip: "Saltar el mapa",
  closer: "Acercar",
  farther: "Alejar",
  move: "Mover el mapa",
  north: "Arriba",
  south: "Abajo",
  west: "Izquierda",
  east: "Derecha",
  searchHere: "Buscar en esta zona",
  picked: (number, name) => `${number} ${name}`,
  about: "Más sobre este lugar",
  tapOne: "Toque un número para ver cómo llegar.",
  pictures: "Imágenes del mapa:",
};

export const mapWords: Record<Language, MapWords> = { en, es };
