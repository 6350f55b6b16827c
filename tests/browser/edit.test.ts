import { describe, expect, it } from "vitest";
import { page, type PageOptions } from "../support/browser";
import { seedStaff } from "../support/seeds";
import { expectUsable } from "./measures";
import { addressOf, warmstop } from "./warmstop";

const app = warmstop();
const SMALL = { width: 320, height: 640 };
const PARTS = ["words", "who", "hours", "units"] as const;

/** A manager's browser, on the page that shows what people read. */
async function onEdit(options: PageOptions) {
  const placeId = Number(new URL(await addressOf(app, "PLACE")).pathname.split("/").at(-1));
  const { token } = await seedStaff(app.database.owner, placeId, { role: "manager" });
  const opened = await page(options);
  await opened.context.addCookies([
    { name: "__Host-staff", value: token, url: app.url.replace("http:", "https:"), secure: true },
  ]);
  const home = `${app.url}/staff/places/${placeId}/edit`;
  await opened.page.goto(`${home}?lang=${options.lang ?? "en"}`);
  return { ...opened, home, placeId };
}

describe.each([
  ["a small phone", SMALL],
  ["a wide screen", { width: 1280, height: 800, mobile: false }],
] as const)("on %s", (_device, size) => {
  it.each(["en", "es"] as const)("no page of editing has a barrier, in %s", async (lang) => {
    const { page: onPage, home, barriers, complaints, strangers, close } = await onEdit({ ...size, lang });
    const look = async (what: string) => {
      expect(await onPage.getAttribute("html", "lang"), what).toBe(lang);
      await expectUsable({ page: onPage, barriers }, what);
    };
    await look("home");
    for (const part of PARTS) {
      await onPage.goto(`${home}/${part}`);
      await look(part);
    }
    await onPage.goto(`${home}/words`);
    await onPage.fill("[name=phone]", "call us");
    await onPage.fill("[name=about-es]", "Cuartos para familias.");
    await onPage.fill("[name=about-en]", "");
    await onPage.locator("form.edit button").last().click();
    await onPage.locator("#phone-problem").waitFor();
    await look("problems");
    await onPage.fill("[name=phone]", "816-555-0100");
    await onPage.fill("[name=about-en]", "Rooms for families.");
    await onPage.locator("form.edit button").last().click();
    await onPage.locator(".seen").waitFor();
    await look("seen");
    expect(strangers(app.url)).toEqual([]);
    // The browser itself notes an answer of 400.
    expect(complaints.filter((said) => !said.includes("400"))).toEqual([]);
    await close();
  });
});

it("hours are typed, seen and saved by keyboard alone and without script, and seekers read them", async () => {
  const { page: onPage, home, placeId, close } = await onEdit({ ...SMALL, script: false });
  await onPage.goto(`${home}/hours`);
  const rows = await onPage.locator("[id^=open-][id$=-from]").count();
  const row = `open-${rows - 1}`;
  for (const day of [6, 7]) {
    await onPage.locator(`#${row}-day-${day}`).focus();
    await onPage.keyboard.press("Space");
  }
  await onPage.fill(`#${row}-from`, "13:15");
  await onPage.fill(`#${row}-until`, "14:45");
  await onPage.locator(`#${row}-until`).press("Enter");
  await onPage.locator(".seen").waitFor();
  expect(await onPage.locator(".seen article[lang=en]").innerText()).toContain(
    "Saturday and Sunday: 1:15\u00a0pm – 2:45\u00a0pm",
  );
  expect(await onPage.locator(".seen article[lang=es]").innerText()).toContain("sábado y domingo");
  await onPage.locator("form:not(.edit) button.main").focus();
  await onPage.keyboard.press("Enter");
  await onPage.getByText("Saved. People read it now.").waitFor();
  const stored = await app.database.owner`
    select days, opens, closes from schedules where place_id = ${placeId} and opens = 795`;
  expect(stored).toEqual([{ days: [6, 7], opens: 795, closes: 885 }]);
  await close();
});
