import { describe, expect, it } from "vitest";
import { fieldsOf } from "~/data/import/fields.server";
import { readPlacesHsds } from "~/data/import/places-hsds.server";

const ZONE = "America/Chicago";

const hopeHouse = {
  organizations: [{ id: "org", name: "Hope Inc", website: "hope.example" }],
  services: [
    {
      id: "svc",
      organization_id: "org",
      name: "Family Shelter",
      status: "active",
      minimum_age: 0,
      description: "Rooms for families.",
      eligibility_description: "Families with children.",
      url: null,
      assured_date: "2026-01-15",
      assurer_email: "desk@hope.example",
    },
    { id: "food", organization_id: "org", name: "Food pantry", status: "active" },
    { id: "old", organization_id: "org", name: "Old Shelter", status: "defunct" },
  ],
  locations: [{ id: "loc", name: "Hall", latitude: 39.1, longitude: -94.6 }],
  service_at_locations: [{ id: "sal", service_id: "svc", location_id: "loc" }],
  addresses: [
    { location_id: "loc", address_1: "PO Box 1", city: "KCK", postal_code: "66117", address_type: "postal" },
    {
      location_id: "loc",
      address_1: "1 Main St",
      city: "KCK",
      postal_code: "66101",
      address_type: "physical",
    },
  ],
  phones: [
    { service_id: "svc", number: "816-555-0199", type: "fax" },
    { service_id: "svc", number: "816-555-0100", extension: "5", type: "voice" },
  ],
  schedules: [
    {
      service_id: "svc",
      freq: "WEEKLY",
      byday: "MO,TU,WE,TH,FR",
      opens_at: "18:00-06:00",
      closes_at: "07:00-06:00",
    },
    { service_id: "svc", freq: "WEEKLY", byday: "SA,SU", opens_at: "17:00", closes_at: "08:00" },
    {
      service_id: "svc",
      freq: "WEEKLY",
      byday: "MO,TU,WE,TH,FR,SA,SU",
      opens_at: "18:00",
      closes_at: "21:00",
      description: "Check-in",
    },
  ],
  accessibility: [{ location_id: "loc", description: "Wheelchair ramp at the door" }],
  required_documents: [{ service_id: "svc", document: "Photo ID" }],
  languages: [{ service_id: "svc", name: "Spanish", code: "es" }],
  units: [{ id: "u", name: "Family room" }],
  service_capacities: [
    { id: "cap", service_id: "svc", unit_id: "u", maximum: 12, available: 3, updated: "2026-01-15" },
  ],
  taxonomy_terms: [
    { id: "t1", code: "household", name: "Household" },
    { id: "t2", code: "families", name: "Takes families" },
    { id: "t3", code: "people_per_unit", name: "People" },
  ],
  attributes: [
    { id: "a1", link_id: "cap", link_entity: "service_capacity", taxonomy_term_id: "t1", value: "families" },
    { id: "a2", link_id: "svc", link_entity: "service", taxonomy_term_id: "t2", value: "yes" },
    { id: "a3", link_id: "cap", link_entity: "service_capacity", taxonomy_term_id: "t3", value: "4" },
  ],
};

/** In a nested file a row stands inside its parent and does not name it. */
function without(parent: string) {
  return (row: object) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== parent));
}

function read(json: unknown) {
  return readPlacesHsds(JSON.stringify(json), ZONE);
}

describe("places in HSDS 3.x", () => {
  it("are services at locations, with all that is said of either", () => {
    const file = read(hopeHouse);
    expect(file.refused).toEqual([]);
    expect(file.places).toHaveLength(1);
    const { draft } = file.places[0]!;
    expect([draft.key, draft.programKey, draft.siteKey, draft.organizationKey]).toEqual([
      "sal",
      "svc",
      "loc",
      "org",
    ]);
    expect(Object.fromEntries(Object.entries(fieldsOf(draft)).filter(([, value]) => value !== ""))).toEqual({
      kind: "shelter",
      name: "Family Shelter",
      organization: "Hope Inc",
      phone: "816-555-0100 ext 5",
      website: "https://hope.example",
      about: "Rooms for families.\nLanguages spoken: Spanish.",
      rules: "Families with children.",
      "site.name": "Hall",
      "site.address": "1 Main St",
      "site.city": "KCK",
      "site.zip": "66101",
      "site.lat": "39.1",
      "site.lon": "-94.6",
      "site.approximate": "no",
      families: "yes",
      minAge: "0",
      wheelchair: "yes",
      documents: '{"en":"Photo ID"}',
      hours: "Mo-Fr 18:00-07:00; Sa-Su 17:00-08:00",
      intake: "Mo-Su 18:00-21:00",
      pools: "families room x12 of 4",
      ...Object.fromEntries(
        ["address", "position", "hours", "rules", "phone", "beds"].map((about) => [
          `${about}_source`,
          "HSDS, assured by desk@hope.example (2026-01-15)",
        ]),
      ),
    });
    expect(file.notes).toEqual([
      expect.stringMatching(/no shelter, warming center or day center: 1\./),
      expect.stringMatching(/what staff say/),
    ]);
  });

  it("are the same nested, as the HSDS API answers", () => {
    const { addresses, accessibility } = hopeHouse;
    const nested = {
      contents: [
        {
          ...hopeHouse.services[0],
          organization: hopeHouse.organizations[0],
          phones: hopeHouse.phones.map(without("service_id")),
          schedules: hopeHouse.schedules.map(without("service_id")),
          required_documents: [{ document: "Photo ID" }],
          languages: [{ name: "Spanish" }],
          attributes: [{ id: "a2", taxonomy_term: hopeHouse.taxonomy_terms[1], value: "yes" }],
          capacities: [
            {
              id: "cap",
              maximum: 12,
              unit: hopeHouse.units[0],
              attributes: [
                { id: "a1", taxonomy_term: hopeHouse.taxonomy_terms[0], value: "families" },
                { id: "a3", taxonomy_term: hopeHouse.taxonomy_terms[2], value: "4" },
              ],
            },
          ],
          service_at_locations: [
            {
              id: "sal",
              location: {
                ...hopeHouse.locations[0],
                addresses: addresses.map(without("location_id")),
                accessibility: accessibility.map(without("location_id")),
              },
            },
          ],
        },
      ],
    };
    expect(read(nested).places).toEqual(read(hopeHouse).places);
  });

  it("have hours in the region's zone, whatever zone they are written in", () => {
    const hoursFor = (opens_at: string, closes_at: string, more = {}) =>
      read({
        ...hopeHouse,
        schedules: [{ service_id: "svc", freq: "WEEKLY", byday: "MO", opens_at, closes_at, ...more }],
      });
    const said = (file: ReturnType<typeof read>) => fieldsOf(file.places[0]!.draft).hours;
    expect(said(hoursFor("18:00-05:00", "20:00-05:00"))).toBe("Mo 18:00-20:00");
    expect(said(hoursFor("15:00Z", "23:00Z"))).toBe("Mo 09:00-17:00");
    const monthly = hoursFor("18:00", "20:00", { freq: "MONTHLY", bymonthday: "1" });
    expect(said(monthly)).toBe("");
    expect(monthly.notes.join()).toMatch(/hours left unknown/);
  });

  it.each([
    ["broken JSON, with its line", '{"services": [\n{"id": 1,}\n]}', /not JSON/, 2],
    ["JSON of another kind", '{"features": []}', /lists no services/, null],
    ["a bare word", '"hello"', /is not HSDS/, null],
  ])("are refused for %s", (_, text, reason, line) => {
    expect(readPlacesHsds(text, ZONE).refused).toEqual([
      { key: null, column: null, line, reason: expect.stringMatching(reason) },
    ]);
  });

  it("are refused without a position, by their id", () => {
    const { refused } = read({ ...hopeHouse, locations: [{ id: "loc", name: "Hall" }] });
    expect(refused).toContainEqual({ line: null, key: "sal", column: "lat", reason: "must be given" });
  });

  it.each([
    ["a taxonomy code", { taxonomy_terms: [{ id: "t", code: "BH-1800.1500-100", name: "Shelters" }] }, {}],
    ["a taxonomy name", { taxonomy_terms: [{ id: "t", name: "Domestic Violence Shelters" }] }, {}],
    ["its own name", { taxonomy_terms: [] }, { name: "Safe House for battered women" }],
  ])("of victim service providers are known by %s and lose their address", (_, terms, service) => {
    const file = read({
      ...hopeHouse,
      services: [{ ...hopeHouse.services[0], ...service }],
      ...terms,
      attributes: [{ id: "a", link_id: "svc", taxonomy_term_id: "t" }],
    });
    expect(file.places).toEqual([]);
    expect(file.safetyShelters.map(({ card }) => card?.phone)).toEqual(["816-555-0100 ext 5"]);
    const kept = JSON.stringify([file.notes, file.refused, file.safetyShelters.map(({ card }) => card)]);
    expect(kept).not.toMatch(/1 Main|39\.1|Hall/);
  });

  it("never nest so deep that reading them fails", () => {
    const deep = `${'{"service":'.repeat(5_000)}{}${"}".repeat(5_000)}`;
    expect(readPlacesHsds(`{"services": [${deep}]}`, ZONE).places).toEqual([]);
  });
});
