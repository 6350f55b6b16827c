import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { page, type OpenPage } from "../support/browser";
import { seedGroup, seedMember, seedPerson } from "../support/groups";
import { expectUsable } from "./measures";
import { withCookie } from "./tablets";
import { warmstop } from "./warmstop";

const app = warmstop(() => ({ OUTBOX: "on" }));
const SMALL = { width: 320, height: 640 };

const hasNoBarrier = (opened: OpenPage) => expectUsable(opened, opened.page.url());

/** Tab until the focus is on what is looked for, and there Enter. */
async function enter(onPage: Page, wanted: string): Promise<void> {
  for (let at = 0; at < 60; at++) {
    await onPage.keyboard.press("Tab");
    if (await onPage.evaluate((selector) => document.activeElement?.matches(selector), wanted))
      return onPage.keyboard.press("Enter");
  }
  throw new Error(`Tab never came to ${wanted}.`);
}

async function codeFor(email: string): Promise<string> {
  const outbox = await (await fetch(`${app.url}/outbox`)).text();
  const mail = outbox.slice(outbox.indexOf(email));
  return /\d{3} \d{3}/.exec(mail)![0];
}

/** Through the form and the mail, to where they wanted to go. */
async function comesIn(onPage: Page, name: string, email: string): Promise<void> {
  await onPage.waitForURL(/\/join$/);
  await onPage.fill("input[name=name]", name);
  await onPage.fill("input[name=email]", email);
  await onPage.keyboard.press("Enter");
  await onPage.waitForURL(/\/join\/code$/);
  await onPage.fill("input[name=code]", await codeFor(email));
  await onPage.keyboard.press("Enter");
}

describe.each(["en", "es"] as const)("in %s, on a small phone without script", (lang) => {
  it("a group begins, is answered by the second, let in, joined and grows", async () => {
    const [nia, omar, ida] = ["nia", "omar", "ida"].map((name) => `${name}-${randomUUID()}@example.org`);
    const opened = () => page({ ...SMALL, lang, script: false });
    const main = (onPage: Page) => onPage.locator("main button.main, main a.main").first();

    const first = await opened();
    await first.page.goto(`${app.url}/groups`);
    await hasNoBarrier(first);
    await enter(first.page, 'a[href="/group/begin"]');
    await comesIn(first.page, "Nia", nia!);
    await first.page.waitForURL(/group\/begin$/);
    await hasNoBarrier(first);
    await first.page.fill("input[name=name]", `Argentine ${lang}`);
    await first.page.fill("textarea", "Rides and warm food.");
    await first.page.fill("input[name=zips]", "6610");
    await first.page.fill("input[name=secondName]", "Omar");
    await first.page.fill("input[name=secondEmail]", omar!);
    await first.page.keyboard.press("Enter");
    await first.page.locator("#zips-problem").waitFor();
    expect(await first.page.inputValue("textarea")).toBe("Rides and warm food.");
    await hasNoBarrier(first);
    await first.page.fill("input[name=zips]", "66106");
    await first.page.keyboard.press("Enter");
    await first.page.waitForURL(/group\/\d+\?said=begun$/);
    await hasNoBarrier(first);
    const at = first.page.url().split("?")[0]!;

    const second = await opened();
    await second.page.goto(`${app.url}/group`);
    await second.page.fill("input[name=email]", omar!);
    await main(second.page).click();
    await second.page.fill("input[name=code]", await codeFor(omar!));
    await main(second.page).click();
    await second.page.waitForURL(/\/group$/);
    await hasNoBarrier(second);
    await main(second.page).click();
    await second.page.waitForURL(/invitation$/);
    await hasNoBarrier(second);
    await second.page.fill("input[name=name]", "Omar Diaz");
    await main(second.page).click();
    await second.page.waitForURL(at);

    const operator = await opened();
    const { token } = await seedPerson(app.database.owner, { name: "Opal", isOperator: true });
    await withCookie(app, operator, "__Host-staff", token);
    await operator.page.goto(`${app.url}/group`);
    await hasNoBarrier(operator);
    await enter(operator.page, `a[href="${new URL(at).pathname}"]`);
    await operator.page.waitForURL(at);
    await hasNoBarrier(operator);
    await main(operator.page).click();
    await operator.page.waitForURL(/said=opened$/);

    const third = await opened();
    await third.page.goto(`${app.url}/groups`);
    await hasNoBarrier(third);
    await enter(third.page, `a[href="${new URL(at).pathname}/join"]`);
    await comesIn(third.page, "Ida", ida!);
    await third.page.waitForURL(`${at}/join`);
    await hasNoBarrier(third);
    await third.page.fill("textarea", "I have a van.");
    await main(third.page).click();
    await third.page.waitForURL(/\/group\?said=asked$/);
    await hasNoBarrier(third);

    await first.page.goto(`${app.url}/group`);
    await first.page.locator('a[href$="#asking"]').click();
    expect(await first.page.locator("#asking").innerText()).toContain("I have a van.");
    await hasNoBarrier(first);
    await enter(first.page, '#asking button[value="yes"]');
    await first.page.waitForURL(/said=in$/);
    await third.page.goto(at);
    expect(await third.page.locator("main").innerText()).toContain("Omar Diaz");
    await hasNoBarrier(third);
    for (const { complaints, strangers, close } of [first, second, operator, third]) {
      expect(complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      expect(strangers(app.url)).toEqual([]);
      await close();
    }
  }, 240_000);
});

it.each([
  ["a phone", "en", { width: 360, height: 740 }],
  ["a wide screen", "es", { width: 1280, height: 800, mobile: false }],
] as const)(
  "no page of a group has a barrier on %s, in %s",
  async (device, lang, size) => {
    const { owner } = app.database;
    const [{ regionId }] = await owner<[{ regionId: number }]>`select region_id from regions limit 1`;
    const { groupId, rosa } = await seedGroup(owner, regionId, { name: `WyCo ${lang}`, zips: ["66101"] });
    const maya = await seedMember(owner, groupId);
    const ida = await seedPerson(owner, { name: "Ida" });
    await owner`
      insert into group_people (group_id, person_id, entry, words)
      values (${groupId}, ${ida.personId}, 'asked', 'I can drive at night. I have two car seats.')`;
    const nobody = await seedPerson(owner, { name: "Nobody" });
    const visits: [token: string | null, path: string][] = [
      [null, "/groups"],
      [null, "/join"],
      [nobody.token, "/group"],
      [nobody.token, "/group/begin"],
      [nobody.token, `/group/${groupId}/join`],
      [ida.token, "/group"],
      [maya.token, `/group/${groupId}`],
      [rosa.token, "/group"],
      [rosa.token, `/group/${groupId}`],
      [rosa.token, `/group/${groupId}/about`],
    ];
    for (const [at, [token, path]] of visits.entries()) {
      const opened = await page({ ...size, lang });
      if (token) await withCookie(app, opened, "__Host-staff", token);
      await opened.page.goto(`${app.url}${path}?lang=${lang}`);
      for (const more of await opened.page.locator("main summary").all())
        if (await more.isVisible()) await more.click();
      await hasNoBarrier(opened);
      expect(opened.complaints).toEqual([]);
      const picture = join(
        tmpdir(),
        "warmstop-pages",
        `groups-${at}-${device.replaceAll(" ", "-")}-${lang}.png`,
      );
      if (process.env.WARMSTOP_PICTURES) await opened.page.screenshot({ path: picture, fullPage: true });
      await opened.close();
    }
  },
  240_000,
);
