import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { COLUMN_NAMES } from "~/data/import/columns.server";
import { readPlacesCsv } from "~/data/import/places-csv.server";
import { readPlacesFile } from "~/data/import/places-file.server";

const HEADER = "key,kind,name,organization,lat,lon";

function csv(...rows: string[]): string {
  return [HEADER, ...rows].join("\r\n");
}

describe("places in CSV", () => {
  it("hold every attribute of a place", () => {
    const columns: Record<string, string> = {
      key: "hope",
      kind: "shelter",
      name: "Hope",
      organization: "Hope Inc",
      phone: "(816) 555-0100",
      website: "https://hope.example",
      about: "Rooms.",
      about_es: "Cuartos.",
      rules: "Be kind.",
      site: "Hall",
      address: "1 Main",
      city: "KCK",
      zip: "66101-1234",
      lat: "39.1",
      lon: "-94.6",
      approximate: "yes",
      adults_alone: "no",
      families: "yes",
      youth_alone: "",
      gender: "any",
      couples: "sí",
      fathers: "Y",
      teen_boys: "false",
      min_age: "0",
      max_age: "99",
      max_people: "6",
      keeps_together: "1",
      service_animal: "yes",
      cat: "unknown",
      small_dog: "no",
      large_dog: "no",
      wheelchair: "yes",
      documents: "photo ID | lease",
      documents_es: "identificación | contrato",
      sobriety: "no",
      referral: "no",
      max_stay_nights: "30",
      hours: "Mo-Su 18:00-07:00; 2026 Dec 25 off",
      intake: "Mo-Su 18:00-21:00",
      opens_at_or_below_f: "25",
      decided_at: "08:00",
      pools: "families room x12 of 4",
      source: "Phone call",
      source_date: "2026-01-15",
      beds_source: "Visit",
      beds_date: "2026-02-01",
    };
    const quoted = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(",");
    const file = readPlacesCsv(`${Object.keys(columns).join(",")}\n${quoted(Object.values(columns))}\n`);
    expect(file).toMatchObject({ refused: [], notes: [] });
    expect(file.places[0]!.draft).toMatchInlineSnapshot(`
      {
        "about": {
          "en": "Rooms.",
          "es": "Cuartos.",
        },
        "admits": {
          "adultsAlone": false,
          "couples": true,
          "documents": [
            {
              "en": "photo ID",
              "es": "identificación",
            },
            {
              "en": "lease",
              "es": "contrato",
            },
          ],
          "families": true,
          "fathers": true,
          "gender": "any",
          "keepsTogether": true,
          "maxAge": 99,
          "maxPeople": 6,
          "maxStayNights": 30,
          "minAge": 0,
          "pets": {
            "cat": null,
            "large-dog": false,
            "service-animal": true,
            "small-dog": false,
          },
          "referral": false,
          "sobriety": false,
          "teenBoys": false,
          "wheelchair": true,
          "youthAlone": null,
        },
        "facts": [
          {
            "about": "address",
            "asOf": "2026-01-15",
            "source": "Phone call",
          },
          {
            "about": "position",
            "asOf": "2026-01-15",
            "source": "Phone call",
          },
          {
            "about": "hours",
            "asOf": "2026-01-15",
            "source": "Phone call",
          },
          {
            "about": "rules",
            "asOf": "2026-01-15",
            "source": "Phone call",
          },
          {
            "about": "phone",
            "asOf": "2026-01-15",
            "source": "Phone call",
          },
          {
            "about": "beds",
            "asOf": "2026-02-01",
            "source": "Visit",
          },
        ],
        "hours": {
          "exceptions": [
            {
              "date": "2026-12-25",
              "hours": null,
            },
          ],
          "intake": [
            {
              "closes": 1260,
              "days": [
                1,
                2,
                3,
                4,
                5,
                6,
                7,
              ],
              "from": null,
              "opens": 1080,
              "until": null,
            },
          ],
          "operating": [
            {
              "closes": 420,
              "days": [
                1,
                2,
                3,
                4,
                5,
                6,
                7,
              ],
              "from": null,
              "opens": 1080,
              "until": null,
            },
          ],
          "rule": {
            "decidedAt": 480,
            "lowAtOrBelowF": 25,
          },
        },
        "key": "hope",
        "kind": "shelter",
        "name": "Hope",
        "organization": "Hope Inc",
        "organizationKey": "hope inc",
        "phone": "(816) 555-0100",
        "pools": [
          {
            "capacity": 12,
            "household": "families",
            "peoplePerUnit": 4,
            "unit": "room",
          },
        ],
        "programKey": "hope",
        "rules": {
          "en": "Be kind.",
        },
        "site": {
          "address": "1 Main",
          "approximate": true,
          "city": "KCK",
          "lat": 39.1,
          "lon": -94.6,
          "name": "Hall",
          "zip": "66101",
        },
        "siteKey": "hope",
        "website": "https://hope.example",
      }
    `);
  });

  it("count lines as an editor does, over blank lines and cells of two lines", () => {
    const file = readPlacesCsv(
      csv("", '"a",shelter,"Two', 'lines",Org,39.1,-94.6', ",,,,,", "b,palace,B,Org,39.1,-94.6"),
    );
    expect(file.refused).toEqual([
      { line: 3, key: "a", column: "name", reason: "holds a line break or a control character" },
      { line: 6, key: "b", column: "kind", reason: expect.stringMatching(/"palace" is not one of shelter/) },
    ]);
  });

  it.each([
    [
      "is never closed",
      csv("a,shelter,A,O,39.1,-94.6", 'b,"shelter,B', "c,C", ""),
      3,
      /never closed: close it/,
    ],
    ["is followed by more", csv('a,shelter,"A" B,O,39.1,-94.6'), 2, /goes on after its closing quote/],
    ["stands within a cell", csv('a,shelter,The "A",O,39.1,-94.6'), 2, /"so ""quoted"" as here"/],
    ["spans a whole book", csv(`a,"${"x\n".repeat(60_000)}",A`), 2, /longer than 100,000 letters/],
  ])("say in plain words, with the line where it begins, that a quote %s", (_, text, line, reason) => {
    expect(readPlacesCsv(text).refused).toEqual([
      { line, key: null, column: null, reason: expect.stringMatching(reason) },
    ]);
  });

  it("understand a kind however it is typed", () => {
    const kinds = ["warming center", "Warming Center", " WARMING_CENTER ", "day\u00a0 center", "Shelter"];
    const file = readPlacesCsv(csv(...kinds.map((kind, i) => `k${i},${kind},A,O,39.1,-94.6`)));
    expect(file.refused).toEqual([]);
    expect(file.places.map(({ draft }) => draft.kind)).toEqual([
      "warming-center",
      "warming-center",
      "warming-center",
      "day-center",
      "shelter",
    ]);
  });

  it.each([
    ["no header at all", "", "the file has no header"],
    ["a header that lacks what is needed", "key,name\na,b", /lacks kind, organization, lat, lon/],
    ["semicolons for commas", HEADER.replaceAll(",", ";"), /parted by commas/],
    ["a column twice", `${HEADER},lat\n`, /twice/],
    ["a quote that never ends", csv('a,"shelter,A,Org,39.1,-94.6'), /[Qq]uote/],
    ["more cells than names", csv("a,shelter,A, Org,39.1,-94.6,oops"), /more cells/],
    ["a key used twice", csv("a,shelter,A,O,39.1,-94.6", "a,shelter,B,O,39.1,-94.6"), /used in line 2/],
    ["no position", csv("a,shelter,A,O,,-94.6"), /must be given/],
    ["a position in words", csv("a,shelter,A,O,39.1N,-94.6"), /not a position/],
    ["a position in the sea", csv("a,shelter,A,O,0,0"), /lies in the sea/],
    ["a member's room", csv("a,room,A,O,39.1,-94.6"), /"room" is not one of/],
    ["a name without an end", csv(`a,shelter,${"A".repeat(121)},O,39.1,-94.6`), /longer than 120/],
  ])("are refused for %s", (_, text, reason) => {
    const { refused } = readPlacesCsv(text);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it.each([
    ["phone", "call us"],
    ["website", "hope.example"],
    ["zip", "6610"],
    ["families", "maybe"],
    ["min_age", "-3"],
    ["min_age", "1.5"],
    ["gender", "female"],
    ["decided_at", "8 am"],
    ["source_date", "1/15/2026"],
    ["max_stay_nights", "999999999999"],
  ])("name the column %s that holds %s", (column, value) => {
    const { refused } = readPlacesCsv(`${HEADER},${column}\na,shelter,A,O,39.1,-94.6,${value}`);
    expect(refused[0]).toMatchObject({ line: 2, key: "a", column });
  });

  it("say which columns they do not know, and pass over empty ones at the end", () => {
    const file = readPlacesCsv(`${HEADER},favourite colour,,\na,shelter,A,O,39.1,-94.6,red,,,\n`);
    expect(file.notes).toEqual(["Columns not known, passed over: favourite_colour."]);
    expect(file.places).toHaveLength(1);
  });

  it("keep an unknown apart from a no, and no papers apart from papers unknown", () => {
    const text = `${HEADER},families,documents\na,shelter,A,O,39.1,-94.6,,\nb,shelter,B,O,39.1,-94.6,no,none`;
    const [unknown, known] = readPlacesCsv(text).places.map(({ draft }) => draft.admits);
    expect([unknown!.families, unknown!.documents]).toEqual([null, null]);
    expect([known!.families, known!.documents]).toEqual([false, []]);
  });

  it("are read from a Windows spreadsheet with a byte order mark or without", () => {
    const rows = csv("a,shelter,Año,O,39.1,-94.6");
    const marked = readPlacesFile(Buffer.from(`\uFEFF${rows}`), "America/Chicago");
    const old = readPlacesFile(Buffer.from(rows, "latin1"), "America/Chicago");
    expect(old.notes[0]).toMatch(/Windows-1252/);
    expect([marked, old].map((file) => file.places[0]?.draft.name)).toEqual(["Año", "Año"]);
  });

  it("have every column described in db/places-csv.md", async () => {
    const text = await readFile(new URL("../../../db/places-csv.md", import.meta.url), "utf8");
    expect(COLUMN_NAMES.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("a safety shelter in a CSV", () => {
  const SECRET = "742 Secret St";
  const header = `${HEADER},address,phone,about`;

  it.each([
    [
      "its kind",
      `x,safety-shelter,Haven,Haven Inc,39.123456,-94.654321,${SECRET},816-555-0100,Near the river`,
    ],
    [
      "its kind with a blank",
      `x,Safety Shelter,Haven,Haven Inc,39.123456,-94.654321,${SECRET},816-555-0100,Near the river`,
    ],
    [
      "its name",
      `x,shelter,Domestic Violence Shelter,Haven Inc,39.123456,-94.654321,${SECRET},816-555-0100,Near it`,
    ],
    [
      "its name in Spanish",
      `x,shelter,Casa contra la violencia doméstica,Haven Inc,39.123456,-94.654321,${SECRET},816-555-0100,x`,
    ],
  ])("is known by %s and keeps its hotline only", (_, row) => {
    const file = readPlacesCsv(`${header}\n${row}`);
    expect(file.places).toEqual([]);
    expect(file.safetyShelters[0]!.card).toMatchObject({ phone: "816-555-0100" });
    expect(file.notes[0]).toMatch(/Line 2: a safety shelter .*address is dropped/);
    const kept = JSON.stringify([file.notes, file.refused, file.safetyShelters.map(({ card }) => card)]);
    expect(kept).not.toMatch(/Secret|39\.12|94\.65|river/);
  });

  it("without a hotline leaves nothing behind", () => {
    const file = readPlacesCsv(`${header}\nx,safety-shelter,Haven,Haven Inc,39.1,-94.6,${SECRET},,`);
    expect(file.safetyShelters[0]!.card).toBeNull();
    expect(file.notes[0]).toMatch(/nothing of it is kept/);
  });

  it("is not given away by another place at its door", () => {
    const file = readPlacesCsv(
      [header, `x,safety-shelter,H,H,39.123456,-94.654321,${SECRET},816-555-0100,`]
        .concat(
          `y,day-center,Cafe,H,39.12346,-94.65432,,816-555-0101,`,
          `z,day-center,C,H,39.2,-94.7,742 secret st.,,`,
        )
        .join("\n"),
    );
    expect(file.refused.map(({ key, reason }) => [key, reason])).toEqual([
      ["y", expect.stringMatching(/give the other one away/)],
      ["z", expect.stringMatching(/give the other one away/)],
    ]);
  });

  it("that a text only mentions is asked about", () => {
    const bytes = Buffer.from(
      `${header}\nx,shelter,Hope,Hope,39.1,-94.6,1 Main,,For victims of domestic violence.`,
    );
    expect(readPlacesFile(bytes, "America/Chicago").notes[0]).toMatch(
      /Line 2: Hope mentions violence at home/,
    );
  });
});
