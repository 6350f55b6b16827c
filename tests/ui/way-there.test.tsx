import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PlaceTonight } from "~/domain/place-tonight";
import { LANGUAGES, type Language } from "~/text/language";
import type { Telling } from "~/ui/telling";
import { WayThere } from "~/ui/way-there";
import { bus, pm, walk, way } from "../support/journeys";
import {
  FAMILY,
  NOW,
  optionOf,
  placeTonightOf,
  plainWay,
  REGION,
  tellingIn,
  WAYS,
  wordsOf,
} from "./invented";

const where = { lat: 39.1155, lon: -94.6265, via: "stop", words: "7th & Minnesota" } as const;

function drawn(tonight: PlaceTonight, language: Language = "en", more: Partial<Telling> = {}): string {
  return renderToStaticMarkup(
    <WayThere tonight={tonight} where={where} region={REGION} telling={tellingIn(language, more)}>
      map
    </WayThere>,
  );
}
const said = (...args: Parameters<typeof drawn>) => wordsOf(drawn(...args));

const slow = way([
  walk("5:12", "5:21", "7th & Minnesota"),
  bus("5:23", "107", "6:10", "State & 67th"),
  walk("6:10", "6:20"),
]);
const last = way([
  walk("9:14", "9:20", "7th & Minnesota"),
  bus("9:22", "101", "9:44", "State & 67th"),
  walk("9:44", "9:50"),
]);

describe("the way there", () => {
  it.each(LANGUAGES)("can say every case in %s, and nothing of it in the other language", (language) => {
    for (const journey of Object.values(WAYS)) {
      const words = said(placeTonightOf(journey, { lastChance: last, fewerBuses: slow }), language);
      expect(words).not.toMatch(/undefined|null|NaN|\[object/);
      expect(words).not.toMatch(
        language === "es" ? /\b(wait|leave|stay on|call|outside)\b/i : /\b(espere|salga|llame|afuera)\b/i,
      );
    }
  });

  it("counts no minute in a warm room, nor on a bus that stands, as outside", () => {
    for (const journey of [WAYS.throughRoom, WAYS.roomThenDoor, WAYS.staysOn])
      expect(said(placeTonightOf(journey))).not.toContain("no exact times");
    expect(said(placeTonightOf(WAYS.throughRoom))).toContain("16 min outside");
  });

  it("says how much more is counted for a bus without exact times", () => {
    const guessed = { ...WAYS.callAgency, estimateS: 900 };
    expect(said(placeTonightOf(guessed))).toContain("We count 15 min more of waiting.");
  });

  it("tells first of all to call, with a number one can tap", () => {
    const html = drawn(placeTonightOf(WAYS.callAgency));
    expect(html).toContain('<a class="dial" href="tel:+18162210660">816-221-0660</a>');
    expect(wordsOf(html)).toMatch(/Call first: this bus stops only if you ask\. .*Leave 5:42 pm/);
    expect(wordsOf(html)).toContain("Call 816-221-0660 before you go: ask for this stop.");
  });

  it("warns of a dangerous stretch right above the steps, with whom to ask for a ride", () => {
    expect(said(placeTonightOf(WAYS.hazard))).toMatch(
      /28 min outside at one stretch\. That is dangerous in this cold\. Ask for a ride: call 2-1-1\. 5:30 pm Walk 20 min/,
    );
    expect(drawn(placeTonightOf(WAYS.frostbite))).toContain('href="tel:211"');
    expect(said(placeTonightOf(plainWay))).not.toContain("at one stretch");
  });

  it("says how warm a way is only where it warns of nothing", () => {
    expect(said(placeTonightOf(plainWay))).toContain("there 6:05 pm · warmth 73 of 100");
    for (const dangerous of [WAYS.hazard, WAYS.frostbite]) {
      expect(said(placeTonightOf(dangerous))).not.toContain("of 100");
      expect(said(placeTonightOf(dangerous), "es")).not.toContain("calor");
    }
  });

  it("says the wait at a door that opens later as a step", () => {
    expect(said(placeTonightOf(WAYS.doorShut))).toContain(
      "6:05 pm Wait 25 min at the door. It opens at 6:30 pm.",
    );
  });

  it("speaks of wheelchairs only to who has one and rides", () => {
    const wheelchair = { party: { ...FAMILY, wheelchair: true } };
    const maybe = "We don't know if every stop and bus takes a wheelchair. Call 816-221-0660 to ask.";
    expect(said(placeTonightOf(plainWay), "en", wheelchair)).toContain(maybe);
    expect(said(placeTonightOf(WAYS.stepFree), "en", wheelchair)).toContain(
      "Every bus and stop on this way takes a wheelchair.",
    );
    expect(said(placeTonightOf(WAYS.onFoot), "en", wheelchair)).not.toContain("takes a wheelchair");
    expect(said(placeTonightOf(plainWay))).not.toContain("takes a wheelchair");
  });

  it("says once whose bus times have ended", () => {
    const words = said(
      placeTonightOf(plainWay, { oldTimes: [{ agency: "KCATA", endedOn: "2026-05-09" }], lastChance: last }),
    );
    expect(words.match(/ended on May 9, 2026/g)).toHaveLength(1);
  });
});

it("says of times that are too old whose they were, and not twice", () => {
  const option = optionOf(null, { way: { kind: "none", reason: "feed-expired" } });
  const oldTimes = [{ agency: "KCATA", endedOn: "2026-05-09" }];
  expect(said(placeTonightOf(null, { option }))).toContain("Our bus times are too old to trust.");
  const words = said(placeTonightOf(null, { option, oldTimes }));
  expect(words).toContain("Our bus times for KCATA ended on May 9, 2026.");
  expect(words).not.toContain("too old");
});

describe("other times to go", () => {
  it("offers fewer buses in words", () => {
    expect(said(placeTonightOf(WAYS.throughRoom, { fewerBuses: slow }))).toContain(
      "Fewer buses: Leave 5:12 pm · 1 bus · 21 min outside · there 6:20 pm",
    );
    expect(said(placeTonightOf(WAYS.throughRoom, { fewerBuses: slow }), "es")).toContain(
      "Con menos camiones: Salga a las 5:12 pm · 1 camión · 21 min afuera",
    );
  });

  it("offers the last chance tonight with its steps folded", () => {
    const html = drawn(placeTonightOf(plainWay, { lastChance: last }));
    expect(wordsOf(html)).toContain("Last chance tonight: Leave by 9:14 pm · 14 min outside · there 9:50 pm");
    expect(html.split("<details>")).toHaveLength(2);
  });

  it("speaks of no night where nobody sleeps, and of no tonight on another night", () => {
    const hall = optionOf(plainWay);
    const option = { ...hall, place: { ...hall.place, kind: "day-center" as const } };
    expect(said(placeTonightOf(plainWay, { option, lastChance: last }))).toContain("Last chance: Leave by");
    const from = NOW + 3 * 86_400;
    expect(said(placeTonightOf(plainWay, { from, lastChance: last }), "en", { from })).not.toContain(
      "tonight",
    );
  });

  it("says each time once, by the name that says most of it", () => {
    const words = said(placeTonightOf(plainWay, { later: last, fewerBuses: last, lastChance: last }));
    expect(words).not.toMatch(/Later:|Fewer buses:/);
    expect(words).toContain("Last chance tonight:");
    expect(said(placeTonightOf(last, { lastChance: last }))).toContain("This is the last chance to go.");
  });

  it("says that the last chance has gone, and what then", () => {
    const words = said(placeTonightOf(plainWay, { lastChance: last }), "en", { now: pm("9:30") });
    expect(words).toContain("The last chance to go was at 9:14 pm. Ask for a ride: call 2-1-1.");
    expect(words).not.toContain("Leave by");
  });

  it("says why there is no last chance", () => {
    expect(said(placeTonightOf(null))).toContain("The last bus has gone. Call 2-1-1 and ask for a ride.");
    const always = { kind: "open", until: null, intake: { from: NOW, until: null } } as const;
    const option = optionOf(plainWay, { opening: always });
    expect(said(placeTonightOf(plainWay, { option }))).toContain(
      "They let people in at any hour. Ask when the last bus goes: call 816-221-0660.",
    );
    expect(
      said(placeTonightOf(WAYS.onFoot, { option: optionOf(WAYS.onFoot, { opening: always }) })),
    ).not.toContain("last bus");
  });

  it("warns of a choice that is dangerous or must be called for before it is opened", () => {
    const words = said(placeTonightOf(plainWay, { earlier: WAYS.frostbite, later: WAYS.callAgency }));
    expect(words).toMatch(
      /Earlier: Leave 5:40 pm · 21 min outside · there 6:13 pm · Skin can freeze: ask for a ride\./,
    );
    expect(words).toMatch(/Later: Call first: 816-221-0660\. The bus stops only if you ask\. Leave 5:42 pm/);
  });
});
