/** One place or pool out of what somebody typed: by number or by name, with the choices where it could be several. */
import type { Place } from "~/domain/place";
import type { Pool } from "~/domain/pool";
import { Refusal } from "../postgres/refusal";

const MOST_CHOICES = 12;

export function choosePlace(places: Place[], words: string): Place {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") throw new Refusal("--place takes a place's number or name.");
  const exact = places.filter(
    ({ placeId, name }) => String(placeId) === wanted || name.toLowerCase() === wanted,
  );
  const found = exact.length > 0 ? exact : places.filter(({ name }) => name.toLowerCase().includes(wanted));
  if (found.length === 1) return found[0]!;
  const choices = found.length > 0 ? found : places;
  const listed = choices
    .slice(0, MOST_CHOICES)
    .map(({ placeId, name, organization }) => `  ${placeId}  ${name}, ${organization}`);
  const more = choices.length > MOST_CHOICES ? [`  and ${choices.length - MOST_CHOICES} more`] : [];
  const what =
    found.length > 0 ? `"${words}" could be any of these` : `No place is called "${words}". There are`;
  throw new Refusal([`${what}:`, ...listed, ...more].join("\n"));
}

export function choosePool(place: Place, words: string): Pool {
  const [household, unit] = words.trim().toLowerCase().split("/");
  const byNumber = place.pools.filter(({ poolId }) => String(poolId) === words.trim());
  const byName = place.pools.filter((pool) => pool.household === household && (!unit || pool.unit === unit));
  const found = byNumber.length > 0 ? byNumber : byName;
  if (found.length === 1) return found[0]!;
  if (place.pools.length === 0) throw new Refusal(`${place.name} has no beds or rooms to count.`);
  const choices = found.length > 0 ? found : place.pools;
  const listed = choices.map(
    (pool) =>
      `  ${pool.poolId}  ${pool.household}/${pool.unit} of ${pool.peoplePerUnit}, ${pool.capacity} in all`,
  );
  const what =
    found.length > 0 ? `"${words}" could be any of these` : `${place.name} has no pool "${words}". It has`;
  throw new Refusal([`${what}:`, ...listed].join("\n"));
}
