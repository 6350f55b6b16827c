import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Journey } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { RoomsTonight } from "~/domain/room-area";
import type { Option, Tonight } from "~/domain/tonight";
import type { Language } from "~/text/language";
import { clockOf } from "~/text/say";
import { Answer } from "~/ui/answer";
import { bus, way } from "../support/journeys";

const now = Date.parse("2026-01-15T23:28:00Z") / 1000;
const family: Party = { adults: 2, childAges: [6, 9], pets: [], wheelchair: false, together: false };

const rideBetween = (departs: number, arrives: number) => ({
  ...way([bus("5:30", "101", "5:40", "State & 67th")]).legs[0]!,
  departs,
  arrives,
});
const journey = (leaveInMinutes: number, outdoorMinutes: number, minutes: number): Journey => ({
  leaveBy: now + leaveInMinutes * 60,
  arrives: now + minutes * 60,
  enters: now + minutes * 60,
  outdoorS: outdoorMinutes * 60,
  coldMinutes: outdoorMinutes,
  boardings: 1,
  estimated: false,
  estimateS: 0,
  worst: { seconds: 0, coldMinutes: 0, peakWeight: 1 },
  callFirst: false,
  stepFree: "maybe" as const,
  legs: [rideBetween(now + (leaveInMinutes + outdoorMinutes) * 60, now + minutes * 60)],
});

const exampleHouse: Option = {
  number: 1,
  place: {
    placeId: 7,
    kind: "shelter",
    name: "Example House",
    organization: "Example Neighbors",
    phone: "(913) 555-0101",
    site: { lat: 39.1, lon: -94.6, name: null, address: null, city: null, zip: null, approximate: true },
  } as Option["place"],
  fit: { kind: "yes" },
  opening: { kind: "open", until: now + 36_000, intake: { from: now - 60, until: now + 10_800 } },
  counts: [
    {
      poolId: 1,
      household: "families",
      unit: "room",
      peoplePerUnit: 4,
      worth: { kind: "fresh", free: { kind: "number", units: 4 }, minutes: 12 },
      way: "web",
      needs: 1,
    },
  ],
  way: { kind: "journeys", journeys: [journey(14, 7, 52)] },
  best: journey(14, 7, 52),
  sooner: null,
  standing: "takes-you",
};
const lanternHall: Option = {
  ...exampleHouse,
  number: 2,
  place: { ...exampleHouse.place, placeId: 8, kind: "warming-center", name: "Lantern Hall" },
  counts: [],
  best: journey(0, 2, 9),
};
const adultsOnly: Option = {
  ...exampleHouse,
  number: 3,
  place: { ...exampleHouse.place, placeId: 9, name: "Adults' Shelter" },
  fit: { kind: "no", because: [{ point: "children" }], mayNotBeAllowed: true },
  standing: "no",
};

const tonight = (options: Option[], more: Partial<Tonight> = {}): Tonight => ({
  now,
  from: now,
  weather: { kind: "unknown" },
  oldTimes: [],
  origin: { lat: 39.115, lon: -94.627 },
  options,
  warmNow: null,
  sleepsYou: options.filter(({ standing, place }) => standing === "takes-you" && place.kind === "shelter")
    .length,
  ...more,
});

const NO_ROOMS: RoomsTonight = { areas: [], inRegion: false };
const links = {
  place: (id: number) => `/places/${id}`,
  ride: () => null,
  hold: (id: number) => `/places/${id}/hold`,
  map: "/?map=1",
  list: "/?map=0",
  all: "/?all=1",
  alert: "/alert/ask",
  ask: "/ask/new",
  again: "/",
};

function drawn(answer: Tonight, language: Language = "en", hidden = 0, rooms = NO_ROOMS): string {
  const telling = {
    language,
    clock: clockOf(language, "America/Chicago"),
    now,
    from: answer.from,
    party: family,
    busPhone: "816-221-0660",
  };
  return renderToStaticMarkup(
    <Answer tonight={{ ...answer, rooms }} telling={telling} links={links} full={false} hidden={hidden}>
      map
    </Answer>,
  );
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("\u00a0", " ")
    .replace(/\s+/g, " ");

describe("the answer", () => {
  it("sums up beds, and never with the way to a place without them", () => {
    const said = plain(drawn(tonight([exampleHouse, lanternHall])));
    expect(said).toContain("1 place can take you tonight. The warmest way: leave in 14 min, 7 min outside.");
    expect(said).toMatch(/Can take you for the night .*Example House.* Warm inside, no beds .*Lantern Hall/);
  });

  it("does not say tonight where the question is about another night", () => {
    const from = now + 86_400;
    const said = plain(drawn(tonight([exampleHouse], { from })));
    expect(said).toContain("1 place can take you that night.");
  });

  it("about a time that is over says that first, and no place that can take you", () => {
    const said = plain(drawn(tonight([exampleHouse], { from: now - 86_400 })));
    expect(said).toContain("This is about a time that is over: Wednesday at 5:28 pm.");
    expect(said).not.toMatch(/can take you (tonight|that night)/);
  });

  it("says as of when it is true, and how to ask again", () => {
    const html = drawn(tonight([exampleHouse]));
    expect(plain(html)).toContain("As of 5:28 pm.");
    expect(html).toContain('<a href="/">Ask again</a>');
  });

  it("with no bed anywhere says what still helps: whom to call, what to say, where to wait", () => {
    const call: Option = { ...exampleHouse, standing: "call", counts: [], best: null };
    const said = plain(drawn(tonight([call, lanternHall, adultsOnly], { warmNow: lanternHall })));
    expect(said).toContain("No place we know of has a bed for a family tonight.");
    expect(said).toContain("We are 2 adults, children 6 and 9. We need a place tonight.");
    expect(said).toContain("Lantern Hall is warm. Open now, until 3:28 am.");
    expect(said).not.toMatch(/can take you tonight/);
  });

  it("sends to a place to wait in only when one can be there before leaving, and until then", () => {
    const inside = (warm: Partial<Option>) =>
      plain(drawn(tonight([exampleHouse], { warmNow: { ...lanternHall, best: journey(0, 2, 4), ...warm } })));
    const late: Option = { ...exampleHouse, best: journey(60, 7, 90) };
    expect(inside({})).not.toContain("Wait inside");
    const said = plain(drawn(tonight([late], { warmNow: { ...lanternHall, best: journey(0, 2, 4) } })));
    expect(said).toContain("Wait inside until then Lantern Hall is warm. Open now, until 3:28 am.");
    const soonShut = { kind: "open", until: now + 1800, intake: null } as const;
    const shut = { ...lanternHall, best: journey(0, 2, 4), opening: soonShut };
    expect(plain(drawn(tonight([late], { warmNow: shut })))).not.toContain("Wait inside");
  });

  it("says of a place to call that the way is for a yes, and names 2-1-1 where it has no number", () => {
    const call: Option = { ...exampleHouse, standing: "call", place: { ...exampleHouse.place, phone: null } };
    const html = drawn(tonight([call]));
    expect(plain(html)).toContain("If they say yes: Leave 5:42 pm");
    expect(html).toContain('<a class="call" href="tel:211">Call 2-1-1</a>');
  });

  it("offers no call and no way to a place that does not fit, and says the law may not allow it", () => {
    const html = drawn(tonight([adultsOnly]));
    expect(plain(html)).toContain(
      "Does not fit: adults only. Turning a family away for a child's age may not be",
    );
    expect(html).not.toContain("tel:");
  });

  it("names who a call or a way is to, for those who hear the page", () => {
    const html = drawn(tonight([exampleHouse]));
    expect(html).toContain(
      'href="tel:+19135550101" data-phone="(913) 555-0101" aria-label="Call: Example House"',
    );
    expect(html).toContain('aria-label="Way there: Example House"');
  });

  it("holds back what is beyond the first places, with a link to all", () => {
    expect(plain(drawn(tonight([exampleHouse]), "en", 3))).toContain("Show 3 more");
    expect(plain(drawn(tonight([exampleHouse])))).not.toContain("Show");
  });

  it("is said whole in Spanish", () => {
    const said = plain(
      drawn(tonight([exampleHouse, lanternHall, adultsOnly], { warmNow: lanternHall }), "es"),
    );
    expect(said).toContain("Salga a las 5:42 pm");
    expect(said).not.toMatch(/\b(leave|min outside|open|beds|call|way there)\b/i);
  });
});

describe("vetted rooms", () => {
  const area = (cell: string, best: Journey | null) => ({
    cell,
    center: { lat: 39.12, lon: -94.63 },
    outline: [],
    best,
  });

  it("are told of by the part of town, with the way to its middle, and lead to asking the group", () => {
    const html = drawn(tonight([]), "en", 0, { areas: [area("a", journey(14, 7, 40))], inRegion: true });
    expect(plain(html)).toContain("Vetted rooms in this part of town");
    expect(plain(html)).toMatch(/To the middle of that part of town: Leave 5:42 pm · 7 min outside/);
    expect(html).toContain('href="/ask/new"');
    expect(plain(html)).not.toContain("in this region");
    expect(plain(drawn(tonight([]), "es", 0, { areas: [area("a", null)], inRegion: false }))).toContain(
      "Cuartos revisados en esta parte de la ciudad",
    );
  });

  it("are somewhere in the region where no area may be named, without a time", () => {
    const said = plain(drawn(tonight([]), "en", 0, { areas: [], inRegion: true }));
    expect(said).toContain("Vetted rooms in this region");
    expect(said).not.toContain("To the middle");
  });

  it("are not spoken of where there is none", () => {
    expect(plain(drawn(tonight([])))).not.toMatch(/vetted|home/i);
  });
});
