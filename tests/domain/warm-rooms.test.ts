import { expect, test } from "vitest";
import { ONE_ADULT, type Party } from "~/domain/party";
import { warmRoomsFor } from "~/domain/warm-rooms";
import { EVERYBODY } from "../support/admits";
import { at, CHICAGO, hoursOf, told } from "../support/hours";
import { placeOf } from "../support/options";

const from = at("2026-01-15 17:00");
const family: Party = { ...ONE_ADULT, childAges: [6, 9] };
const hall = (placeId: number, hours: string, more: Parameters<typeof hoursOf>[1] = {}) =>
  placeOf(placeId, { kind: "day-center", name: `Hall ${placeId}`, hours: hoursOf(hours, more) });
const roomsFor = (places: Parameters<typeof warmRoomsFor>[1], party = family) =>
  warmRoomsFor(party, places, { timeZone: CHICAGO, from });
const spoken = (places: Parameters<typeof warmRoomsFor>[1]) =>
  roomsFor(places).flatMap(({ open }) => open.map((each) => [told(each.from), told(each.until)]));

test("a hall is warm while it is open, tonight and in the morning", () => {
  const [first] = roomsFor([hall(7, "Mo-Su 09:00-20:00")]);
  expect(first).toMatchObject({ roomKey: 7, name: "Hall 7", lat: 39.11, lon: -94.62 });
  expect(spoken([hall(7, "Mo-Su 09:00-20:00")]).slice(0, 2)).toEqual([
    ["2026-01-15T09:00-06:00", "2026-01-15T20:00-06:00"],
    ["2026-01-16T09:00-06:00", "2026-01-16T20:00-06:00"],
  ]);
});

test("round the clock is one stretch without an end between", () => {
  const stretches = spoken([hall(1, "Mo-Su 00:00-00:00")]);
  expect(stretches).toHaveLength(1);
});

test("only while newcomers are let in, and never before the doors open", () => {
  const place = hall(1, "Mo-Su 18:00-07:00", { intake: "Mo-Su 16:00-21:00" });
  expect(spoken([place])[0]).toEqual(["2026-01-15T18:00-06:00", "2026-01-15T21:00-06:00"]);
});

test("a hall that turns the party away is no room for it; one that may not is", () => {
  const open = "Mo-Su 09:00-20:00";
  const adultsOnly = { ...hall(1, open), admits: { ...EVERYBODY, families: false } };
  const nobodyKnows = { ...hall(2, open), admits: { ...EVERYBODY, families: null } };
  expect(roomsFor([adultsOnly, nobodyKnows]).map(({ roomKey }) => roomKey)).toEqual([2]);
  expect(roomsFor([adultsOnly], ONE_ADULT)).toHaveLength(1);
});

test("no bed, no home and no hall without known hours is a room to wait in", () => {
  const open = hoursOf("Mo-Su 00:00-00:00");
  const kinds = ["shelter", "room", "funded-stay"] as const;
  const beds = kinds.map((kind, i) => placeOf(i, { kind, hours: open }));
  expect(roomsFor([...beds, hall(9, "")])).toEqual([]);
});

test("a night that staff have not decided on yet, or have called off, warms nobody", () => {
  const rule = { lowAtOrBelowF: 25, decidedAt: 8 * 60 };
  const hours = hoursOf("Mo-Su 18:00-07:00");
  const undecided = placeOf(1, { kind: "warming-center", hours: { ...hours, rule } });
  expect(roomsFor([undecided])).toEqual([]);
  const said = (open: boolean) => ({ night: "2026-01-15", open, saidAt: new Date(from * 1000) });
  const word = (open: boolean) => ({ ...undecided, hours: { ...hours, rule, words: [said(open)] } });
  expect(spoken([word(true)])[0]).toEqual(["2026-01-15T18:00-06:00", "2026-01-16T07:00-06:00"]);
  expect(roomsFor([word(false)])).toEqual([]);
});
