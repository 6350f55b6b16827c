import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ownAsk, sayInAsk } from "~/data/asks.server";
import * as desk from "~/data/desk.server";
import { seedAsk } from "../support/asks";
import { seedMember, type SeededGroup } from "../support/groups";
import { by, cookieOf, desksOf } from "./desks";
import { warmstop } from "./warmstop";

const app = warmstop();
const desks = desksOf(app);
const deskAt = ({ groupId }: SeededGroup, lang = "en") => `${app.url}/group/${groupId}/desk?lang=${lang}`;
const askAt = ({ groupId }: SeededGroup, askId: string) => `${app.url}/group/${groupId}/asks/${askId}`;

/** By keyboard alone: from where one is to the next of those, and then the key. */
async function tabTo(on: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs++) {
    await on.keyboard.press("Tab");
    if (await on.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`No Tab leads to ${selector}`);
}

describe("an evening, by keyboard at 320 px", () => {
  it.each(["en", "es"] as const)(
    "a new ask comes in, is taken, answered, read by its family, handed over and closed, in %s",
    async (lang) => {
      const group = await desks.open();
      const { on, complaints, close } = await desks.signedIn(group.rosa, { lang });
      const luis = await desks.signedIn(group.luis, { lang: lang === "en" ? "es" : "en" });
      await on.goto(deskAt(group, lang));
      await luis.on.goto(deskAt(group, lang === "en" ? "es" : "en"));
      await on.waitForTimeout(500);
      expect(await on.locator(".line").count()).toBe(0);

      const since = Date.now();
      const askId = await seedAsk(group.groupId, { area: "66101", contact: "913-555-0142" });
      await on.locator(`#line-${askId}`).waitFor();
      await luis.on.locator(`#line-${askId}`).waitFor();
      expect(Date.now() - since).toBeLessThan(5_000);
      expect(await on.locator(".line").innerText()).not.toContain("913-555-0142");

      await tabTo(on, `#line-${askId} a`);
      await on.keyboard.press("Enter");
      await on.locator("form[action$=claim] button").waitFor();
      await tabTo(on, "form[action$=claim] button");
      await on.keyboard.press("Enter");
      await on.locator("[role=status] strong").first().waitFor();
      await expect
        .poll(() => luis.on.locator(".line").innerText())
        .toContain(lang === "en" ? "Lo tiene Rosa" : "Rosa has it");

      // Their words come in while she writes, and leave hers alone.
      await tabTo(on, "#said");
      await on.keyboard.type("We have");
      await sayInAsk({ key: randomUUID(), askId, said: "¿Hay alguien?", quick: null, language: "es" });
      await on.getByText("¿Hay alguien?").waitFor({ timeout: 5_000 });
      await on.keyboard.type(" a room.");
      await tabTo(on, "#talk button.main");
      await on.keyboard.press("Enter");
      await on.locator("#talk [role=status]").waitFor();
      expect((await ownAsk(askId))!.messages.at(-1)).toMatchObject({ said: "We have a room.", name: "Rosa" });
      expect(await on.locator("#said").inputValue()).toBe("");
      await expect
        .poll(() => on.locator(".talk .group").innerText())
        .toContain(lang === "en" ? "They have seen it." : "Ya lo vio.");

      await tabTo(on, "#places summary");
      await on.keyboard.press("Enter");
      await tabTo(on, "#places form[action$=say] button");
      await on.keyboard.press("Enter");
      await expect.poll(async () => (await ownAsk(askId))!.messages.length).toBe(3);
      expect((await ownAsk(askId))!.messages.at(-1)!.said).toMatch(/Phone: 913-555-0\d{3}\./);

      await on.locator("#talk [role=status]").waitFor();
      await tabTo(on, "details:has(#to) summary");
      await on.keyboard.press("Enter");
      await tabTo(on, "#to");
      await tabTo(on, "form[action$=hand] button");
      await on.keyboard.press("Enter");
      await expect
        .poll(() => luis.on.locator(".line").innerText())
        .toContain(lang === "en" ? "Lo tiene usted" : "You have it");

      await on.locator("form[action$=claim] button").waitFor();
      await tabTo(on, "details:has(.taps) summary");
      await on.keyboard.press("Enter");
      await tabTo(on, ".taps button[value=helped]");
      await on.keyboard.press("Enter");
      await on.locator("button[value=open]").waitFor();
      expect(await ownAsk(askId)).toMatchObject({ closedAs: "helped" });
      await expect.poll(() => luis.on.locator(".line.waiting").count()).toBe(0);
      expect(complaints).toEqual([]);
      await luis.close();
      await close();
    },
    120_000,
  );
});

it("what was being written is there again after a sign-in, and gone once it was sent", async () => {
  const group = await desks.open();
  const askId = await seedAsk(group.groupId);
  const { on, context, close } = await desks.signedIn(group.rosa);
  await on.goto(askAt(group, askId));
  await on.fill("#said", "Half a sentence");
  await app.database.owner`
    update sessions set ended_at = clock_timestamp() where person_id = ${group.rosa.personId}`;
  await on.locator("#talk button.main").click();
  await on.waitForURL(/sign-in/);
  await context.addCookies([cookieOf(app, group.luis)]);
  await on.goto(askAt(group, askId));
  await expect.poll(() => on.inputValue("#said")).toBe("Half a sentence");
  await on.locator("#talk button.main").click();
  await on.locator("#talk [role=status]").waitFor();
  await on.reload();
  expect(await on.inputValue("#said")).toBe("");
  expect((await ownAsk(askId))!.messages).toMatchObject([{ said: "Half a sentence", name: "Luis" }]);
  await close();
}, 60_000);

it("an open desk says so when its person may read it no more, and shows nothing new", async () => {
  const group = await desks.open();
  const third = await seedMember(app.database.owner, group.groupId);
  const asRole = (role: string) => app.database.owner`
    update group_people set role = ${role} where person_id = ${third.personId}`;
  await asRole("coordinator");
  const { on, close } = await desks.signedIn(third);
  await on.goto(deskAt(group));
  await on.waitForTimeout(500);
  await asRole("member");
  const askId = await seedAsk(group.groupId);
  await on.getByText("You were signed out").waitFor({ timeout: 15_000 });
  expect(await on.content()).not.toContain(askId);
  await close();
}, 60_000);

it("who taps second is told who was first, without script", async () => {
  const group = await desks.open();
  const askId = await seedAsk(group.groupId);
  const { on, close } = await desks.signedIn(group.rosa, { script: false });
  await on.goto(askAt(group, askId));
  await desk.claimAsk({ ...by(group.luis, askId), from: null });
  await on.getByRole("button", { name: "I take it" }).click();
  await on.getByText("Luis was first and has it now.").waitFor();
  await on.getByRole("button", { name: "Take it over from Luis" }).click();
  await on.getByText("Saved. You have it.").waitFor();
  await close();
}, 60_000);
