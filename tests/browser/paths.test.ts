import { describe, expect, it } from "vitest";
import { page } from "../support/browser";
import { addressOf, FAMILY, warmstop } from "./warmstop";

const app = warmstop();

describe("a form with mistakes", () => {
  it("keeps every word that was typed, says what to do, and works once it is mended", async () => {
    const opened = await page({ script: false });
    const { page: onPage } = opened;
    const typed = "where=7th+%26+Minnesota&adults=many&children=6,x&pets=cat&wheelchair=1&when=soon";
    expect((await onPage.goto(`${app.url}/?${typed}`))?.status()).toBe(400);
    expect(await onPage.inputValue("input[name=where]")).toBe("7th & Minnesota");
    expect(await onPage.inputValue("input[name=adults]")).toBe("many");
    expect(await onPage.inputValue("input[name=children]")).toBe("6,x");
    expect(await onPage.inputValue("input[name=when]")).toBe("soon");
    expect(await onPage.isChecked("input[value=cat]")).toBe(true);
    expect(await onPage.isChecked("input[name=wheelchair]")).toBe(true);
    expect(await onPage.locator(".problem").count()).toBe(3);

    await onPage.fill("input[name=adults]", "2");
    await onPage.fill("input[name=children]", "6, 9");
    await onPage.fill("input[name=when]", "5:30 pm");
    await onPage.click("button.main");
    expect(await onPage.locator(".card").count()).toBeGreaterThan(0);
    expect(await onPage.locator(".asked > summary").innerText()).toContain("children 6 and 9");
    await opened.close();
  });

  it("shows strange words as words", async () => {
    const opened = await page();
    const strange = `<img src=x onerror="document.title='gotcha'">`;
    await opened.page.goto(
      `${app.url}/?where=${encodeURIComponent(strange)}&adults=${encodeURIComponent(strange)}`,
    );
    expect(await opened.page.inputValue("input[name=where]")).toBe(strange);
    expect(await opened.page.title()).not.toBe("gotcha");
    expect(await opened.page.locator("img").count()).toBe(0);
    await opened.close();
  });
});

describe("the language", () => {
  it("is the browser's own at first, and stays what one chose", async () => {
    const opened = await page({ lang: "es" });
    const { page: onPage } = opened;
    await onPage.goto(app.url);
    expect(await onPage.getAttribute("html", "lang")).toBe("es");

    await onPage.getByRole("link", { name: "English" }).click();
    expect(await onPage.getAttribute("html", "lang")).toBe("en");
    await onPage.fill("input[name=where]", "7th & Minnesota");
    await onPage.click("button.main");
    expect(await onPage.getAttribute("html", "lang")).toBe("en");
    await onPage.locator(".card h3 a").first().click();
    expect(await onPage.getAttribute("html", "lang")).toBe("en");
    await opened.close();
  });

  it("can be changed with the question kept", async () => {
    const opened = await page({ script: false });
    await opened.page.goto(`${app.url}/?${FAMILY}`);
    const names = () => opened.page.locator(".card h3 a").allInnerTexts();
    const before = await names();
    await opened.page.getByRole("link", { name: "Español" }).click();
    expect(await opened.page.getAttribute("html", "lang")).toBe("es");
    expect(await names()).toEqual(before);
    await opened.close();
  });
});

describe("from the list to a place and back", () => {
  it("the way there is told leg by leg for the same family, and Back is the same list", async () => {
    const opened = await page({ script: false });
    await opened.page.goto(`${app.url}/?${FAMILY}`);
    const card = opened.page.locator(".card:has(.leave)").first();
    const name = await card.locator("h3 a").innerText();
    const leave = await card.locator(".leave b").innerText();
    await card.locator("h3 a").click();
    expect(await opened.page.locator("h1").innerText()).toContain(name);
    expect(await opened.page.locator("main").innerText()).toContain(leave.replace(/^Leave /, ""));
    await opened.page.locator(".back a").click();
    expect(await opened.page.locator(".card h3 a").allInnerTexts()).toContain(name);
    await opened.close();
  });
});

describe("leaving", () => {
  it.each([true, false])(
    "one tap leads away, script %s, and every earlier address is empty then",
    async (script) => {
      const opened = await page({ script, whole: true });
      await opened.context.route("https://www.weather.gov/**", (route) => route.fulfill({ body: "Weather" }));
      const answer = `${app.url}/?${FAMILY}`;
      await opened.page.goto(answer);
      await opened.page.locator("[data-exit]").click();
      await opened.page.waitForURL("https://www.weather.gov/**");
      for (const earlier of [answer, await addressOf(app, `PLACE?${FAMILY}`)]) {
        await opened.page.goto(earlier);
        expect(await opened.page.locator(".card, .steps, address").count()).toBe(0);
        expect(await opened.page.inputValue("input[name=where]")).toBe("");
      }
      await opened.page.fill("input[name=where]", "7th & Minnesota");
      await opened.page.click("button.main");
      expect(await opened.page.locator(".card").count()).toBeGreaterThan(0);
      await opened.close();
    },
  );
});

// The last one: it breaks the app's database.
describe("when something on our side breaks", () => {
  it.each(["/", `/?${FAMILY}`, "/places/1"])(
    "%s is a page with a number to call, in both languages",
    async (path) => {
      await app.database.owner`alter table regions rename to regions_gone`;
      try {
        // What was read last is good for three seconds.
        const status = async () => (await fetch(app.url + path)).status;
        await expect.poll(status, { timeout: 10_000, interval: 250 }).toBe(500);
        for (const lang of ["en", "es"] as const) {
          const opened = await page({ lang, script: false });
          const response = await opened.page.goto(app.url + path);
          expect(response?.status()).toBe(500);
          expect(await opened.page.getAttribute("html", "lang")).toBe(lang);
          expect(await opened.page.locator('a[href="tel:211"]').count()).toBeGreaterThan(0);
          expect(await opened.page.locator("body").innerText()).not.toMatch(/regions|Error|undefined/);
          expect(await opened.barriers()).toEqual([]);
          await opened.close();
        }
      } finally {
        await app.database.owner`alter table regions_gone rename to regions`;
      }
    },
  );
});
