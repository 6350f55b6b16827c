// What is said on an open board and not saved yet: in order, each with its key and the moment it was said, over a reload
// and for every tab. Numbers of pools, counts and keys; nothing of who comes.
import { said } from "./board-clock.js";
import { root } from "./board-rows.js";

const { board: base, person } = root.dataset;
export const KEPT = `board ${base}`;

export const items = () => JSON.parse(localStorage.getItem(KEPT) ?? "[]");
const keep = (list) => localStorage.setItem(KEPT, JSON.stringify(list));
export const change = (key, to) => keep(items().flatMap((item) => (item.key === key ? to(item) : [item])));
export const drop = (key) => change(key, () => []);
export const mine = () => items().filter(({ by }) => by === person);
export const rowIn = ({ to, fields }) => (to === "tonight" ? to : fields.pool);

export function itemOf(to, fields) {
  return { key: crypto.randomUUID(), to, fields, said: said(), by: person };
}

const isLike = (item) => (other) => other.to === item.to && rowIn(other) === rowIn(item);

// Who says another thing of a row has answered what was asked there, and the answer is no.
export function add(to, fields) {
  const item = itemOf(to, fields);
  const isAnswered = (other) => other.asks && other.by === person && isLike(item)(other);
  keep([...items().filter((other) => !isAnswered(other)), item]);
}

// True where more of the same row waits: the last says it all, and nobody is asked about one they have gone beyond.
export function folded(item) {
  const next = mine().find((other) => other.key !== item.key && isLike(item)(other));
  if (!next) return false;
  const { sure: _, ...fields } = { ...item.fields, ...next.fields };
  drop(item.key);
  change(next.key, () => [{ ...next, fields }]);
  return true;
}

// What was said here after it was said knowing it.
export function knowing({ pool, version: before }, now, saw) {
  const isNext = ({ fields, by }) => fields.pool === pool && fields.version === before && by === person;
  const next = (item) => ({ ...item, fields: { ...item.fields, version: String(now), saw } });
  keep(items().map((item) => (isNext(item) ? next(item) : item)));
}
