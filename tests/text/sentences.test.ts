import { describe, expect, it } from "vitest";
import { countLine as countLineOf } from "~/text/count";
import { fitSentence } from "~/text/fit";
import { openingSentence as openingSentenceOf } from "~/text/opening";
import { partySentence } from "~/text/answer";
import { clockOf } from "~/text/say";
import { ONE_ADULT, type Party } from "~/domain/party";
import type { Count } from "~/domain/pool";
import { plainly } from "../support/plain";

const countLine = plainly(countLineOf);
const openingSentence = plainly(openingSentenceOf);
const at = (iso: string) => Date.parse(iso) / 1000;
const family: Party = {
  adults: 2,
  childAges: [6, 9],
  pets: ["small-dog"],
  wheelchair: false,
  together: false,
};
const rooms: Omit<Count, "worth"> = {
  poolId: 1,
  household: "families",
  unit: "room",
  peoplePerUnit: 4,
  way: "web",
  needs: 1,
};

describe("a count", () => {
  it("says what is free, how old that is and who said so", () => {
    const worth = { kind: "fresh", free: { kind: "number", units: 2 }, minutes: 12 } as const;
    expect(countLine({ ...rooms, worth }, "en")).toEqual({
      free: "2 rooms free",
      rest: "said 12 min ago by staff.",
    });
    expect(countLine({ ...rooms, worth }, "es")).toEqual({
      free: "2 cuartos libres",
      rest: "según el personal, hace 12 min.",
    });
  });

  it("says call first while it ages, with the number still shown", () => {
    const worth = { kind: "aging", free: { kind: "some" }, minutes: 95 } as const;
    expect(countLine({ ...rooms, worth }, "en")).toEqual({
      free: "Has room: at least one room free",
      rest: "said 95 min ago by staff. It may have changed: call first.",
    });
  });

  it("shows no number once it is older than four hours, or was never made", () => {
    for (const worth of [{ kind: "call-first", minutes: 300 }, { kind: "unknown" }] as const) {
      const line = countLine({ ...rooms, worth }, "en");
      expect(line.free).toBeNull();
      expect(line.rest.replace("5 h", "")).not.toMatch(/\d/);
    }
  });
});

describe("fit", () => {
  it("says what to ask, each thing once", () => {
    const fit = {
      kind: "maybe",
      ask: [{ point: "small-dog" }, { point: "large-dog" }, { point: "together" }],
    } as const;
    expect(fitSentence({ ...fit, ask: [...fit.ask] }, family, "en")).toBe(
      "May fit: ask about the dog and if you can stay together.",
    );
  });

  it("says why not, in plain words", () => {
    const fit = { kind: "no" as const, because: [{ point: "age-max" as const, limit: 12 }] };
    expect(fitSentence({ ...fit, because: [fit.because[0]], mayNotBeAllowed: true }, family, "es")).toBe(
      "No sirve: solo hasta los 12 años.",
    );
  });

  it("speaks of a family, of all of you, or of you", () => {
    expect(fitSentence({ kind: "yes" }, family, "en")).toBe("Fits your family.");
    expect(fitSentence({ kind: "yes" }, { ...ONE_ADULT, adults: 2 }, "en")).toBe("Fits all of you.");
    expect(fitSentence({ kind: "yes" }, ONE_ADULT, "en")).toBe("Fits you.");
  });
});

describe("an opening", () => {
  const now = at("2026-01-15T23:00:00Z");
  const telling = (language: "en" | "es") => ({
    now,
    from: now,
    clock: clockOf(language, "America/Chicago"),
    language,
  });
  const six = at("2026-01-16T00:00:00Z");
  const seven = at("2026-01-16T13:00:00Z");

  it("says when people are let in only where that differs from the opening hours", () => {
    const whole = {
      kind: "opens",
      at: six,
      until: seven,
      saidAt: null,
      intake: { from: six, until: seven },
    } as const;
    expect(openingSentence(whole, telling("en"))).toBe("Opens at 6 pm.");
    const short = { ...whole, intake: { from: six, until: six + 10_800 } };
    expect(openingSentence(short, telling("en"))).toBe("Opens at 6 pm. They let people in until 9 pm.");
  });

  it("says open then, not now, about another hour, and an hour of decision that has passed as passed", () => {
    const open = { kind: "open", until: seven, intake: { from: six, until: null } } as const;
    expect(openingSentence(open, telling("en"))).toMatch(/^Open now, until 7 am./);
    expect(openingSentence(open, { ...telling("en"), from: six })).toMatch(/^Open then, until 7 am./);
    const rule = { lowAtOrBelowF: 25, decidedAt: 480 };
    const late = {
      kind: "undecided",
      decidesAt: now - 32_400,
      rule,
      at: six,
      intake: { from: six, until: seven },
    } as const;
    expect(openingSentence(late, telling("en"))).toContain("They were to decide at 8 am: call and ask.");
  });

  it("says the rule and when it is decided", () => {
    const rule = { lowAtOrBelowF: 25, decidedAt: 480 };
    const intake = { from: six, until: seven };
    expect(
      openingSentence({ kind: "undecided", decidesAt: now + 54_000, rule, at: six, intake }, telling("es")),
    ).toBe(
      "Que sepamos, todavía no han decidido. Abre cuando la noche baja a 25 °F o menos. Deciden mañana a las 8 am.",
    );
  });
});

describe("the party", () => {
  it("is said as a family would say it", () => {
    expect(partySentence(family, "en")).toBe("2 adults, children 6 and 9, a small dog");
    expect(partySentence({ ...ONE_ADULT, childAges: [0] }, "en")).toBe("1 adult, a baby");
    expect(partySentence(family, "es")).toBe("2 adultos, niños de 6 y 9, un perro chico");
  });
});
