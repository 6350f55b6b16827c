/** The board's plain forms, without script, and the board with all that can stand on it. */
import { describe, expect, it } from "vitest";
import { report } from "~/data/reports.server";
import { boardsOf, free, row, SMALL, takePicture, tap, unsent } from "./boards";
import { expectUsable, overhang, smallTargets } from "./measures";
import { addressOf, warmstop } from "./warmstop";

const app = warmstop();
const { onBoard, reportsOf } = boardsOf(app);

it("extra mats for the night are said by plain forms, read by seekers, and taken back; and so is a note", async () => {
  const { page: on, context, barriers, board, poolId, close } = await onBoard({ script: false });
  const seeker = await context.newPage();
  const asSeeker = async (lang = "en") => {
    await seeker.goto(await addressOf(app, "PLACE", lang));
    return seeker.locator("main").innerText();
  };
  await row(on).getByText("Extra for tonight").click();
  await row(on).locator("input[name=extra]").fill("8");
  await row(on).locator("input[name=until]").fill("soon");
  await row(on).getByRole("button", { name: "Save extra" }).click();
  await on.getByText('"soon" is not a time we can read').waitFor();
  expect(await on.inputValue("input[name=extra]")).toBe("8");
  expect(await on.inputValue("input[name=until]")).toBe("soon");
  await on.fill("input[name=until]", "8 am");
  await on.getByRole("button", { name: "Save extra" }).click();
  await on.waitForURL(/places\/\d+$/);
  expect(await row(on).innerText()).toMatch(/5 of 28 taken, 8 extra until \d/);
  expect(await asSeeker()).toMatch(/8 extra rooms tonight, until \d/);
  await row(on).getByRole("button", { name: "Undo: back to 0 extra" }).click();
  await expect.poll(() => row(on).innerText()).toContain("5 of 20 taken.");
  expect((await reportsOf(poolId)).slice(-2)).toEqual([5, 5]);

  await row(on).getByText("Set the numbers").click();
  await row(on).locator("form.exact input[name=occupied]").fill("seven");
  await row(on).locator("form.exact input[name=outOfService]").fill("2");
  await row(on).getByRole("button", { name: "Save", exact: true }).click();
  await on.getByText('"seven" is not a number of beds').waitFor();
  expect(await on.inputValue("input[name=occupied]")).toBe("seven");
  expect(await on.inputValue("input[name=outOfService]")).toBe("2");
  expect(await barriers()).toEqual([]);
  expect([...(await overhang(on)), ...(await smallTargets(on))]).toEqual([]);
  await on.fill("input[name=occupied]", "7");
  await on.getByRole("button", { name: "Save", exact: true }).click();
  await on.waitForURL(/places\/\d+$/);
  expect(await free(on)).toBe("11");
  await row(on).getByText("Set the numbers").click();
  await row(on).locator("form.exact input[name=outOfService]").fill("0");
  await row(on).getByRole("button", { name: "Save", exact: true }).click();
  await on.waitForURL(/places\/\d+$/);

  await on.getByRole("link", { name: "Write or change the note" }).click();
  await on.fill("textarea[name=es]", "x".repeat(301));
  await on.getByRole("button", { name: "Save the note" }).click();
  await on.getByText("has 301 letters").waitFor();
  expect(await on.inputValue("textarea[name=es]")).toHaveLength(301);
  await on.fill("textarea[name=es]", "Toque <b>el timbre</b>.");
  await on.getByRole("button", { name: "Save the note" }).click();
  await on.getByText("Español: Toque <b>el timbre</b>.").first().waitFor();
  expect(await asSeeker()).toContain("The place says: Toque <b>el timbre</b>.");
  expect(await seeker.locator('.place-note [lang="es"]').count()).toBe(1);
  expect(await asSeeker("es")).toContain("El lugar avisa: Toque <b>el timbre</b>.");
  // Both pages are one browser's, which keeps the language it read last.
  await asSeeker("en");
  await on.getByRole("button", { name: "Undo: as it was before" }).click();
  await on.getByText("No note now.").waitFor();
  expect(await asSeeker()).not.toContain("timbre");
  await on.goto(`${board}/log`);
  expect(await on.locator("main").innerText()).toContain("Ana: note for callers. Español: Toque");
  await close();
}, 60_000);

describe("with all that can stand on them", () => {
  it.each([
    ["320 px", "en", SMALL],
    ["320 px", "es", SMALL],
    ["a dark phone", "en", { width: 360, height: 740, dark: true }],
    ["a wide screen", "en", { width: 1280, height: 800, mobile: false }],
  ] as const)(
    "the board and its note have no barrier on %s, in %s",
    async (name, lang, size) => {
      const opened = await onBoard({ ...size, lang });
      const { page: on, board, barriers, context, placeId, poolId, token, complaints, close } = opened;
      const look = async (what: string) => {
        await expectUsable({ page: on, barriers }, what);
        await takePicture(on, `${what} ${name} ${lang}`.replaceAll(" ", "-"));
      };
      for (const summary of await row(on).locator("summary").all()) await summary.click();
      await look("board");
      await on.goto(`${board}/note`);
      await look("note");
      await on.fill("textarea[name=en]", "Ring the side door after 9 pm.");
      await on.locator("form button.main").click();
      await on.locator("form").nth(3).waitFor();
      await look("note saved");
      await on.goto(await addressOf(app, "PLACE", lang));
      await look("place");
      await on.goto(board);
      await context.setOffline(true);
      await tap(on, "less");
      await expect.poll(() => unsent(on)).not.toBe("");
      await look("unsent");
      await report({ key: crypto.randomUUID(), token, poolId, occupied: 2 });
      await context.setOffline(false);
      await row(on).locator(".unsent button").first().waitFor({ timeout: 15_000 });
      await look("asked");
      expect(complaints.filter((words) => !/Failed to load resource|ERR_INTERNET/.test(words))).toEqual([]);
      expect(placeId).toBeGreaterThan(0);
      await close();
    },
    90_000,
  );
});
