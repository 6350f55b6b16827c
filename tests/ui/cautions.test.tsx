import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Option, Tonight } from "~/domain/tonight";
import type { Language } from "~/text/language";
import { Answer } from "~/ui/answer";
import { answerOf, optionOf, plainWay, tellingIn, WAYS, wordsOf } from "./invented";

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

function drawn(options: Option[], more: Partial<Tonight> = {}, language: Language = "en"): string {
  return renderToStaticMarkup(
    <Answer
      tonight={answerOf(options, more)}
      telling={tellingIn(language)}
      links={links}
      full={false}
      hidden={0}
    >
      map
    </Answer>,
  );
}
const cardOf = (html: string) => wordsOf(html.split('<li class="card')[1]!.split("</li>")[0]!);

describe("a card", () => {
  it("says of a bus that must be called for so before anything of its way, and so does the sum", () => {
    const html = drawn([optionOf(WAYS.callAgency)]);
    expect(cardOf(html)).toContain("Call first: 816-221-0660. The bus stops only if you ask. Leave 5:42 pm");
    expect(wordsOf(html)).toContain(
      "1 place can take you tonight. Call first: 816-221-0660. The bus stops only if you ask. The warmest way: leave in 14 min",
    );
    expect(cardOf(drawn([optionOf(WAYS.callAgency)], {}, "es"))).toContain(
      "Llame primero al 816-221-0660: el camión solo para si usted lo pide. Salga a las 5:42 pm",
    );
  });

  it("says a hazard in one short line, and the sum says it of the warmest way", () => {
    const html = drawn([optionOf(WAYS.hazard)]);
    expect(html).toContain('<p class="caution">Dangerous cold: ask for a ride.</p>');
    expect(wordsOf(html)).toMatch(/The warmest way: .* outside\. Dangerous cold: ask for a ride\./);
    expect(wordsOf(drawn([optionOf(WAYS.frostbite)]))).toContain("Skin can freeze: ask for a ride.");
    expect(wordsOf(drawn([optionOf(plainWay)]))).not.toContain("ask for a ride");
  });

  it("never speaks of weighted minutes", () => {
    for (const journey of Object.values(WAYS)) {
      const words = wordsOf(drawn([optionOf(journey)]));
      expect(words).not.toMatch(/cold.minutes/i);
      expect(words).toContain(`${Math.ceil(journey.outdoorS / 60)} min`);
    }
  });

  it("offers no colder way beside one that is dangerous already, and warns of a sooner one that is", () => {
    expect(cardOf(drawn([optionOf(WAYS.hazard, { sooner: WAYS.frostbite })]))).not.toContain("Sooner");
    expect(cardOf(drawn([optionOf(plainWay, { sooner: WAYS.frostbite })]))).toMatch(
      /Sooner: .* Skin can freeze/,
    );
    expect(cardOf(drawn([optionOf(plainWay, { sooner: WAYS.callAgency })]))).toMatch(
      /Sooner, if you call the bus company first: leave 5:42 pm/,
    );
  });
});

it("the page says once whose bus times have ended, below the list", () => {
  const words = wordsOf(
    drawn([optionOf(plainWay), optionOf(plainWay, { number: 2 })], {
      oldTimes: [{ agency: "KCATA", endedOn: "2026-05-09" }],
    }),
  );
  expect(words.match(/Our bus times for KCATA ended on May 9, 2026/g)).toHaveLength(1);
  expect(words.indexOf("ended on")).toBeGreaterThan(words.lastIndexOf("Example House"));
});

it("the place to wait in until then warns of its own way", () => {
  const hall = optionOf(WAYS.hazard, { number: 2 });
  const warmNow: Option = { ...hall, place: { ...hall.place, kind: "warming-center", name: "Lantern Hall" } };
  const none = optionOf(null, { standing: "call" });
  expect(wordsOf(drawn([none], { warmNow }))).toMatch(/Lantern Hall is warm\..*Dangerous cold/);
});
