import type { Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { report } from "~/data/reports.server";
import { page } from "../support/browser";
import { seedStaff } from "../support/seeds";
import { boardsOf, free, row, saved, SMALL, takePicture, tap, unsent } from "./boards";
import { withCookie } from "./tablets";
import { addressOf, warmstop } from "./warmstop";

const app = warmstop();
const { onBoard, reportsOf } = boardsOf(app);

describe("without a network", () => {
  it("taps are shown, said to wait, kept in order over a closed tab, and sent once it is back", async () => {
    const { page: on, context, board, poolId, close } = await onBoard();
    const before = (await reportsOf(poolId)).length;
    await context.setOffline(true);
    await tap(on, "less");
    await tap(on, "less");
    await tap(on, "less");
    await expect.poll(() => free(on)).toBe("12");
    await expect.poll(() => unsent(on)).toContain("Not sent yet");
    await takePicture(on, "offline");
    await on.close();
    await context.setOffline(false);
    // Held back at first, so that the tab that opens says what it still has.
    await context.route("**/count.json", (route) => route.abort());
    const again = await context.newPage();
    await again.goto(board);
    await expect.poll(() => unsent(again)).toContain("Not sent yet");
    expect(await free(again)).toBe("12");
    await context.unroute("**/count.json");
    await expect.poll(() => unsent(again), { timeout: 15_000 }).toBe("");
    expect((await reportsOf(poolId)).slice(before)).toEqual([6, 7, 8]);
    expect(await saved(again)).toMatch(/^Saved .*Ana$/);
    await close();
  }, 60_000);

  it("what was said then stands at its own time, not at the time it was sent", async () => {
    const { page: on, context, poolId, close } = await onBoard();
    await context.setOffline(true);
    await tap(on, "less");
    await expect.poll(() => unsent(on)).toContain("Not sent yet");
    await on.waitForTimeout(3_000);
    await context.setOffline(false);
    await expect.poll(() => unsent(on), { timeout: 15_000 }).toBe("");
    const [{ late }] = await app.database.owner<[{ late: number }]>`
      select extract(epoch from received_at - said_at)::float8 as late
      from reports where pool_id = ${poolId} order by report_id desc limit 1`;
    expect(late).toBeGreaterThan(2.5);
    await close();
  }, 60_000);

  it("a change that somebody else made since is asked about, with what was said here; no is no, yes is yes", async () => {
    for (const answer of ["Keep it as it is now", "Save 6 taken"]) {
      const { page: on, context, poolId, placeId, close } = await onBoard();
      await context.setOffline(true);
      await tap(on, "less");
      await expect.poll(() => unsent(on)).toContain("Not sent yet");
      const ben = await seedStaff(app.database.owner, placeId, { name: "Ben" });
      await report({ key: crypto.randomUUID(), token: ben.token, poolId, occupied: 9 });
      await context.setOffline(false);
      await expect
        .poll(() => unsent(on), { timeout: 15_000 })
        .toContain("now 9 are taken. You wanted 6 taken");
      await takePicture(on, "conflict");
      expect((await reportsOf(poolId)).at(-1)).toBe(9);
      await on.getByRole("button", { name: answer }).click();
      await expect.poll(() => unsent(on)).toBe("");
      const taken = answer === "Save 6 taken" ? 6 : 9;
      await expect.poll(() => free(on)).toBe(String(20 - taken));
      expect((await reportsOf(poolId)).at(-1)).toBe(taken);
      await close();
    }
  }, 60_000);
});

it.each([
  ["is lost after it was saved", "lost"],
  ["is a fault of the server at first", "fault"],
  ["comes slowly, while the page is loaded anew", "slow"],
])(
  "an answer that %s leads to one effect",
  async (_what, how) => {
    const { page: on, context, poolId, close } = await onBoard();
    const before = (await reportsOf(poolId)).length;
    let times = 0;
    await context.route("**/count.json", async (route) => {
      if (times++ > 0) return route.continue();
      if (how === "fault") return route.fulfill({ status: 503, body: "{}" });
      await route.fetch();
      if (how === "slow") await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.abort().catch(() => {});
    });
    await tap(on, "less");
    if (how === "slow") {
      await expect.poll(() => times).toBe(1);
      await on.reload();
    }
    await expect.poll(() => unsent(on), { timeout: 20_000 }).toBe("");
    expect((await reportsOf(poolId)).slice(before)).toEqual([6]);
    await expect.poll(() => free(on)).toBe("14");
    await close();
  },
  60_000,
);

it("two tabs with the same queue send it once", async () => {
  const { page: on, context, board, poolId, close } = await onBoard();
  const before = (await reportsOf(poolId)).length;
  const other = await context.newPage();
  await other.goto(board);
  await context.setOffline(true);
  await tap(on, "less");
  await tap(on, "less");
  await context.setOffline(false);
  await expect.poll(() => unsent(on), { timeout: 20_000 }).toBe("");
  await expect.poll(() => free(other)).toBe("13");
  expect((await reportsOf(poolId)).slice(before)).toEqual([6, 7]);
  await close();
}, 60_000);

it("full is asked about once, beside the row; a question left open is there when the board is opened again", async () => {
  const { page: on, poolId, close } = await onBoard();
  await tap(on, "full");
  await expect.poll(() => unsent(on)).toContain("after this, none are free");
  await takePicture(on, "question");
  await on.reload();
  await expect.poll(() => unsent(on)).toContain("after this, none are free");
  await on.getByRole("button", { name: "Yes, save it" }).click();
  await expect.poll(() => unsent(on)).toBe("");
  expect(await free(on)).toBe("0");
  expect((await reportsOf(poolId)).at(-1)).toBe(20);
  await row(on).getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => free(on)).toBe("15");
  await close();
}, 60_000);

it("every form of an open board counts for itself: a tap is taken back, and then said exactly", async () => {
  const { page: on, poolId, close } = await onBoard();
  const before = (await reportsOf(poolId)).length;
  await tap(on, "less");
  await expect.poll(() => free(on)).toBe("14");
  await row(on).getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => free(on)).toBe("15");
  await row(on).locator("summary").first().click();
  await row(on).locator("form.exact input[name=occupied]").fill("7");
  await row(on).getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => free(on)).toBe("13");
  await expect.poll(() => unsent(on)).toBe("");
  expect((await reportsOf(poolId)).slice(before)).toEqual([6, 5, 7]);
  await close();
}, 60_000);

it("a tap that waits behind a lost answer is asked about where somebody spoke in between, and never dropped", async () => {
  const { page: on, context, placeId, poolId, close } = await onBoard();
  const ben = await seedStaff(app.database.owner, placeId, { name: "Ben" });
  let tappedTwice = () => {};
  const both = new Promise<void>((resolve) => (tappedTwice = resolve));
  const lost = async (route: Route) => {
    await route.fetch();
    await both;
    await report({ key: crypto.randomUUID(), token: ben.token, poolId, occupied: 9 });
    await route.abort();
  };
  await context.route("**/count.json", lost, { times: 1 });
  await tap(on, "less");
  await tap(on, "less");
  tappedTwice();
  await expect.poll(() => unsent(on), { timeout: 15_000 }).toContain("now 9 are taken. You wanted 7 taken");
  await close();
}, 60_000);

it("who was signed out is told, and what they said waits for them, not for another", async () => {
  const { page: on, context, board, placeId, poolId, token, close } = await onBoard();
  await context.setOffline(true);
  await tap(on, "less");
  await app.database
    .owner`update sessions set ended_at = clock_timestamp() where token_sha256 = sha256(convert_to(${token}, 'UTF8'))`;
  await context.setOffline(false);
  await on.getByText("You were signed out").waitFor();
  await takePicture(on, "signed-out");
  const before = (await reportsOf(poolId)).length;

  const ben = await seedStaff(app.database.owner, placeId, { name: "Ben" });
  await withCookie(app, { context }, "__Host-staff", ben.token);
  await on.goto(board);
  await on.getByText("Another person's changes wait").waitFor();
  expect(await free(on)).toBe("15");
  expect((await reportsOf(poolId)).length).toBe(before);

  const [{ again }] = await app.database.owner<[{ again: string }]>`
    insert into sessions (person_id, token_sha256)
    select person_id, sha256('ana again') from sessions
      where token_sha256 = sha256(convert_to(${token}, 'UTF8'))
    returning 'ana again' as again`;
  await withCookie(app, { context }, "__Host-staff", encodeURIComponent(again).replace("%20", " "));
  await on.goto(board);
  await expect.poll(async () => (await reportsOf(poolId)).length, { timeout: 15_000 }).toBe(before + 1);
  await close();
}, 60_000);

describe("an open board", () => {
  it("shows what others say within two seconds, and leaves a number that is being typed alone", async () => {
    const { page: on, placeId, poolId, close } = await onBoard();
    const ben = await seedStaff(app.database.owner, placeId, { name: "Ben" });
    await on.waitForTimeout(500);
    await row(on).locator("summary").first().click();
    const field = row(on).locator("form.exact input[name=occupied]");
    await field.fill("7");
    const since = Date.now();
    await report({ key: crypto.randomUUID(), token: ben.token, poolId, occupied: 3 });
    await expect.poll(() => free(on)).toBe("17");
    expect(Date.now() - since).toBeLessThan(2_000);
    expect(await field.inputValue()).toBe("7");
    expect(await row(on).locator("[data-part=changed]").innerText()).toMatch(/^Ben changed it to 3 taken, /);
    await takePicture(on, "changed");
    await row(on).getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => unsent(on)).toContain("now 3 are taken. You wanted 7 taken");
    await close();
  }, 60_000);

  it("hears of a hold, and is told when its person's session is over", async () => {
    const { page: on, poolId, token, close } = await onBoard();
    await on.waitForTimeout(500);
    await app.database.owner`
      insert into holds (hold_id, pool_id, units, confirmed, until, taken_at, party)
      values (gen_random_uuid(), ${poolId}, 1, false, clock_timestamp() + interval '10 minutes', clock_timestamp(),
        '{"adults": 1, "childAges": [], "pets": [], "wheelchair": false, "together": false}')`;
    await expect.poll(() => free(on)).toBe("14");
    await expect.poll(() => on.locator(".asks b").innerText()).toBe("1");
    // A hold is no other count: the tap needs no question.
    await tap(on, "less");
    await expect.poll(() => free(on)).toBe("13");
    await expect.poll(() => unsent(on)).toBe("");
    await app.database.owner`update holds set until = clock_timestamp() where pool_id = ${poolId}`;
    await app.database.owner`update people set disabled_at = clock_timestamp() where person_id = (
      select person_id from sessions where token_sha256 = sha256(convert_to(${token}, 'UTF8')))`;
    await on.getByText("You were signed out").waitFor({ timeout: 15_000 });
    await close();
  }, 60_000);
});

it("two taps at most and three seconds at most on Slow 4G save a count, and a seeker's open page has it two seconds later", async () => {
  const { page: on, placeId, close } = await onBoard({ slow4g: true });
  await app.database.owner`update schedules set opens = 0, closes = 0 where place_id = ${placeId}`;
  const seeker = await page(SMALL);
  await seeker.page.goto(await addressOf(app, "PLACE"));
  await seeker.page.waitForTimeout(1_000);
  const before = await saved(on);
  const since = Date.now();
  await tap(on, "less");
  await expect.poll(async () => (await saved(on)) !== before && (await unsent(on)) === "").toBe(true);
  const took = Date.now() - since;
  expect(took).toBeLessThan(3_000);
  await expect.poll(() => seeker.page.locator(".count b").first().innerText()).toContain("14 rooms free");
  const seen = Date.now() - since;
  expect(seen - took).toBeLessThan(2_000);
  await seeker.close();
  await close();
}, 60_000);
