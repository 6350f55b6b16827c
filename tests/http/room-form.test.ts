import { describe, expect, test } from "vitest";
import { readRoom, type RoomProblem } from "~/http/room-form.server";
import { typedRoom } from "~/domain/room";
import { SPARE_ROOM } from "../support/rooms";

const KEY = "5f0c6a52-0000-4000-8000-000000000001";
const ROOM = "5f0c6a52-0000-4000-8000-000000000002";

function form(more: Record<string, string | string[]> = {}): FormData {
  const all = { key: KEY, ...typedRoom({ ...SPARE_ROOM, livesWith: [7] }), address: "12 Oak St", ...more };
  const sent = new FormData();
  for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) sent.append(name, one);
  return sent;
}

test("what a host typed is a room, and as it was told it can be typed again", () => {
  expect(readRoom(form())).toMatchObject({
    kind: "room",
    key: KEY,
    roomId: null,
    said: { ...SPARE_ROOM, livesWith: [7] },
    address: "12 Oak St",
  });
});

test("an address that is left empty stays as it is, but not of a room that is new", () => {
  const changes = { address: " ", room: ROOM };
  expect(readRoom(form(changes))).toMatchObject({ kind: "room", roomId: ROOM, address: null });
  expect(readRoom(form({ address: " " }))).toMatchObject({ kind: "unclear", problems: ["address"] });
});

describe("it is asked for again, with what was typed:", () => {
  test.each<[string, Record<string, string | string[]>, RoomProblem[]]>([
    ["no kind", { kind: "castle" }, ["kind"]],
    ["an address without a number", { address: "Oak Street" }, ["address"]],
    ["room for nobody", { mostAdults: "0", mostChildren: "0" }, ["mostAdults"]],
    ["a negative number", { mostChildren: "-2" }, ["mostChildren"]],
    ["half a person", { mostAdults: "1.5" }, ["mostAdults"]],
    ["thirty nights", { mostNights: "30" }, ["mostNights"]],
    ["no night", { mostNights: "" }, ["mostNights"]],
    ["nothing said of smoke", { smoking: "" }, ["smoking"]],
    ["a child of forty", { livesChildAges: "4, 40" }, ["livesChildAges"]],
    ["a child in words", { livesChildAges: "four" }, ["livesChildAges"]],
    ["a long tale", { notes: "x".repeat(2001) }, ["notes"]],
    ["several at once", { livesAdults: "many", smoking: "maybe" }, ["smoking", "livesAdults"]],
  ])("%s", (_what, more, problems) => {
    const read = readRoom(form(more));
    expect(read).toMatchObject({ kind: "unclear", problems });
    expect(read.typed).toMatchObject(more);
  });
});

test("a form without its key is an old one, and keeps what was typed", () => {
  expect(readRoom(form({ key: "x" }))).toMatchObject({
    kind: "old-form",
    typed: { address: "12 Oak St" },
  });
});
