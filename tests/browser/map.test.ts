import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { page, type OpenPage } from "../support/browser";
import { startTileServer, type TileServer } from "../support/tile-server";
import { sum, weigh } from "./measures";
import { FAMILY, warmstop, type Warmstop } from "./warmstop";

const withoutTiles = warmstop();

const WIDE = { width: 1280, height: 800, mobile: false };
const PINS = ".map-pin, .map-cluster";

async function openMap({ url }: Warmstop, size: Parameters<typeof page>[0] = WIDE): Promise<OpenPage> {
  const opened = await page(size);
  await opened.page.goto(`${url}/?${FAMILY}&map=1&all=1`);
  await opened.page.locator(PINS).first().waitFor();
  return opened;
}

function labelsOf(onPage: Page): Promise<string[]> {
  return onPage.locator(PINS).evaluateAll((pins) => pins.map((pin) => pin.getAttribute("aria-label") ?? ""));
}

/** The numbers an element with this label stands for: its own, or those of all places in a cluster. */
function numbersIn(label: string): number[] {
  return label.includes("close together")
    ? [...label.matchAll(/(?:: |, | and )(\d+) /g)].map(([, number]) => Number(number))
    : [Number.parseInt(label, 10)];
}

function nameOnCard(onPage: Page, number: number): Promise<string> {
  return onPage.locator(`#p${number} h3 a`).innerText();
}

type Site = { lat: number; lon: number };

/** Where a place lies, and not its pin, which may have stepped aside: pixels to the nearest end of a ride or walk that is drawn. */
function pixelsFromWay(onPage: Page, number: number): Promise<number> {
  return onPage.evaluate((picked) => {
    const { origin, options } = JSON.parse(document.getElementById("map-data")!.textContent) as {
      origin: Site;
      options: { number: number; place: { site: Site } }[];
    };
    const siteOf = (wanted: number) => options.find((option) => option.number === wanted)!.place.site;
    const middleOf = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    const apart = (a: { x: number; y: number }, b: { x: number; y: number }) =>
      Math.hypot(a.x - b.x, a.y - b.y);
    const onPlane = ({ lat, lon }: Site) => ({
      x: lon / 360,
      y: -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
    });
    const [you, from] = [middleOf(document.querySelector("path.map-you")!), onPlane(origin)];
    const onScreen = (site: Site, zoom: number) => {
      const [to, world] = [onPlane(site), 256 * 2 ** zoom];
      return { x: you.x + (to.x - from.x) * world, y: you.y + (to.y - from.y) * world };
    };
    // The map does not tell how close it is: at its zoom more pins than at any other stand where their places lie.
    const pins = [...document.querySelectorAll(".map-pin")];
    const standing = (zoom: number) =>
      pins.filter((pin) => {
        const site = siteOf(Number.parseInt(pin.getAttribute("aria-label")!, 10));
        return apart(middleOf(pin), onScreen(site, zoom)) < 2;
      }).length;
    const zooms = [9, 10, 11, 12, 13, 14, 15, 16, 17].toSorted((a, b) => standing(b) - standing(a));
    const place = onScreen(siteOf(picked), zooms[0]!);
    const drawn = [...document.querySelectorAll<SVGPathElement>("path.map-way, path.map-walk")];
    const ends = drawn.flatMap((path) =>
      [...(path.getAttribute("d") ?? "").matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) =>
        new DOMPoint(Number(x), Number(y)).matrixTransform(path.getScreenCTM()!),
      ),
    );
    return Math.min(...ends.map((end) => apart(end, place)));
  }, number);
}

describe("the interactive map, without tiles", () => {
  it("shows every place of the list once, by its number, and nothing else", async () => {
    const opened = await openMap(withoutTiles);
    const onMap = (await labelsOf(opened.page)).flatMap(numbersIn).toSorted((a, b) => a - b);
    const onList = (
      await opened.page.locator(".card").evaluateAll((cards) => cards.map(({ id }) => Number(id.slice(1))))
    ).toSorted((a, b) => a - b);
    expect(onMap).toEqual(onList);
    await opened.close();
  });

  it("says in words what a pin is: its number, name, kind and whether it fits", async () => {
    const opened = await openMap(withoutTiles);
    for (const label of await labelsOf(opened.page)) {
      if (label.includes("close together")) continue;
      const name = await nameOnCard(opened.page, Number.parseInt(label, 10));
      expect(label).toMatch(/^\d+, .+, .+\. .+/);
      expect(label).toContain(`, ${name}, `);
    }
    await opened.close();
  });

  it("still shows the county, the bus lines with their numbers, and where one is, on paper", async () => {
    const opened = await openMap(withoutTiles);
    expect(await opened.page.locator("path.map-county").count()).toBe(1);
    expect(await opened.page.locator("path.map-bus").count()).toBe(4);
    expect(await opened.page.locator("path.map-you").count()).toBe(1);
    expect(await opened.page.locator(".map-label").allInnerTexts()).toContain("101");
    expect(opened.requests.filter((url) => url.includes("/tiles/"))).toEqual([]);
    await opened.close();
  });

  it("asks nobody but us, and comes without a complaint", async () => {
    const opened = await openMap(withoutTiles);
    await opened.page.waitForLoadState("networkidle");
    expect(opened.strangers(withoutTiles.url)).toEqual([]);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });

  it.each([
    ["a wide screen", WIDE],
    ["a phone", { width: 360, height: 740 }],
    ["a dark screen in Spanish", { ...WIDE, dark: true, lang: "es" as const }],
  ])("has no barrier on %s", async (_, size) => {
    const opened = await openMap(withoutTiles, size);
    expect(await opened.barriers()).toEqual([]);
    await opened.close();
  });

  it("takes the place of the drawn map without moving the list", async () => {
    const opened = await page({ width: 360, height: 740 });
    await opened.page.route("**/map.json*", async (route) => {
      await new Promise((later) => setTimeout(later, 1000));
      await route.continue();
    });
    await opened.page.goto(`${withoutTiles.url}/?${FAMILY}&map=1`);
    const before = await opened.page.locator(".card").first().boundingBox();
    expect(await opened.page.locator("svg.drawn").count()).toBe(1);
    await opened.page.locator(PINS).first().waitFor();
    expect((await opened.page.locator(".card").first().boundingBox())?.y).toBe(before?.y);
    expect(await opened.page.locator("svg.drawn").count()).toBe(0);
    await opened.close();
  });

  it.each([
    ["the lines cannot be had", "**/map.json*"],
    ["the map's program cannot be had", "**/interactive-map-*.js"],
  ])("leaves the drawn map when %s", async (_, what) => {
    const opened = await page(WIDE);
    await opened.page.route(what, (route) => route.abort());
    await opened.page.goto(`${withoutTiles.url}/?${FAMILY}&map=1`, { waitUntil: "networkidle" });
    expect(await opened.page.locator("svg.drawn").count()).toBe(1);
    expect(await opened.page.locator(".card").count()).toBeGreaterThan(0);
    await opened.close();
  });

  it("adds at most 150 KB compressed to the light page", async () => {
    const light = await page(WIDE);
    const lightBytes = await weigh(light.page, () =>
      light.page.goto(`${withoutTiles.url}/?${FAMILY}&map=0`, { waitUntil: "networkidle" }),
    );
    await light.close();
    const full = await page(WIDE);
    const fullBytes = await weigh(full.page, async () => {
      await full.page.goto(`${withoutTiles.url}/?${FAMILY}&map=1`, { waitUntil: "networkidle" });
      await full.page.locator(PINS).first().waitFor();
    });
    await full.close();
    const listed = [...fullBytes].map(([url, bytes]) => `${bytes} ${url}`).join("\n");
    expect(sum(fullBytes) - sum(lightBytes), listed).toBeLessThanOrEqual(150 * 1024);
  });
});

describe("by keyboard alone", () => {
  it("Tab goes through the pins in the order of the list", async () => {
    const opened = await openMap(withoutTiles);
    await opened.page.locator(".map-frame").focus();
    const labels = await labelsOf(opened.page);
    const visited: string[] = [];
    for (let at = 0; at < labels.length; at++) {
      await opened.page.keyboard.press("Tab");
      visited.push(
        await opened.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""),
      );
    }
    expect(visited).toEqual(labels);
    const firsts = visited.map((label) => numbersIn(label)[0] ?? 0);
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    await opened.close();
  });

  it("Enter picks a place and goes on at its card; the focus can be seen", async () => {
    const opened = await openMap(withoutTiles);
    const pin = opened.page.locator(".map-pin").nth(1);
    const number = Number.parseInt((await pin.getAttribute("aria-label")) ?? "", 10);
    await opened.page.locator(".map-frame").focus();
    while (!(await pin.evaluate((element) => element === document.activeElement)))
      await opened.page.keyboard.press("Tab");
    expect(await pin.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
    await opened.page.keyboard.press("Enter");
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe(`p${number}`);
    expect(await opened.page.locator(`#p${number}`).getAttribute("aria-current")).toBe("true");
    expect(await opened.page.locator(`.map-pin[aria-pressed="true"]`).getAttribute("aria-label")).toMatch(
      new RegExp(`^${number}, `),
    );
    await opened.close();
  });

  it("arrows and plus and minus move the map, and the page stays where it is", async () => {
    const opened = await openMap(withoutTiles);
    await opened.page.locator(".map-frame").focus();
    const you = () => opened.page.locator("path.map-you").boundingBox();
    const before = await you();
    await opened.page.keyboard.press("ArrowRight");
    expect(Math.round((before?.x ?? 0) - ((await you())?.x ?? 0))).toBe(120);
    await opened.page.keyboard.press("ArrowDown");
    expect(Math.round((before?.y ?? 0) - ((await you())?.y ?? 0))).toBe(120);
    expect(await opened.page.evaluate(() => window.scrollY)).toBe(0);
    const pins = await opened.page.locator(PINS).count();
    for (let at = 0; at < 6; at++) await opened.page.keyboard.press("-");
    expect(await opened.page.locator(PINS).count()).toBeLessThan(pins);
    for (let at = 0; at < 12; at++) await opened.page.keyboard.press("+");
    expect(await opened.page.locator(".map-cluster").count()).toBe(0);
    await opened.close();
  });

  it("the map can be skipped", async () => {
    const opened = await openMap(withoutTiles);
    await opened.page.locator(".map-skip").focus();
    await opened.page.keyboard.press("Enter");
    await opened.page.keyboard.press("Tab");
    const after = await opened.page.evaluate(() => document.activeElement?.closest(".map-panel") === null);
    expect(after).toBe(true);
    await opened.close();
  });
});

describe("with a pointer", () => {
  it("picking a place draws its way thick, and no other, names it, and marks its card", async () => {
    const opened = await openMap(withoutTiles);
    const withWay = await opened.page
      .locator(".card:has(.leave)")
      .evaluateAll((cards) => cards.map(({ id }) => Number(id.slice(1))));
    const picked: number[] = [];
    for (const number of withWay) {
      const pin = opened.page.locator(`.map-pin[aria-label^="${number}, "]`);
      if (picked.length === 4 || (await pin.count()) === 0) continue;
      // One that the last way pushed out of sight comes back with the focus.
      await pin.focus();
      await pin.click();
      expect(await opened.page.locator(".map-below [role=status] a").innerText()).toBe(
        `${number} ${await nameOnCard(opened.page, number)}`,
      );
      expect(await opened.page.locator(`#p${number}`).getAttribute("aria-current")).toBe("true");
      expect(await opened.page.locator("path.map-way").count()).toBe(1);
      expect(await pixelsFromWay(opened.page, number)).toBeLessThan(2);
      picked.push(number);
    }
    expect(picked.length).toBeGreaterThan(2);
    await opened.close();
  });

  it("a cluster falls apart when it is tapped", async () => {
    const opened = await openMap(withoutTiles, { width: 360, height: 740 });
    for (let at = 0; at < 3; at++) await opened.page.getByRole("button", { name: "Farther" }).click();
    const before = await opened.page.locator(PINS).count();
    await opened.page.locator(".map-cluster").first().click();
    expect(await opened.page.locator(PINS).count()).toBeGreaterThan(before);
    await opened.close();
  });

  it("offers to search again only after the map was moved, from the rounded middle, for the same family", async () => {
    const opened = await openMap(withoutTiles);
    const search = opened.page.getByRole("link", { name: "Search this area" });
    expect(await search.count()).toBe(0);
    const box = await opened.page.locator(".map-frame").boundingBox();
    const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + (box?.height ?? 0) - 60];
    await opened.page.mouse.move(x, y);
    await opened.page.mouse.down();
    await opened.page.mouse.move(x + 60, y - 40, { steps: 4 });
    await opened.page.mouse.up();
    const query = new URL((await search.getAttribute("href")) ?? "", withoutTiles.url).searchParams;
    expect(query.get("where")).toMatch(/^39\.\d{3},-94\.\d{3}$/);
    expect([query.get("adults"), query.get("children"), query.get("map")]).toEqual(["2", "6,9", "1"]);
    await search.click();
    await opened.page.locator(".card").first().waitFor();
    expect(opened.page.url()).toContain(`where=${encodeURIComponent(query.get("where") ?? "")}`);
    await opened.close();
  });

  it("moves by buttons alone: nothing needs dragging", async () => {
    const opened = await openMap(withoutTiles, { width: 360, height: 740 });
    const youInFrame = async () => {
      const [you, frame] = await Promise.all(
        ["path.map-you", ".map-frame"].map((what) => opened.page.locator(what).boundingBox()),
      );
      return (you?.y ?? 0) - (frame?.y ?? 0);
    };
    const before = await youInFrame();
    await opened.page.getByRole("button", { name: "Up", exact: true }).click();
    expect(await youInFrame()).toBeCloseTo(before + 120, 0);
    await opened.close();
  });
});

describe("with tiles", () => {
  let tiles: TileServer;
  beforeAll(async () => {
    tiles = await startTileServer();
  });
  afterAll(() => tiles.close());
  const withTiles = warmstop(() => ({
    TILES: "",
    TILES_URL: tiles.url,
    TILES_ATTRIBUTION: "© OpenStreetMap contributors",
  }));

  it("they come from our own origin, and whose they are is said", async () => {
    const opened = await openMap(withTiles);
    await opened.page.waitForLoadState("networkidle");
    await expect.poll(() => opened.page.locator("img.leaflet-tile-loaded").count()).toBeGreaterThan(3);
    expect(opened.strangers(withTiles.url)).toEqual([]);
    expect(opened.complaints).toEqual([]);
    expect(await opened.page.getByRole("link", { name: "© OpenStreetMap contributors" }).count()).toBe(1);
    expect(tiles.asked.length).toBeGreaterThan(3);
    expect(await opened.barriers()).toEqual([]);
    await opened.close();
  });

  it("the places stay on the map when the tiles go away", async () => {
    tiles.answer((_, response) => void response.writeHead(503).end());
    const opened = await openMap(withTiles);
    for (let at = 0; at < 3; at++) await opened.page.getByRole("button", { name: "Farther" }).click();
    await opened.page.waitForLoadState("networkidle");
    expect((await labelsOf(opened.page)).length).toBeGreaterThan(0);
    expect(opened.strangers(withTiles.url)).toEqual([]);
    await opened.close();
  });
});
