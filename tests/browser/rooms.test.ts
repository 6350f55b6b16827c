import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cellAt, cellsAround, replaceCells } from "~/data/cells.server";
import { askForLonger, handOverRoom } from "~/data/matches.server";
import { answerMatchCheckIn, tellMatch } from "~/data/own-match.server";
import { findRegion } from "~/data/regions.server";
import { reportRoom } from "~/data/vetting.server";
import { openedAskCookie } from "~/http/own-ask.server";
import { sayDate } from "~/text/say";
import { page, type OpenPage, type PageOptions } from "../support/browser";
import { seedGroup, seedMember, type Seeded, type SeededGroup } from "../support/groups";
import { agreed, inDays, minutesPass, type Paired, proposed, seedPair } from "../support/matches";
import { day, NEBRASKA, offerRoom, openRoom, vetRoom } from "../support/rooms";
import { overhang, smallTargets, sum, weigh } from "./measures";
import { addressOf, FAMILY, warmstop } from "./warmstop";

const app = warmstop();
let regionId: number;
let wyco: SeededGroup;
let host: Seeded;
let asked: Paired & { matchId: string };
let there: Paired & { matchId: string };
let longer: Paired & { matchId: string };
let soon: Paired & { matchId: string };
const rooms = { new: "", due: "", offered: "", reported: "" };

beforeAll(async () => {
  process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
  ({ regionId } = (await findRegion("kck-sample"))!);
  wyco = await seedGroup(app.database.owner, regionId);
  const of = { groupId: wyco.groupId, regionId };
  const member = (name: string) => seedMember(app.database.owner, wyco.groupId, { name });
  rooms.new = (await offerRoom(await member("Bartholomew Featherstonehaugh"), of)).roomId;
  host = await member("Hana");
  rooms.due = (await offerRoom(host, of)).roomId;
  await vetRoom(wyco.luis, rooms.due, regionId);
  rooms.offered = (
    await openRoom(await member("Omar"), wyco, regionId, { said: { kind: "whole-unit" } })
  ).roomId;
  rooms.reported = (await openRoom(await member("Nia"), wyco, regionId)).roomId;
  const because = "The door did not lock. The mother called at two in the morning.";
  await reportRoom({ key: randomUUID(), token: wyco.luis.token, roomId: rooms.reported, because });
  const [fine] = cellsAround(cellAt(NEBRASKA.at!));
  await replaceCells(app.database.owner, regionId, new Map([[fine!, 2_400]]));
  await seedMatches();
}, 120_000);

/** One family that is asked; one that is there, asked how it goes, and has said that something was not safe; one asked about more nights; one that is on its way. */
async function seedMatches(): Promise<void> {
  const { owner } = app.database;
  const pair = (name: string) =>
    seedPair(owner, wyco, regionId, {
      host: name,
      ask: { area: "7th & Minnesota" },
      said: { smoking: true },
    });
  const first = await pair("Ines");
  asked = { ...first, matchId: await proposed(first) };
  const second = await pair("Joao");
  const matchId = await agreed(second);
  there = { ...second, matchId };
  const tap = { key: randomUUID(), askId: second.askId, matchId };
  await answerMatchCheckIn({ ...tap, answer: "here" });
  const words = "Joao opens the door at 6 pm. The beds are made. Bring nothing.";
  await handOverRoom({ key: randomUUID(), token: wyco.rosa.token, matchId, words });
  await tellMatch({ ...tap, key: randomUUID(), words: "A stranger came in at night.", notSafe: true });
  await minutesPass(owner, matchId, 150);
  const third = await pair("Kofi");
  longer = { ...third, matchId: await agreed(third) };
  await answerMatchCheckIn({ ...longer, key: randomUUID(), answer: "here" });
  const fourth = await pair("Lea");
  soon = { ...fourth, matchId: await agreed(fourth) };
  await askForLonger({ ...longer, key: randomUUID(), token: wyco.rosa.token, until: inDays(6) });
}

type Who =
  | "rosa"
  | "luis"
  | "host"
  | "asked"
  | "asked host"
  | "there"
  | "there host"
  | "longer"
  | "longer host"
  | "soon"
  | "soon host";
const cookieOf = (who: Who): { name: string; value: string } => {
  const seeker = { asked, there, longer, soon }[who as string];
  if (seeker) {
    const [name, value] = openedAskCookie(seeker.askId).split(";")[0]!.split("=") as [string, string];
    return { name, value };
  }
  const seeded = {
    rosa: wyco.rosa,
    luis: wyco.luis,
    host,
    "asked host": asked.host,
    "there host": there.host,
    "longer host": longer.host,
    "soon host": soon.host,
  };
  return { name: "__Host-staff", value: seeded[who as keyof typeof seeded].token };
};

async function opened(who: Who, options: PageOptions): Promise<OpenPage> {
  const one = await page(options);
  await one.context.addCookies([{ ...cookieOf(who), url: app.url.replace("http:", "https:"), secure: true }]);
  return one;
}

async function picture(one: OpenPage, name: string): Promise<void> {
  if (!process.env.WARMSTOP_PICTURES) return;
  const path = join(tmpdir(), "warmstop-pages", `rooms-${name}.png`.replaceAll(/[ ']/g, "-"));
  await one.page.screenshot({ path, fullPage: true });
}

const of = (path: string) => () => `/group/${wyco.groupId}${path}`;
const PAGES: [name: string, path: () => string, who: Who][] = [
  ["a member who offers nothing yet", of("/rooms/mine"), "luis"],
  ["a host's own room", of("/rooms/mine"), "host"],
  ["the list", of("/rooms"), "rosa"],
  ["a room that waits for a yes", () => of(`/rooms/${rooms.due}`)(), "rosa"],
  ["a room that was reported", () => of(`/rooms/${rooms.reported}`)(), "rosa"],
  ["a host who is asked", of("/rooms/mine"), "asked host"],
  ["a host with a family", of("/rooms/mine"), "there host"],
  ["a host whose family is on its way", of("/rooms/mine"), "soon host"],
  ["a family on its way, for coordinators", () => of(`/matches/${soon.matchId}`)(), "rosa"],
  ["a room to go to", () => "/ask/room", "soon"],
  ["a host asked for more nights", of("/rooms/mine"), "longer host"],
  ["more nights for coordinators", () => of(`/matches/${longer.matchId}`)(), "rosa"],
  ["a room for more nights", () => "/ask/room", "longer"],
  ["rooms beside an ask", () => of(`/asks/${asked.askId}`)(), "rosa"],
  ["proposing a room", () => of(`/asks/${asked.askId}/rooms/${rooms.offered}`)(), "rosa"],
  ["a match for coordinators", () => of(`/matches/${there.matchId}`)(), "rosa"],
  ["an ask with a room", () => "/ask", "asked"],
  ["a room before the yes", () => "/ask/room", "asked"],
  ["a room for these nights", () => "/ask/room", "there"],
];

const PHONE: PageOptions = { width: 320, height: 640, mobile: true, lang: "en" };
const SPANISH: PageOptions = { width: 360, height: 740, mobile: true, lang: "es", dark: true };
const WIDE: PageOptions = { width: 1280, height: 800, mobile: false, lang: "en" };
// Every page at its narrowest; what families and hosts read in the other language and the dark, what stands in columns wide.
const LOOKS: [name: string, size: PageOptions, path: () => string, who: Who][] = [
  ...PAGES.map(([name, path, who]): (typeof LOOKS)[number] => [`${name}, on a phone`, PHONE, path, who]),
  ...PAGES.filter(([, , who]) => who !== "rosa" && who !== "luis").map(
    ([name, path, who]): (typeof LOOKS)[number] => [`${name}, in Spanish and the dark`, SPANISH, path, who],
  ),
  ...PAGES.filter(([name]) => name === "rooms beside an ask").map(
    ([name, path, who]): (typeof LOOKS)[number] => [`${name}, on a wide screen`, WIDE, path, who],
  ),
];

it.each(LOOKS)("%s, has no barrier, fits, can be tapped", async (name, size, path, who) => {
  const one = await opened(who, size);
  const response = await one.page.goto(`${app.url}${path()}?lang=${size.lang}`);
  expect(response?.status()).toBe(200);
  await picture(one, name);
  for (const summary of await one.page.locator("summary").all()) await summary.click();
  expect(await one.barriers()).toEqual([]);
  expect(await overhang(one.page)).toEqual([]);
  expect(await smallTargets(one.page)).toEqual([]);
  expect([one.strangers(app.url), one.complaints]).toEqual([[], []]);
  await one.close();
});

describe("an evening of rooms", () => {
  it("by plain forms: offered, vetted by two, proposed, two yeses, where it is, paused", async () => {
    const maya = await seedMember(app.database.owner, wyco.groupId, { name: "Maya" });
    host = maya;
    const plain = { script: false, width: 360, height: 740 };
    const [own, rosas, luises] = [
      await opened("host", plain),
      await opened("rosa", plain),
      await opened("luis", plain),
    ];
    const at = `${app.url}/group/${wyco.groupId}/rooms`;
    await own.page.goto(`${at}/mine`);
    await own.page.getByLabel("A whole home, with nobody else in it").check();
    await own.page.getByLabel("Its address").fill("400 Nebraska Ave");
    await own.page.getByLabel("The street corner or bus stop nearest").fill("7th & Minnesota");
    await own.page.getByRole("group", { name: "Do people smoke inside?" }).getByLabel("No").check();
    await own.page.getByRole("button", { name: "Offer this room" }).click();
    // What was left out is asked for; what was typed is still there.
    expect(await own.page.getByLabel("Its address").inputValue()).toBe("400 Nebraska Ave");
    await own.page.getByLabel("Adults, with you").fill("1");
    await own.page.getByRole("button", { name: "Offer this room" }).click();
    await own.page.getByText("Next: someone from the group asks to see your ID.").waitFor();

    const desk = rosas.page;
    await desk.goto(at);
    await desk.getByRole("link", { name: "Maya" }).click();
    const address = desk.url();
    const tap = (name: string) => desk.getByRole("button", { name }).click();
    await tap("I saw their ID");
    await tap("I talked to someone who knows them");
    await tap("I talked to someone who knows them");
    await desk.getByLabel("Day of the check").fill(day(-3));
    await desk.getByLabel("Good until").fill(day(200));
    await tap("The check came back clear");
    for (const box of await desk.getByRole("checkbox").all()) await box.check();
    await tap("I was there and saw all of this");
    await own.page.reload();
    await own.page.getByLabel("I say yes to these rules").check();
    await own.page.getByRole("button", { name: "I say yes to these rules" }).click();
    await desk.reload();
    await tap("I say yes to this room");
    await luises.page.goto(address);
    await luises.page.getByRole("button", { name: "I say yes to this room" }).click();
    await luises.page.getByText(/^On until/).waitFor();

    await desk.goto(`${app.url}/group/${wyco.groupId}/matches/${asked.matchId}`);
    await tap("Take it back");
    await desk.getByRole("link", { name: "To their ask" }).click();
    await desk.getByRole("link", { name: "Propose the room of Maya" }).click();
    await tap("Ask both sides");
    await desk.getByText("Waits for the host and the family").waitFor();
    await own.page.reload();
    await own.page.getByText("1 adult and 2 children.").waitFor();
    await own.page.getByRole("button", { name: "Yes, they may come" }).click();
    await own.page.getByText("You said yes. Now we wait").waitFor();
    const family = await opened("asked", plain);
    await family.page.goto(`${app.url}/ask`);
    await family.page.getByRole("link", { name: "See the room" }).first().click();
    expect(await family.page.content()).not.toContain("400 Nebraska Ave");
    await family.page.getByRole("button", { name: "Yes, we want to stay there" }).click();
    await family.page.getByText("400 Nebraska Ave").waitFor();
    await own.page.reload();
    await own.page.getByRole("button", { name: "Pause my room" }).click();
    await family.page.reload();
    await family.page.getByText("That room did not work out").waitFor();
    expect(await family.page.content()).not.toContain("400 Nebraska Ave");
    for (const one of [own, rosas, luises, family]) await one.close();
  }, 60_000);

  it("more nights, by plain forms: asked of both, two yeses, and a day that is none is asked for again", async () => {
    const plain = { script: false, width: 360, height: 740 };
    const [desk, home, family] = [
      await opened("rosa", plain),
      await opened("longer host", plain),
      await opened("longer", plain),
    ];
    const tap = (one: OpenPage, name: string) => one.page.getByRole("button", { name }).click();
    await desk.page.goto(`${app.url}/group/${wyco.groupId}/matches/${longer.matchId}`);
    await tap(desk, "Take this question back");
    await desk.page.getByLabel("New last day").fill(inDays(3));
    await tap(desk, "Ask both");
    await desk.page.getByText("Choose a day after their last day.").first().waitFor();
    expect(await desk.page.getByLabel("New last day").inputValue()).toBe(inDays(3));
    await desk.page.getByLabel("New last day").fill(inDays(8));
    await tap(desk, "Ask both");
    await desk.page.getByText("Waits for the host and the family").waitFor();

    await home.page.goto(`${app.url}/group/${wyco.groupId}/rooms/mine`);
    await tap(home, "Yes, until then");
    await home.page.getByText("You said yes. Now we wait").waitFor();
    await family.page.goto(`${app.url}/ask`);
    await family.page.getByRole("link", { name: "See where it is" }).click();
    await tap(family, "Yes, until then");
    await family.page.getByText("You both said yes. The new last day stands here.").waitFor();
    await desk.page.reload();
    expect(await desk.page.locator("main").innerText()).toContain(`until ${sayDate(inDays(8), "en")}`);
    for (const one of [desk, home, family]) await one.close();
  }, 60_000);

  it("the first view with an area of rooms still weighs at most 14 KB", async () => {
    const one = await page({ lang: "es" });
    const path = await addressOf(app, `/?${FAMILY}`, "es");
    const bytes = await weigh(one.page, () => one.page.goto(path, { waitUntil: "networkidle" }));
    const script = [...bytes]
      .filter(([url]) => url.endsWith(".js"))
      .reduce((total, [, size]) => total + size, 0);
    expect(await one.page.locator(".rooms").count()).toBe(1);
    expect(await one.page.locator("svg.drawn path.area").count()).toBe(1);
    expect(await one.barriers()).toEqual([]);
    expect(sum(bytes) - script, [...bytes].join("\n")).toBeLessThanOrEqual(14 * 1024);
    await one.close();
  });

  it("the map one can move draws the area, and no pin for it", async () => {
    const one = await page({ width: 1280, height: 800, mobile: false });
    await one.page.goto(await addressOf(app, `/?${FAMILY}&map=1`));
    await one.page.locator("path.map-area").waitFor({ state: "attached" });
    // Other places may have "room" in their name: what a pin is, it says after it.
    const pins = await one.page
      .locator(".map-pin")
      .evaluateAll((all) => all.map((pin) => pin.getAttribute("aria-label")));
    expect(pins.length).toBeGreaterThan(0);
    expect(pins.filter((words) => words?.includes("room in a home"))).toEqual([]);
    await one.close();
  });
});
