import { describe, expect, it } from "vitest";
import { page } from "../support/browser";
import { seedStaff } from "../support/seeds";
import { overhang, smallTargets } from "./measures";
import { addressOf, FAMILY, warmstop } from "./warmstop";

const app = warmstop();

// One household each: the address is what the last proxy wrote down, so each test tells of another place's door.
describe.each(["en", "es"] as const)("at the door, in %s", (lang) => {
  it("one tap without script tells it, and the way on keeps the question", async () => {
    const { page: onPage, barriers, close } = await page({ width: 320, height: 640, lang, script: false });
    await onPage.goto(await addressOf(app, `PLACE?${FAMILY}`, lang));
    await onPage.locator(".door button").first().click();
    expect(new URL(onPage.url()).pathname).toMatch(/^\/places\/\d+\/door$/);
    expect(await onPage.locator("h1").innerText()).toMatch(/Thank you|Gracias/);
    expect(await barriers()).toEqual([]);
    expect(await overhang(onPage)).toEqual([]);
    expect(await smallTargets(onPage)).toEqual([]);
    await onPage.locator("a.main").click();
    expect(await onPage.locator(".card").count()).toBeGreaterThan(0);
    await close();
  });
});

it("staff see it beside the count it doubts", async () => {
  const placeId = Number(new URL(await addressOf(app, "PLACE")).pathname.split("/").at(-1));
  const { token } = await seedStaff(app.database.owner, placeId);
  const { page: onPage, context, barriers, close } = await page({ width: 320, height: 640 });
  await context.addCookies([
    { name: "__Host-staff", value: token, url: app.url.replace("http:", "https:"), secure: true },
  ]);
  await onPage.goto(`${app.url}/staff/places/${placeId}`);
  expect(await onPage.locator(".at-door").innerText()).toMatch(/^At your door: 1 said full\. The last one/);
  expect(await barriers()).toEqual([]);
  await close();
});

it("what another site sends is refused", async () => {
  const { page: onPage, close } = await page();
  const url = new URL(await addressOf(app, "PLACE"));
  const answer = await onPage.request.post(`${url.origin}${url.pathname}/door`, {
    form: { key: crypto.randomUUID(), word: "full" },
    headers: { "Sec-Fetch-Site": "cross-site" },
  });
  expect(answer.status()).toBe(403);
  await close();
});
