import { describe, expect, test } from "vitest";
import type { HoldState } from "~/domain/hold";
import type { RefusedKind } from "~/domain/inbox";
import { inboxWords } from "~/text/inbox";
import { refusedSentence } from "~/text/inbox-after";
import { phoneWords } from "~/text/inbox-phone";
import { clockOf } from "~/text/say";
import { plainly } from "../support/plain";

const AT = Date.parse("2026-01-16T00:30:00Z") / 1000;
const clock = (language: "en" | "es") => clockOf(language, "America/Chicago");
const said = plainly(refusedSentence);

describe.each(["en", "es"] as const)("in %s", (language) => {
  const { refused, closed } = inboxWords[language];

  test.each(Object.keys(refused) as RefusedKind[])("%s has a sentence of its own", (kind) => {
    const sentence = said({ kind, state: null, from: null, until: null }, language, clock(language));
    expect(sentence).toMatch(/\p{L}{2}.*\.$/u);
    expect(Object.values(refused).filter((other) => other === refused[kind])).toHaveLength(1);
  });

  test.each(Object.keys(closed) as HoldState[])("what is over says how: %s", (state) => {
    expect(said({ kind: "closed", state, from: null, until: null }, language, clock(language))).toBe(
      plainly(closed[state]),
    );
  });

  test("nobody reads words that blame", () => {
    const all = JSON.stringify([inboxWords[language], phoneWords[language]]);
    expect(all.replaceAll(/"no-show":/g, "")).not.toMatch(
      /no-show|failed|denied|invalid|error|rechaz|fall[oó]|inválid/i,
    );
  });
});

test("as long as it can be says until when it stands", () => {
  const most = { kind: "no-more-time", state: "held", from: null, until: AT } as const;
  expect(said(most, "en", clock("en"))).toBe(
    "Held for them until 6:30\u00a0pm. We hold for 3 hours from now at most.".replace("\u00a0", " "),
  );
  expect(said(most, "es", clock("es"))).toMatch(/6:30 pm\. .*3 horas/);
});

test("too early says from when", () => {
  const early = { kind: "too-early", state: "held", from: AT, until: null } as const;
  expect(said(early, "en", clock("en"))).toBe(
    'It is too early to say that. The bus may be late. You can tap "did not come" from 6:30 pm.',
  );
  expect(said(early, "es", clock("es"))).toMatch(/desde las 6:30 pm\.$/);
});
