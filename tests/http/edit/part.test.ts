import { describe, expect, it } from "vitest";
import type { PlaceParts } from "~/domain/place-sheet";
import { readPart, typedPart } from "~/http/edit/part.server";
import { typedIn, type Typed } from "~/http/edit/typed.server";

const words: PlaceParts["words"] = {
  phone: "(816) 555-0100",
  website: "https://example.org/beds",
  about: { en: "Rooms for families.", es: "Cuartos para familias." },
  rules: { en: "Quiet after ten." },
  languages: ["en", "es", "ase"],
};
const who: PlaceParts["who"] = {
  adultsAlone: false,
  families: true,
  youthAlone: null,
  gender: "women",
  couples: null,
  fathers: false,
  teenBoys: true,
  minAge: 0,
  maxAge: 99,
  maxPeople: 6,
  keepsTogether: true,
  pets: { "service-animal": true, cat: null, "small-dog": false, "large-dog": null },
  wheelchair: null,
  documents: [
    { en: "Photo ID", es: "Identificación" },
    { en: "A paper of the school", es: "Un papel de la escuela" },
  ],
  sobriety: false,
  referral: null,
  maxStayNights: 30,
};
const hours: PlaceParts["hours"] = {
  operating: [
    { days: [1, 2, 3, 4, 5], opens: 1080, closes: 420, from: null, until: null },
    { days: [6, 7], opens: 0, closes: 0, from: "2026-11-15", until: "2027-03-31" },
  ],
  intake: [{ days: [1], opens: 1080, closes: 1260, from: null, until: null }],
  exceptions: [
    { date: "2026-12-24", hours: { opens: 960, closes: 600 } },
    { date: "2026-12-25", hours: null },
  ],
  rule: { lowAtOrBelowF: -5, decidedAt: 480 },
};
const units: PlaceParts["units"] = {
  pools: [
    { household: "families", unit: "room", peoplePerUnit: 4, capacity: 12 },
    { household: "men", unit: "mat", peoplePerUnit: 1, capacity: 0 },
  ],
};

/** As a browser sends it, and as the server takes it in. */
function sent(typed: Typed): Typed {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return typedIn(form);
}

const problemsOf = (part: "words" | "who" | "hours" | "units", typed: Typed) => {
  const read = readPart(part, sent(typed));
  return read.kind === "unclear" ? read.problems.map(({ field, problem }) => `${field}: ${problem}`) : [];
};

describe("a form of a place", () => {
  it.each([
    { part: "words", said: words },
    { part: "who", said: who },
    { part: "hours", said: hours },
    { part: "units", said: units },
  ] as const)("says of $part what is there, and is read as the same", ({ part, said }) => {
    expect(readPart(part, sent(typedPart(part, said)))).toEqual({ kind: "said", said: { part, said } });
  });

  it("left empty says that nobody told us, and no answer is a guess", () => {
    expect(readPart("words", {})).toMatchObject({
      said: { said: { phone: null, website: null, about: null, rules: null, languages: null } },
    });
    expect(readPart("who", {})).toMatchObject({
      said: {
        said: { families: null, gender: null, documents: null, maxStayNights: null, pets: { cat: null } },
      },
    });
    expect(readPart("hours", {})).toMatchObject({
      said: { said: { operating: [], intake: [], exceptions: [], rule: null } },
    });
    expect(readPart("units", {})).toMatchObject({ said: { said: { pools: [] } } });
  });

  it.each<["words" | "who" | "hours" | "units", Typed, string]>([
    ["words", { phone: "call us" }, "phone: phone"],
    ["words", { website: "javascript:alert(1)" }, "website: website"],
    ["words", { "about-es": "Cuartos." }, "about-en: english"],
    ["words", { "rules-en": "a".repeat(1001) }, "rules-en: too-long"],
    ["who", { "min-age": "18", "max-age": "12" }, "max-age: ages"],
    ["who", { "max-people": "0" }, "max-people: number"],
    ["who", { "max-people": "2.5" }, "max-people: number"],
    ["who", { "max-stay-nights": "99999999" }, "max-stay-nights: number"],
    ["who", { papers: "some" }, "papers-en: papers"],
    ["who", { papers: "some", "papers-en": "ID\nLetter", "papers-es": "Carta" }, "papers-es: papers-uneven"],
    ["hours", { "open-0-from": "18:00", "open-0-until": "07:00" }, "open-0-day-1: days"],
    ["hours", { "open-0-day-1": "on", "open-0-from": "6 pm", "open-0-until": "07:00" }, "open-0-from: time"],
    ["hours", { "open-0-day-1": "on", "open-0-from": "24:00", "open-0-until": "07:00" }, "open-0-from: time"],
    ["hours", { "in-0-day-1": "on", "in-0-from": "18:00" }, "in-0-until: time"],
    ["hours", { "date-0-on": "2026-02-30" }, "date-0-on: date"],
    ["hours", { "date-0-from": "10:00", "date-0-until": "11:00" }, "date-0-on: date"],
    ["hours", { "date-0-on": "2026-12-24", "date-1-on": "2026-12-24" }, "date-1-on: date-twice"],
    ["hours", { rule: "on", "rule-low": "-300" }, "rule-low: number"],
    ["units", { "unit-0-count": "12" }, "unit-0-for: choose"],
    ["units", { "unit-0-count": "-1", "unit-0-for": "men", "unit-0-kind": "bed" }, "unit-0-count: number"],
    ["units", { "unit-0-count": "10001", "unit-0-for": "men", "unit-0-kind": "bed" }, "unit-0-count: number"],
  ])("of %s with %o is asked about: %s", (part, typed, problem) => {
    expect(problemsOf(part, typed)).toContain(problem);
  });

  it("asks about a season that ends before it begins, and about one kind of unit said twice", () => {
    const row = { "open-0-day-1": "on", "open-0-from": "18:00", "open-0-until": "07:00" };
    expect(
      problemsOf("hours", { ...row, "open-0-first": "2027-03-31", "open-0-last": "2026-11-15" }),
    ).toEqual(["open-0-last: season"]);
    const twice = Object.fromEntries(
      [0, 1].flatMap((at) => [
        [`unit-${at}-for`, "men"],
        [`unit-${at}-kind`, "bed"],
        [`unit-${at}-count`, "3"],
      ]),
    );
    expect(problemsOf("units", twice)).toEqual(["unit-1-kind: twice"]);
  });

  it("leaves out a unit that is gone", () => {
    const typed = { ...typedPart("units", units), "unit-1-gone": "on" };
    expect(readPart("units", typed)).toMatchObject({ said: { said: { pools: [units.pools[0]] } } });
  });

  it("keeps lines and drops control characters, files and names that are none of ours", () => {
    const form = new FormData();
    form.set("papers-en", "ID\r\nLetter\u0000\u0007");
    form.set("<script>", "1");
    form.set("about-en", new Blob(["x"]), "x.txt");
    expect(typedIn(form)).toEqual({ "papers-en": "ID\nLetter" });
  });
});
