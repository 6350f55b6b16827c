import { expect, it } from "vitest";
import { placeWith, type PartSaid } from "~/domain/place-sheet";
import { placeOf } from "../support/options";

const word = { night: "2026-11-26", open: true, saidAt: new Date(0) };
const hours = { operating: [], intake: [], exceptions: [], rule: null, words: [word] };
const place = placeOf(1, { hours });

it("shows a change in the place it is about, and keeps all else", () => {
  const words = {
    phone: "816-555-0100",
    website: null,
    about: { en: "Rooms." },
    rules: null,
    languages: ["es"],
  };
  expect(placeWith(place, { part: "words", said: words })).toEqual({ ...place, ...words });
  const who = { ...place.admits, families: true };
  expect(placeWith(place, { part: "who", said: who })).toEqual({ ...place, admits: who });
});

it("keeps tonight's word beside new hours", () => {
  const nights: PartSaid = {
    part: "hours",
    said: { ...hours, rule: { lowAtOrBelowF: 25, decidedAt: 480 } },
  };
  expect(placeWith(place, nights).hours).toMatchObject({ rule: { lowAtOrBelowF: 25 }, words: [word] });
});

it("says nothing about what is free when sizes change", () => {
  expect(placeWith(place, { part: "units", said: { pools: [] } })).toEqual(place);
});
