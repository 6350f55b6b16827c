import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { hourOf } from "~/domain/kept-weather";
import type { Journey } from "~/domain/journey";
import type { Option, Tonight } from "~/domain/tonight";
import type { Weather } from "~/domain/weather";
import { Answer } from "~/ui/answer";
import { pm, walk, way } from "../support/journeys";
import { answerOf, NOW, optionOf, plainWay, tellingIn, WAYS, wordsOf } from "./invented";

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

function said(options: Option[], warmNow: Option | null, more: Partial<Tonight> = {}): string {
  return wordsOf(
    renderToStaticMarkup(
      <Answer
        tonight={answerOf(options, { warmNow, ...more })}
        telling={tellingIn("en")}
        links={links}
        full={false}
        hidden={0}
      >
        THE MAP
      </Answer>,
    ),
  );
}

const feels = (chill: number): Weather => ({
  kind: "known",
  source: "forecast",
  asOf: NOW,
  hours: [hourOf(NOW, { temperatureF: chill, windMph: 0 })],
  alerts: [],
});

const anOption = optionOf(way([walk("5:30", "5:36")]));
const hall: Option = {
  ...anOption,
  number: 2,
  place: { ...anOption.place, placeId: 8, kind: "warming-center", name: "Lantern Hall" },
  opening: { kind: "open", until: pm("9:00"), intake: { from: NOW, until: pm("9:00") } },
  counts: [],
};
const tomorrowsHall: Option = {
  ...hall,
  number: 1,
  place: { ...hall.place, placeId: 9, name: "Morning Hall" },
  opening: {
    kind: "opens",
    at: pm("6:30"),
    until: pm("9:00"),
    saidAt: null,
    intake: { from: pm("6:30"), until: null },
  },
};
const call = optionOf(null, { standing: "call", counts: [], number: 3 });
const lateBed = optionOf(plainWay, { best: { ...plainWay, leaveBy: pm("8:00") } });
const NO_BED = { sleepsYou: 0 };

describe("with no bed to go to", () => {
  it("the warm place that is open now is told before the map and the list", () => {
    expect(said([tomorrowsHall, hall, call], hall, NO_BED)).toMatch(
      /A warm place now Lantern Hall is warm\. Open now, until 9 pm\..* THE MAP .*Morning Hall/,
    );
    expect(said([tomorrowsHall, hall, call], hall, NO_BED).match(/Lantern Hall is warm/g)).toHaveLength(1);
  });

  it("it stands below the list where the list begins with it", () => {
    const first = { ...hall, number: 1 };
    expect(said([first, call], first, NO_BED)).toMatch(/THE MAP .*Call first .*A warm place now/);
  });
});

it("the sooner way there is told, but not where it is dangerous", () => {
  const soon = way([walk("5:29", "5:33")]);
  const bySooner = (sooner: Journey) => said([tomorrowsHall, hall], { ...hall, sooner }, NO_BED);
  expect(bySooner(soon)).toContain("until 9 pm. Leave 5:29 pm");
  expect(bySooner({ ...soon, worst: WAYS.frostbite.worst })).toContain("until 9 pm. Leave 5:30 pm");
});

describe("with a bed to go to later", () => {
  it("where to wait until then stands below the list", () => {
    expect(said([lateBed, hall], hall)).toMatch(/THE MAP .*Wait inside until then Lantern Hall is warm\./);
  });

  it("but above it in cold that is dangerous", () => {
    expect(said([lateBed, hall], hall, { weather: feels(12) })).toMatch(
      /Wait inside until then Lantern Hall is warm\..* THE MAP /,
    );
  });

  it("in such cold a hall that closes before one leaves is still a warm place now", () => {
    const shuts: Option = { ...hall, opening: { kind: "open", until: pm("7:00"), intake: null } };
    expect(said([lateBed, hall], shuts)).not.toContain("is warm.");
    expect(said([lateBed, hall], shuts, { weather: feels(-20) })).toMatch(
      /A warm place now Lantern Hall is warm\. Open now, until 7 pm\..* THE MAP /,
    );
  });
});
