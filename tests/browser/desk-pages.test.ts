import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { sayInAsk } from "~/data/asks.server";
import * as desk from "~/data/desk.server";
import { seedAsk } from "../support/asks";
import type { SeededGroup } from "../support/groups";
import { by, desksOf, SMALL } from "./desks";
import { expectUsable } from "./measures";
import { warmstop } from "./warmstop";

const app = warmstop();
const desks = desksOf(app);

// For people to look at: WARMSTOP_PICTURES=1 leaves one of every page beside the project.
async function takePicture(on: Page, name: string): Promise<void> {
  if (!process.env.WARMSTOP_PICTURES) return;
  const path = join(tmpdir(), "warmstop-pages", `desk-${name.replaceAll(" ", "-")}.png`);
  await on.screenshot({ path, fullPage: true, scale: "css" });
}

/** An evening at the desk: asks of every kind, of every age and state. */
async function busyEvening({ rosa, luis, groupId }: SeededGroup): Promise<string> {
  const { owner } = app.database;
  const waits = (askId: string, minutes: number, risen = 0) => owner`
    update asks
    set asked_at = asked_at - ${minutes} * interval '1 minute', waits_since = clock_timestamp() - ${minutes} * interval '1 minute',
        risen = ${risen}
    where ask_id = ${askId}`;
  const mother = await seedAsk(groupId, { area: "7th & Minnesota", contact: "913-555-0142" });
  await waits(mother, 34, 1);
  const again = await seedAsk(groupId, {
    contact: "(913) 555-0142",
    kinds: ["food"],
    party: null,
    area: null,
  });
  await waits(again, 3);
  const many = await seedAsk(groupId, {
    kinds: ["sleep", "ride", "clothes", "food", "phone", "bill", "talk"],
    party: {
      adults: 2,
      childAges: [0, 3, 6, 9, 13, 16],
      pets: ["large-dog"],
      wheelchair: true,
      together: true,
    },
    area: "W".repeat(120),
    words: "x".repeat(300),
    contact: `${"y".repeat(60)}@example.org`,
    avoid: null,
    isShared: true,
  });
  await desk.claimAsk({ ...by(luis, many), from: null });
  const answered = await seedAsk(groupId, { kinds: ["bill"], party: null, words: null, contact: null });
  await desk.answerAsk({ ...by(rosa, answered), said: null, quick: "looking", language: "en" });
  for (const as of ["helped", "elsewhere", "no-contact"] as const) {
    const ended = await seedAsk(groupId);
    await desk.settleAsk({ ...by(rosa, ended), as, of: null });
  }
  const says = (said: string | null, quick: string | null) =>
    sayInAsk({ key: randomUUID(), askId: mother, said, quick, language: "es" });
  await says("¿Hay alguien ahí? Los niños tienen frío.", null);
  await desk.answerAsk({ ...by(luis, mother), said: null, quick: "where-now", language: "en" });
  await says(null, "we-are-safe");
  await desk.noteOnAsk({
    ...by(luis, mother),
    words: "The motel on State has one room.\nI call again at 8.",
  });
  await waits(mother, 34, 1);
  await owner`update asks set language = 'es' where ask_id = ${mother}`;
  return mother;
}

describe.each([
  ["a small phone without script", { ...SMALL, script: false }],
  ["a phone", { width: 360, height: 740, dark: true }],
  ["a wide screen", { width: 1280, height: 800, mobile: false }],
] as const)("on %s", (device, size) => {
  it.each(["en", "es"] as const)(
    "no page of the desk has a barrier, in %s",
    async (lang) => {
      const group = await desks.open();
      const here = `${app.url}/group/${group.groupId}`;
      const { on, barriers, complaints, strangers, close } = await desks.signedIn(group.rosa, {
        ...size,
        lang,
      });
      const look = async (what: string) => {
        expect(await on.getAttribute("html", "lang"), what).toBe(lang);
        await expectUsable({ page: on, barriers }, what);
        await takePicture(on, `${what} on ${device} ${lang}`);
      };
      await on.goto(`${here}/desk?lang=${lang}`);
      await look("empty");
      const mother = await busyEvening(group);
      await on.goto(`${here}/desk?lang=${lang}`);
      expect(await on.locator(".line").count()).toBe(7);
      await look("desk");
      await on.goto(`${here}/asks/${mother}?lang=${lang}`);
      await on.locator("#places .line").first().waitFor();
      await look("ask");
      for (const summary of await on.locator("summary").all()) await summary.click();
      await look("ask unfolded");
      await on.locator("textarea[name=said]").fill("ñ".repeat(2001));
      await on.locator("#talk button.main").click();
      await on.locator("[role=alert]").waitFor();
      expect(await on.locator("textarea[name=said]").inputValue()).toHaveLength(2001);
      await look("refused");
      await on.locator("#from").fill("Minnesota");
      await on.locator("#places form[action$=places] > button").click();
      await on.locator("#places button[name=choice]").first().waitFor();
      await look("several");
      await on.goto(`${here}/shared`);
      await look("shared");
      expect(strangers(app.url)).toEqual([]);
      // A browser itself complains of an answer of 400 or more.
      expect(complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await close();
    },
    120_000,
  );
});
