import { describe, expect, it } from "vitest";
import type { Region } from "~/domain/region";
import type { Option } from "~/domain/tonight";
import { mapDataOf } from "~/ui/map/map-data";
import { MapPanel } from "~/ui/map/map-panel";
import { renderToStaticMarkup } from "react-dom/server";
import { tellingOf } from "~/ui/telling";
import { alongState } from "./options";

const region: Pick<Region, "slug" | "bounds" | "timeZone" | "hotlines"> = {
  slug: "kck",
  bounds: { south: 38.9, west: -94.9, north: 39.2, east: -94.6 },
  timeZone: "America/Chicago",
  hotlines: [],
};
const party = { adults: 2, childAges: [6, 9], pets: [], wheelchair: false, together: false };
const telling = tellingOf("en", region, { now: 0, from: 0, party });
const hopeHouse = {
  number: 1,
  place: {
    placeId: 7,
    kind: "shelter",
    name: "Hope </script> House",
    admits: { families: true },
    site: { lat: 39.1, lon: -94.6, address: "1 Example St" },
  } as unknown as Option["place"],
  fit: { kind: "yes" },
  opening: { kind: "unknown" },
  counts: [],
  way: { kind: "journeys", journeys: [alongState] },
  best: alongState,
  sooner: null,
  standing: "takes-you",
} as Option;
const data = mapDataOf(
  { options: [hopeHouse], origin: { lat: 39.11, lon: -94.63 } },
  region,
  telling,
  (id) => `/p/${id}`,
);

describe("what a page carries for its map", () => {
  it("tells each place by its number, words, way and page, and no more", () => {
    expect(data.options).toEqual([
      {
        number: 1,
        standing: "takes-you",
        place: { kind: "shelter", name: "Hope </script> House", site: { lat: 39.1, lon: -94.6 } },
        best: { legs: alongState.legs },
        words: expect.stringMatching(/^1, Hope <\/script> House, .+\. .+/),
        href: "/p/7",
      },
    ]);
    expect(data.used).toEqual(["101"]);
  });

  it("cannot be ended by a name", () => {
    const html = renderToStaticMarkup(MapPanel({ data, children: null }));
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    const [, json = ""] = /id="map-data">(.*)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(data);
  });
});
