import { describe, expect, it } from "vitest";
import { SAMPLE_HAND_ROUTES } from "../../../db/sample/hand-routes";
import { INVENTED, INVENTED_PLACES, REAL_PLACES } from "../../../db/sample/facts";
import { SAMPLE_FARE, SAMPLE_HOTLINES, SAMPLE_REGION } from "../../../db/sample/region";
import { SAMPLE_TRIPS } from "../../../db/sample/routes";
import { SAMPLE_STOPS } from "../../../db/sample/stops";
import type { LatLon } from "~/domain/journey";
import type { Words } from "~/domain/place";

const all = [...REAL_PLACES, ...INVENTED_PLACES];

function sentences(): Words[] {
  const ofPlaces = all.flatMap(({ about, rules, admits }) => [about, rules, ...(admits.documents ?? [])]);
  const ofRegion = [SAMPLE_FARE.note, ...SAMPLE_HOTLINES.flatMap(({ name, note }) => [name, note])];
  return [...ofPlaces, ...ofRegion].filter((words) => words !== null);
}

describe("the sample's facts", () => {
  it("are in both languages, and not twice in one", () => {
    expect(sentences().length).toBeGreaterThan(30);
    for (const { en, es } of sentences()) {
      expect(en.trim()).not.toBe("");
      expect(es?.trim()).toBeTruthy();
      expect(es).not.toBe(en);
    }
  });

  it("speak with usted, of camiones, and in short sentences", () => {
    for (const { en, es } of sentences()) {
      expect(es).not.toMatch(/\b(tú|tu|tus|puedes|llámanos|autobús|bus|rechazad[oa]|inválid[oa])\b/i);
      for (const sentence of [en, es!].flatMap((words) => words.split(/(?<=[.!?])\s/))) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(22);
      }
    }
  });

  it("of real places carry a source and a date, and no counts, beds or guesses", () => {
    for (const place of REAL_PLACES) {
      expect(place.name).not.toMatch(/sample/i);
      expect(place.pools).toEqual([]);
      expect(place.site.approximate).toBe(true);
      if (place.key === "cold-weather-shelter") {
        expect(place.hours).toMatchObject({ intake: [], rule: { lowAtOrBelowF: 25, decidedAt: null } });
      } else {
        expect(place.hours).toEqual({ operating: [], intake: [], exceptions: [], rule: null });
      }
      expect(place.facts.map(({ about }) => about)).toEqual(expect.arrayContaining(["address", "position"]));
      for (const { source, asOf } of place.facts) {
        expect(source).toMatch(/check before use/);
        expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
      const { pets, ...admits } = place.admits;
      const known = Object.entries({ ...admits, ...pets }).filter(([, value]) => value !== null);
      expect(known).toEqual(place.key === "cold-weather-shelter" ? [["adultsAlone", true]] : []);
    }
  });

  it("of invented places say so in every name, with numbers nobody has", () => {
    for (const { name, organization, site, phone } of INVENTED_PLACES) {
      expect([name, organization, site.address]).toEqual([
        expect.stringMatching(/\(sample\)$/),
        expect.stringMatching(/\(sample\)$/),
        expect.stringMatching(/\(sample\)$/),
      ]);
      // 555-01xx is kept free for stories.
      expect(phone).toMatch(/-555-01\d\d$/);
    }
  });

  it("keep every key once, and every place inside the region", () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    const { south, west, north, east } = SAMPLE_REGION.bounds;
    for (const { name, site } of all) {
      expect(site.lat > south && site.lat < north && site.lon > west && site.lon < east, name).toBe(true);
    }
  });

  it("show one family every kind of answer", () => {
    const kinds = INVENTED.map(({ key }) => key);
    expect(kinds).toEqual(
      expect.arrayContaining([
        "example-house",
        "willow-house",
        "maple-rooms",
        "frost-night",
        "ember-room",
        "cup-and-chair",
      ]),
    );
    const families = INVENTED_PLACES.map(({ admits }) => admits.families);
    expect(new Set(families)).toEqual(new Set([true, false, null]));
    const maple = INVENTED.find(({ key }) => key === "maple-rooms")!;
    expect(maple.counts[0]!.occupied).toBe(5);
  });

  it("name the safety shelter as a hotline only", () => {
    expect(SAMPLE_HOTLINES.filter(({ kind }) => kind === "safety-shelter").map(({ phone }) => phone)).toEqual(
      ["816-468-5463", "1-800-799-7233"],
    );
    expect(all.filter(({ name, about }) => /violence|safety shelter/i.test(`${name} ${about?.en}`))).toEqual(
      [],
    );
  });

  it("lie within a walk of a bus, but for three that only the county's vans reach", () => {
    const used = new Set(SAMPLE_TRIPS.flatMap(({ stops }) => stops));
    const stops: LatLon[] = [...SAMPLE_STOPS.values()].filter(({ id }) => used.has(id));
    for (const route of SAMPLE_HAND_ROUTES) stops.push(...route.stops);
    const far = all.filter(({ site }) => Math.min(...stops.map((stop) => streetMetres(site, stop))) > 1_200);
    expect(far.map(({ key }) => key).toSorted()).toEqual(["eisenhower", "kane", "library-west"]);
  });
});

function streetMetres(one: LatLon, other: LatLon): number {
  const north = (one.lat - other.lat) * 111_195;
  const east = (one.lon - other.lon) * 111_195 * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(north, east) * 1.3;
}
