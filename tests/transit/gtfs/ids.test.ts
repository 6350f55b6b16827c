import { expect, test } from "vitest";
import { Ids } from "~/transit/gtfs/ids";

const bytes = (text: string) => new TextEncoder().encode(text);
const add = (ids: Ids, text: string) => ids.add(bytes(text), 0, bytes(text).length);
const find = (ids: Ids, text: string) => ids.find(bytes(text), 0, bytes(text).length);

test("counts ids from 0 and finds them again", () => {
  const ids = new Ids();
  expect(["a", "b", "a", ""].map((id) => add(ids, id))).toEqual([0, 1, -1, 2]);
  expect(["a", "b", "", "c", "aa"].map((id) => find(ids, id))).toEqual([0, 1, 2, -1, -1]);
  expect(ids.texts()).toEqual(["a", "b", ""]);
});

test("holds as many as a Map does, through every growth", () => {
  const ids = new Ids();
  const map = new Map<string, number>();
  for (let i = 0; i < 20_000; i++) {
    const id = `trip-${(i * 7919) % 15_000}-${"x".repeat(i % 40)}`;
    const index = add(ids, id);
    if (map.has(id)) expect(index).toBe(-1);
    else map.set(id, index);
  }
  expect(ids.count).toBe(map.size);
  for (const [id, index] of map) expect(find(ids, id)).toBe(index);
  expect(ids.texts()).toEqual([...map.keys()]);
});

test("reads ids out of the middle of other bytes", () => {
  const ids = new Ids();
  ids.add(bytes("1,stop,2"), 2, 6);
  expect(find(ids, "stop")).toBe(0);
});
