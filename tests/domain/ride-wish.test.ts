import { expect, test } from "vitest";
import { rideWantedAt } from "~/domain/ride-wish";
import type { Option } from "~/domain/tonight";
import { bus, pm, walk, way } from "../support/journeys";

const option = (more: Partial<Option>): Option =>
  ({
    fit: { kind: "yes" },
    standing: "call",
    best: null,
    way: { kind: "none", reason: "last-bus-gone" },
    ...more,
  }) as Option;
const from = pm("9:00");
const toStop = walk("5:42", "5:46", "7th");
const ride = bus("5:48", "107", "6:02", "Parallel");
const goes = (journey: Option["best"]) =>
  option({ best: journey, way: { kind: "journeys", journeys: [journey!] } });

test.each([
  ["the last bus has gone", option({}), from],
  ["no stop is near", option({ way: { kind: "none", reason: "no-stop-in-reach" } }), from],
  ["the doors have closed by then", option({ way: { kind: "none", reason: "doors-closed" } }), null],
  ["the place does not fit", option({ fit: { kind: "no" } as Option["fit"] }), null],
  ["the place is full", option({ standing: "no" }), null],
  [
    "a long last walk in the cold",
    goes(way([toStop, ride, walk("6:02", "6:20")], { weight: 2 })),
    pm("6:02"),
  ],
  ["a short last walk in the cold", goes(way([toStop, ride, walk("6:02", "6:08")], { weight: 2 })), null],
  ["a long last walk on a mild evening", goes(way([toStop, ride, walk("6:02", "6:20")])), null],
  ["a walk that is dangerous by its length", goes(way([walk("5:42", "6:32")])), pm("5:42")],
])("when a family may want to be driven: %s", (_what, asked, at) => {
  expect(rideWantedAt(asked, from)).toBe(at);
});
