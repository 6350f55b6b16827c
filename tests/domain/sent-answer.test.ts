import { describe, expect, it } from "vitest";
import type { Journey } from "~/domain/journey";
import { sentAnswer } from "~/domain/sent-answer";
import type { Option, Tonight } from "~/domain/tonight";

const route = { shortName: "101", longName: "State", color: "#d11141", textColor: "#ffffff" };
const seventh = { name: "7th & Minnesota", lat: 39.115464, lon: -94.62653 };

function journey(leaveBy: number): Journey {
  const path = [{ lat: 39.11546401977539, lon: -94.62653350830078 }];
  const ride = {
    kind: "ride" as const,
    route,
    headsign: null,
    from: seventh,
    to: seventh,
    departs: 0,
    arrives: 60,
    stops: 1,
    estimated: false,
    staysOn: false,
    ask: { on: "nobody" as const, off: "nobody" as const },
    stepFree: "maybe" as const,
    path,
  };
  return {
    leaveBy,
    arrives: 60,
    enters: 60,
    outdoorS: 30,
    coldMinutes: 0.5,
    boardings: 1,
    estimated: false,
    estimateS: 0,
    worst: { seconds: 0, coldMinutes: 0, peakWeight: 1 },
    callFirst: false,
    stepFree: "maybe" as const,
    legs: [ride],
  };
}

const best = journey(100);
const sooner = journey(0);
const place = {
  placeId: 7,
  kind: "shelter",
  name: "Hope House",
  about: { en: "Rooms for families." },
  rules: { en: "Quiet after ten." },
  admits: { families: true, pets: { cat: true } },
  site: { lat: 39.1, lon: -94.6, address: "1 Example St", approximate: true },
  facts: [{ about: "hours", source: "their page", asOf: "2026-01-01" }],
} as Option["place"];
const hopeHouse: Option = {
  number: 1,
  place,
  fit: { kind: "yes" },
  opening: { kind: "unknown" },
  counts: [],
  way: { kind: "journeys", journeys: [sooner, best, journey(50)] },
  best,
  sooner,
  standing: "takes-you",
};
const tonight = {
  now: 0,
  from: 0,
  weather: { kind: "unknown" },
  oldTimes: [],
  origin: seventh,
  options: [hopeHouse],
  warmNow: hopeHouse,
  sleepsYou: 1,
} as Tonight;

describe("the answer that is sent to a page", () => {
  it("keeps the two ways that are shown and leaves out the others", () => {
    const [option] = sentAnswer(tonight).options;
    expect(option?.best?.leaveBy).toBe(100);
    expect(option?.sooner?.leaveBy).toBe(0);
    expect(option?.way).toEqual({ kind: "journeys", journeys: [option?.best] });
  });

  it("keeps a place's name and number, and leaves out what only its own page tells", () => {
    const [option] = sentAnswer(tonight).options;
    expect(option).toMatchObject({
      number: 1,
      place: {
        placeId: 7,
        name: "Hope House",
        rules: null,
        about: null,
        facts: [],
        admits: { families: null, pets: { cat: null } },
        site: { lat: 39.1, lon: -94.6, address: null, approximate: true },
      },
    });
  });

  it("draws the lines to 11 m", () => {
    const [leg] = sentAnswer(tonight).options[0]?.best?.legs ?? [];
    expect(leg).toMatchObject({ path: [{ lat: 39.1155, lon: -94.6265 }], from: seventh });
  });

  it("keeps the warm room one waits in on the way, and the coldest stretch", () => {
    const library = { name: "Main Library", lat: 39.1, lon: -94.6, roomKey: 3 };
    const wait = { kind: "inside" as const, from: library, to: library, departs: 60, arrives: 600 };
    const warm = {
      ...best,
      worst: { seconds: 900, coldMinutes: 45, peakWeight: 3 },
      legs: [wait, ...best.legs],
    };
    const [option] = sentAnswer({ ...tonight, options: [{ ...hopeHouse, best: warm }] }).options;
    expect(option?.best).toMatchObject({ worst: warm.worst, legs: [wait, { kind: "ride" }] });
  });

  it("keeps the corners of a line and leaves out what lies between them", () => {
    const path = [0, 1, 2, 3, 4].map((step) => ({ lat: 39.1 + step / 1000, lon: -94.6265 }));
    const corner = { lat: 39.104, lon: -94.7 };
    const [leg] = best.legs;
    const ride = { ...leg, path: [...path, corner] } as Journey["legs"][0];
    const [option] = sentAnswer({
      ...tonight,
      options: [{ ...hopeHouse, best: { ...best, legs: [ride] } }],
    }).options;
    expect(option?.best?.legs[0]).toMatchObject({ path: [path[0], path[4], corner] });
  });

  it("draws no line for the sooner way, which is only said", () => {
    const [option] = sentAnswer(tonight).options;
    expect(option?.sooner?.legs).toMatchObject([{ kind: "ride", route, path: [] }]);
  });

  it("shortens figures without lifting one over a limit", () => {
    const cold = { seconds: 1300, coldMinutes: 44.99999, peakWeight: 2.999999 };
    const [option] = sentAnswer({
      ...tonight,
      options: [{ ...hopeHouse, best: { ...best, coldMinutes: 45.123456, worst: cold } }],
    }).options;
    expect(option?.best).toMatchObject({
      coldMinutes: 45.12,
      worst: { seconds: 1300, coldMinutes: 44.99, peakWeight: 2.99 },
    });
    const limit = { ...best, worst: { seconds: 900, coldMinutes: 45, peakWeight: 3 } };
    const [at] = sentAnswer({ ...tonight, options: [{ ...hopeHouse, best: limit }] }).options;
    expect(at?.best?.worst).toEqual(limit.worst);
  });

  it("names the warm place by the same option as the list", () => {
    const sent = sentAnswer(tonight);
    expect(sent.warmNow).toBe(sent.options[0]);
  });

  it("keeps the reason where there is no way", () => {
    const way = { kind: "none", reason: "last-bus-gone" } as const;
    const far = { ...hopeHouse, way, best: null, sooner: null };
    expect(sentAnswer({ ...tonight, options: [far], warmNow: null }).options[0]?.way).toEqual(way);
  });

  it("holds back places beyond the first, but not the warm one to wait in", () => {
    const far: Option = { ...hopeHouse, number: 2 };
    const sent = sentAnswer({ ...tonight, options: [hopeHouse, far], warmNow: far }, 1);
    expect(sent.options.map(({ number }) => number)).toEqual([1]);
    expect(sent.warmNow?.number).toBe(2);
  });

  it("leaves the answer itself as it is", () => {
    const before = structuredClone(tonight);
    sentAnswer(tonight);
    expect(tonight).toEqual(before);
  });
});
