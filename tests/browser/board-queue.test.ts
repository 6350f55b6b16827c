/** What is said on a board while something else is still under way: taps in a row, questions, another night, a dead line. */
import { expect, it } from "vitest";
import { openTonight, report } from "~/data/reports.server";
import { seedStaff, tonight } from "../support/seeds";
import { boardsOf, free, row, tap, unsent } from "./boards";
import { warmstop } from "./warmstop";

const app = warmstop();
const { onBoard, reportsOf } = boardsOf(app);

it("a word for tonight that was a slip is corrected at once, offline or not, and nobody is said to have changed it", async () => {
  for (const isOffline of [true, false]) {
    const { page: on, context, placeId, close } = await onBoard();
    const words = async () =>
      (
        await app.database.owner<{ isOpen: boolean }[]>`
        select is_open from openings where place_id = ${placeId} order by opening_id`
      ).map(({ isOpen }) => isOpen);
    const before = (await words()).length;
    await context.setOffline(isOffline);
    await on.getByRole("button", { name: "Open tonight" }).click();
    await on.getByRole("button", { name: "Not tonight" }).click();
    await context.setOffline(false);
    await expect.poll(async () => (await words()).slice(before), { timeout: 15_000 }).toEqual([true, false]);
    await expect.poll(() => on.locator("[data-row=tonight] .unsent").innerText()).toBe("");
    expect(await on.getByRole("button", { name: "Not tonight" }).getAttribute("aria-pressed")).toBe("true");
    await close();
  }
}, 60_000);

it("taps in a row that meet another's change are asked about once, by the last", async () => {
  const { page: on, context, poolId, placeId, close } = await onBoard();
  await context.setOffline(true);
  for (let times = 0; times < 3; times++) await tap(on, "less");
  await expect.poll(() => unsent(on)).toContain("Keep this page open");
  const ben = await seedStaff(app.database.owner, placeId, { name: "Ben" });
  await report({ key: crypto.randomUUID(), token: ben.token, poolId, occupied: 9 });
  await context.setOffline(false);
  await expect.poll(() => unsent(on), { timeout: 15_000 }).toContain("now 9 are taken. You wanted 8 taken");
  await on.getByRole("button", { name: "Save 8 taken" }).click();
  await expect.poll(() => unsent(on)).toBe("");
  expect((await reportsOf(poolId)).slice(-2)).toEqual([9, 8]);
  await close();
}, 60_000);

it("an answer that comes late takes back nothing that others have said since", async () => {
  const { page: on, placeId, close } = await onBoard();
  const ben = await seedStaff(app.database.owner, placeId, { name: "Ben" });
  const isPressed = (name: string) => on.getByRole("button", { name }).getAttribute("aria-pressed");
  const benSays = async (open: boolean) => {
    await openTonight({ key: crypto.randomUUID(), token: ben.token, placeId, night: tonight(), open });
    await expect.poll(() => isPressed(open ? "Open tonight" : "Not tonight")).toBe("true");
  };
  await benSays(false);
  let letCome = () => {};
  const mayCome = new Promise<void>((resolve) => (letCome = resolve));
  const isSaved = new Promise<void>((resolve) => {
    void on.route("**/count.json", async (route) => {
      const response = await route.fetch();
      resolve();
      await mayCome;
      await route.fulfill({ response });
    });
  });
  await tap(on, "less");
  await isSaved;
  await benSays(true);
  letCome();
  await expect.poll(() => unsent(on)).toBe("");
  expect(await isPressed("Open tonight")).toBe("true");
  await close();
}, 60_000);

it("a page that still has something to send asks before it is left, and one that has nothing does not", async () => {
  const { page: on, context, close } = await onBoard();
  let asked = 0;
  on.on("dialog", (dialog) => {
    if (dialog.type() === "beforeunload") asked++;
    void dialog.accept();
  });
  await on.reload();
  await tap(on, "less");
  await expect.poll(() => free(on)).toBe("14");
  await expect.poll(() => unsent(on)).toBe("");
  await on.reload();
  expect(asked).toBe(0);
  await context.setOffline(true);
  await tap(on, "less");
  await expect.poll(() => unsent(on)).toContain("Keep this page open");
  await on.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(1);
  await close();
}, 60_000);

it("who taps on beside a question has answered it with no", async () => {
  const { page: on, poolId, close } = await onBoard();
  const before = (await reportsOf(poolId)).length;
  await tap(on, "full");
  await expect.poll(() => unsent(on)).toContain("after this, none are free");
  await tap(on, "less");
  await expect.poll(async () => (await reportsOf(poolId)).slice(before)).toEqual([6]);
  await expect.poll(() => unsent(on)).toBe("");
  expect(await free(on)).toBe("14");
  await close();
}, 60_000);

it("what can no longer be taken back is not offered again when the row is painted anew", async () => {
  const { page: on, close } = await onBoard();
  await tap(on, "less");
  const undo = row(on).getByRole("button", { name: /^Undo/ });
  await undo.waitFor();
  const later = () =>
    on.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 31_000;
      document.dispatchEvent(new Event("visibilitychange"));
    });
  await later();
  await expect.poll(() => undo.isVisible()).toBe(false);
  await close();
}, 60_000);

it("on a board whose person is signed out nothing is said in their name: the plain form asks who it is", async () => {
  const { page: on, token, poolId, close } = await onBoard();
  const before = (await reportsOf(poolId)).length;
  await app.database.owner`
    update sessions set ended_at = clock_timestamp() where token_sha256 = sha256(convert_to(${token}, 'UTF8'))`;
  await on.getByText("You were signed out").waitFor();
  await tap(on, "less");
  await on.waitForURL(/sign-in/);
  expect(await on.evaluate(() => JSON.stringify(localStorage))).not.toContain("occupied");
  expect((await reportsOf(poolId)).length).toBe(before);
  await close();
}, 60_000);

it("what is no number is told, and stays as it was typed", async () => {
  const { page: on, poolId, close } = await onBoard();
  const before = (await reportsOf(poolId)).length;
  await row(on).locator("summary").first().click();
  for (const typed of ["many", "-1", "99999999"]) {
    const field = row(on).locator("form.exact input[name=occupied]");
    await field.fill(typed);
    await row(on).getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => unsent(on)).toContain(`"${typed}" is not a number`);
    expect(await field.inputValue()).toBe(typed);
  }
  await row(on).locator("form.exact input[name=occupied]").fill("8");
  await row(on).getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(async () => (await reportsOf(poolId)).slice(before)).toEqual([8]);
  await expect.poll(() => unsent(on)).toBe("");
  await close();
}, 60_000);

it("who signs in again in another window finds the board as it was, without loading it anew", async () => {
  const { page: on, token, poolId, close } = await onBoard();
  const session = (ended: boolean) => app.database.owner`
    update sessions set ended_at = ${ended ? new Date() : null}
    where token_sha256 = sha256(convert_to(${token}, 'UTF8'))`;
  await session(true);
  await on.getByText("You were signed out").waitFor();
  await session(false);
  await on.evaluate(() => dispatchEvent(new Event("focus")));
  await on.getByText("You were signed out").waitFor({ state: "hidden" });
  const before = (await reportsOf(poolId)).length;
  await tap(on, "less");
  await expect.poll(async () => (await reportsOf(poolId)).slice(before)).toEqual([6]);
  await close();
}, 60_000);

it("a board that hears nothing says that it may be old, and no longer once it hears again", async () => {
  const { page: on, context, close } = await onBoard();
  await context.route("**/live?*", (route) => route.abort());
  await on.reload();
  await on.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 40_000;
  });
  const says = () => on.locator("[data-board] > .unsent").innerText();
  await expect.poll(says, { timeout: 15_000 }).toContain("We hear nothing from our server.");
  await context.unroute("**/live?*");
  await expect.poll(says, { timeout: 60_000 }).toBe("");
  await close();
}, 90_000);
