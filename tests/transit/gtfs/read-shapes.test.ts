import { expect, test } from "vitest";
import { grouped, readShapes } from "~/transit/gtfs/read-shapes";
import { rowsOf } from "./rows";

test("puts points of any order and any mixture into lines", () => {
  const text = "shape_id,shape_pt_sequence,shape_pt_lon,shape_pt_lat\nb,20,2,1\na,3,6,5\nb,10,4,3\na,1,8,7\n";
  const { shapes } = readShapes(rowsOf(text).rows);
  expect([...shapes.first]).toEqual([0, 2, 4]);
  expect([...shapes.lat]).toEqual([3, 1, 7, 5]);
  expect([...shapes.lon]).toEqual([4, 2, 8, 6]);
});

test("keeps rows of equal sequence in the order of the file", () => {
  const { sorted } = grouped(Int32Array.of(0, 0, 0, 0), Int32Array.of(5, 1, 5, 1), 1);
  expect([...sorted]).toEqual([1, 3, 0, 2]);
});

test("a group without rows is empty", () => {
  const { first, sorted } = grouped(Int32Array.of(2, 0), Int32Array.of(0, 0), 4);
  expect([...first]).toEqual([0, 1, 1, 2, 2]);
  expect([...sorted]).toEqual([1, 0]);
});
