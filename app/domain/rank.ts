/**
 * The order of the answer. What cannot take the party tonight goes to the end. Before it come first the places that
 * fit, then those truly available (a bed known to be free, a hall through the night, a hall for some hours, then what
 * only a call can tell), then the warmest way. Ties end with the earliest arrival and the place's number, so that
 * equal questions get equal answers.
 */
import type { Fit } from "~/domain/fit";
import type { Opening } from "~/domain/hours/opening";
import { hardship } from "~/domain/choosing";
import type { EpochSeconds } from "~/domain/journey";
import type { PlaceKind } from "~/domain/place";
import { roomIn, type Household } from "~/domain/pool";
import type { Option } from "~/domain/tonight";

export type Standing = Option["standing"];

/** An option before it has its standing and its number. */
export type Weighed = Pick<Option, "place" | "fit" | "opening" | "counts" | "way" | "best">;

const SLEEPING_KINDS: ReadonlySet<PlaceKind> = new Set(["shelter", "room", "funded-stay"]);

/** Places where people sleep, as against those where they only warm up. */
export function letsSleep(kind: PlaceKind): boolean {
  return SLEEPING_KINDS.has(kind);
}

/** Takes the party for the night. */
export function hasBed({ standing, place }: Pick<Option, "standing" | "place">): boolean {
  return standing === "takes-you" && letsSleep(place.kind);
}

/**
 * Can the place take the party tonight: known so, worth a call, or not. `counted`: it has beds that are counted;
 * `morning`: the end of tonight, until which a bed must last.
 */
export function standingOf(
  option: Weighed,
  { counted, morning, deepNight = false }: { counted: boolean; morning: EpochSeconds; deepNight?: boolean },
): Standing {
  const { fit, opening, way, place } = option;
  // A hall whose hours nobody told us is a place for the day: nobody is sent to its door at three in the morning.
  if (deepNight && opening.kind === "unknown" && !letsSleep(place.kind)) return "no";
  if (fit.kind === "no" || !mayOpen(opening)) return "no";
  const room = roomOf(option, counted);
  if (room === "no") return "no";
  const sure = fit.kind === "yes" && room === "yes" && (opening.kind === "open" || opening.kind === "opens");
  // The last bus comes after they stop letting people in: only the desk can still say yes.
  const tooLate = way.kind === "none" && way.reason === "doors-closed";
  const tooShort = letsSleep(place.kind) && !lastsTheNight(option, morning);
  return sure && !tooLate && !tooShort ? "takes-you" : "call";
}

/** Best first; `morning` is the end of tonight. */
export function inOrder<T extends Weighed & { standing: Standing }>(
  options: readonly T[],
  morning: EpochSeconds,
): T[] {
  return options
    .map((option) => ({ option, key: keyOf(option, morning) }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ option }) => option);
}

/** Does it keep the party until the morning? */
export function lastsTheNight({ opening }: Pick<Weighed, "opening">, morning: EpochSeconds): boolean {
  if (opening.kind !== "open" && opening.kind !== "opens") return false;
  const startsLater = opening.kind === "opens" && opening.at >= morning;
  return !startsLater && (opening.until === null || opening.until >= morning);
}

function mayOpen(opening: Opening): boolean {
  switch (opening.kind) {
    case "open":
      return opening.intake !== null;
    case "opens":
    case "undecided":
    case "unknown":
      return true;
    case "not-tonight":
    case "closed":
      return false;
  }
}

/** A warm hall counts nobody; a shelter without a count that suits the party is a question. */
function roomOf({ place, counts }: Weighed, counted: boolean): "yes" | "no" | "ask" {
  if (counts.length === 0) return letsSleep(place.kind) || counted ? "ask" : "yes";
  const rooms = counts.map((count) => ({ household: count.household, room: roomIn(count) }));
  const withRoom = rooms.filter(({ room }) => room === "yes").map(({ household }) => household);
  const forAnyGender = withRoom.some((household) => !isGendered(household));
  // Nobody is asked for a gender: a free bed for women is a yes only where men have one too.
  if (forAnyGender || (withRoom.includes("women") && withRoom.includes("men"))) return "yes";
  return rooms.some(({ room }) => room !== "no") ? "ask" : "no";
}

/** For women or for men alone. */
export function isGendered(household: Household): boolean {
  return household === "women" || household === "men";
}

const STANDING_ORDER: Record<Standing, number> = { "takes-you": 0, call: 1, no: 2 };
const FIT_ORDER: Record<Fit["kind"], number> = { yes: 0, maybe: 1, no: 2 };

function keyOf(option: Weighed & { standing: Standing }, morning: EpochSeconds): number[] {
  return [
    STANDING_ORDER[option.standing],
    FIT_ORDER[option.fit.kind],
    availability(option, morning),
    option.best ? hardship(option.best) : Infinity,
    option.best?.enters ?? Infinity,
    option.place.placeId,
  ];
}

/** How truly the place is there for the night, 0 best. */
function availability(option: Weighed, morning: EpochSeconds): number {
  const { opening, counts, place } = option;
  const sleeps = letsSleep(place.kind);
  if (!mayOpen(opening)) return 6;
  // A shelter without hours is worth a call at night; a library without hours is most likely closed.
  if (opening.kind === "undecided" || opening.kind === "unknown") return sleeps ? 4 : 5;
  const isSure = counts.length > 0 ? counts.some((count) => roomIn(count) === "yes") : !sleeps;
  if (!isSure) return 3;
  if (!lastsTheNight(option, morning)) return 2;
  return sleeps ? 0 : 1;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    if (a[i]! < b[i]!) return -1;
    if (a[i]! > b[i]!) return 1;
  }
  return 0;
}
