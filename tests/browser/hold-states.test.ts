/** Every state in which a family, or staff, may meet a hold: in both languages, on a phone and on a wide screen. */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { holdWords } from "~/text/hold";
import { page } from "../support/browser";
import { takeHold, wanted } from "../support/holds";
import { countPool, seedStaff } from "../support/seeds";
import { expectUsable } from "./measures";
import { addressOf, warmstop } from "./warmstop";

const app = warmstop(() => ({ OUTBOX: "on" }));
// A walk away: by bus one would come at some hours later than a hold can stand.
const NOW = "where=22nd+%26+Parallel&adults=2&children=6,9";
const PICTURES = join(tmpdir(), "warmstop-pages");
let placeId: number;
let poolId: number;

beforeAll(async () => {
  process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
  mkdirSync(PICTURES, { recursive: true });
  placeId = Number(new URL(await addressOf(app, "PLACE")).pathname.split("/").at(-1));
  const { owner } = app.database;
  await owner`update schedules set opens = 0, closes = 0 where place_id = ${placeId}`;
  [{ poolId }] = await owner<[{ poolId: number }]>`
    update pools set capacity = 40, occupied = 5
    where pool_id = (select min(pool_id) from pools where place_id = ${placeId})
    returning pool_id`;
});

type Opened = Awaited<ReturnType<typeof page>>;

/** It has no barrier, fits, can be tapped, speaks of a person to call; and is left as a picture where one is wanted. */
async function look(opened: Opened, what: string, lang: string): Promise<void> {
  const { page: onPage } = opened;
  expect(await onPage.getAttribute("html", "lang"), what).toBe(lang);
  await expectUsable(opened, what);
  const { width } = onPage.viewportSize()!;
  if (process.env.WARMSTOP_PICTURES)
    await onPage.screenshot({
      path: join(PICTURES, `hold ${what} ${width} ${lang}.png`.replaceAll(" ", "-")),
      fullPage: true,
    });
}

const main = (opened: Opened) => opened.page.locator("main").innerText();
const send = async (opened: Opened) => {
  await formThere(opened);
  await opened.page.locator("main button.main").click();
};

/** What a test writes into the tables itself nobody hears of: a page tells of it three seconds later at most. */
async function formThere({ page: onPage }: Opened): Promise<void> {
  const button = onPage.locator("main button.main");
  const count = async () => {
    if ((await button.count()) === 0) await onPage.reload();
    return button.count();
  };
  await expect.poll(count, { timeout: 10_000, interval: 500 }).toBeGreaterThan(0);
}

/** The hold of a contact, as time or staff would leave it. */
async function become(contact: string, state: string, confirmed: boolean): Promise<void> {
  await app.database.owner`
    update holds
    set state = ${state}, confirmed = ${confirmed}, arrives_at = clock_timestamp() - interval '5 minutes',
        closed_at = case when ${state}::text <> 'held' then clock_timestamp() end,
        until = clock_timestamp() + case when ${state}::text = 'held' then 1 else -1 end * interval '50 minutes',
        decline_reason = case when ${state}::text = 'declined' then 'The heating broke.' end
    where contact = ${contact}`;
}

async function codeInOutbox(contact: string): Promise<string> {
  const mails = async () => (await fetch(`${app.url}/outbox`)).text();
  await expect.poll(mails).toContain(contact);
  const all = await mails();
  return /\d{3} \d{3}/.exec(all.slice(all.indexOf(contact) - 400))![0];
}

const SIZES = [
  ["a phone without script", { width: 360, height: 740, script: false }],
  ["a wide screen", { width: 1280, height: 800, mobile: false }],
] as const;
const LANGUAGES = ["en", "es"] as const;

describe.each(SIZES)("on %s", (_device, size) => {
  it.each(LANGUAGES)(
    "a family's mail address makes its request a hold, and each end of a hold is said, in %s",
    async (lang) => {
      const opened = await page({ ...size, lang });
      const contact = `ana-${randomUUID().slice(0, 8)}@example.org`;
      const { page: onPage } = opened;
      await onPage.goto(await addressOf(app, `PLACE/hold?${NOW}`, lang));
      await formThere(opened);
      await look(opened, "asked", lang);
      await onPage.fill("input[name=contact]", contact);
      await send(opened);
      await onPage.waitForURL(/\/hold\/mail-code/);
      await look(opened, "code by mail", lang);
      for (const part of contact.split("@")) expect(onPage.url()).not.toContain(part);
      await onPage.fill("input[name=code]", "000 000");
      await send(opened);
      await onPage.locator(".mend").waitFor();
      await look(opened, "code that is another", lang);
      await onPage.locator('main a[href^="/hold?"]').click();
      await onPage.waitForURL(/\/hold\?/);
      await look(opened, "request", lang);
      await onPage.locator('main a[href^="/hold/mail?"]').click();
      await look(opened, "mail address", lang);
      await onPage.goto(await addressOf(app, `/hold/mail-code?${NOW}`, lang));
      await onPage.fill("input[name=code]", await codeInOutbox(contact));
      await send(opened);
      await onPage.waitForURL(/late=confirmed/);
      await look(opened, "confirmed by mail", lang);
      expect(await onPage.locator(".code-words li").count()).toBe(5);

      const said = new Set<string>();
      for (const [what, state, confirmed] of [
        ["unanswered", "expired", false],
        ["lapsed", "expired", true],
        ["declined", "declined", true],
        ["given back", "cancelled", true],
        ["arrived", "arrived", true],
        ["not seen to come", "no-show", true],
      ] as const) {
        await become(contact, state, confirmed);
        await onPage.goto(await addressOf(app, `/hold?${NOW}`, lang));
        await look(opened, what, lang);
        expect(await onPage.locator('a[href="tel:211"]').count()).toBeGreaterThan(0);
        said.add(await onPage.locator("h1").innerText());
      }
      expect(said.size).toBe(6);
      await become(contact, "arrived", true);
      await onPage.goto(await addressOf(app, `PLACE/hold?${NOW}`, lang));
      expect(await onPage.inputValue("input[name=contact]")).toBe(contact);
      await look(opened, "asked with a shown address", lang);
      expect(opened.strangers(app.url)).toEqual([]);
      expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      expect(app.log()).not.toContain(contact);
      await opened.close();
    },
    300_000,
  );

  it.each(LANGUAGES)(
    "what cannot be held leads on, in %s",
    async (lang) => {
      const { owner } = app.database;
      const opened = await page({ ...size, lang });
      const { page: onPage } = opened;
      const question = await addressOf(app, `PLACE/hold?${NOW}`, lang);
      const doubt = async () => owner`
        insert into door_reports (place_id, word, voice)
        values (${placeId}, 'full', sha256('a')), (${placeId}, 'full', sha256('b'))`;

      await onPage.goto(question);
      await doubt();
      await send(opened);
      await look(opened, "call first", lang);
      expect(await onPage.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0);
      await countPool(owner, poolId);

      await onPage.goto(question);
      await owner`
        insert into holds (hold_id, pool_id, units, confirmed, until, taken_at)
        values (gen_random_uuid(), ${poolId}, 9, false, clock_timestamp() + interval '15 minutes', clock_timestamp())`;
      await send(opened);
      await look(opened, "others wait too", lang);
      expect(await onPage.locator('main a[href^="/hold/mail?"]').count()).toBe(1);
      await owner`update holds set state = 'cancelled', closed_at = clock_timestamp() where state = 'held'`;

      await onPage.goto(question);
      // Whatever address the browser comes from here, its share is used up.
      await send(opened);
      await onPage.waitForURL(/\/hold\?/);
      await owner`
        with here as (select address_hash from hold_requests order by at desc limit 1),
          before as (
            insert into holds (hold_id, pool_id, units, state, confirmed, until, taken_at, closed_at)
            select gen_random_uuid(), ${poolId}, 1, 'expired', false, clock_timestamp(),
              clock_timestamp() - interval '15 minutes', clock_timestamp()
            from generate_series(1, 30)
            returning hold_id
          )
        insert into hold_requests (hold_id, address_hash)
        select hold_id, address_hash from before, here`;
      await owner`update holds set state = 'cancelled', closed_at = clock_timestamp() where state = 'held'`;
      await onPage.goto(question);
      await send(opened);
      await look(opened, "many from here", lang);
      expect(await onPage.locator('main a[href^="/hold/mail?"]').count()).toBe(1);
      await owner`delete from hold_requests`;
      // Nobody's inbox shows them any more.
      await owner`
        update holds
        set taken_at = taken_at - interval '13 hours', until = until - interval '13 hours',
            closed_at = closed_at - interval '13 hours'
        where device_hash is null`;

      const shut = await addressOf(app, `PLACE/hold?${NOW}`, lang);
      // Longer than a hold stands, sooner than the count is no promise any more.
      const later = new Date(Date.now() + 200 * 60_000);
      const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "America/Chicago" });
      await onPage.goto(`${shut}&when=${encodeURIComponent(clock.format(later))}`);
      await look(opened, "too early", lang);
      expect(await onPage.locator("h1").innerText()).toBe(holdWords[lang].not["arrives-too-late"][0]);
      expect(await onPage.locator("main form").count()).toBe(0);
      expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await opened.close();
    },
    300_000,
  );

  it.each(LANGUAGES)(
    "staff take back a slip from board and inbox, and read what half an hour came to, in %s",
    async (lang) => {
      const { owner } = app.database;
      await owner`update holds set state = 'cancelled', closed_at = clock_timestamp() where state = 'held'`;
      await countPool(owner, poolId);
      const { token } = await seedStaff(owner, placeId);
      const opened = await page({ ...size, lang });
      const { page: onPage } = opened;
      await opened.context.addCookies([
        { name: "__Host-staff", value: token, url: app.url.replace("http:", "https:"), secure: true },
      ]);
      const board = `${app.url}/staff/places/${placeId}`;
      const hold = wanted(poolId);
      expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
      const card = () => onPage.locator(`article[aria-labelledby=hold-${hold.holdId}]`);
      const tap = (step: string) => card().locator(`form[action$=${step}] button`).click();
      const occupied = async () => {
        const [row] = await owner`select occupied from pools where pool_id = ${poolId}`;
        return row!.occupied as number;
      };
      const before = await occupied();

      await onPage.goto(`${board}/holds?lang=${lang}`);
      await tap("arrived");
      await onPage.locator(".box[role=status]").waitFor();
      expect(await occupied()).toBe(before + 1);
      await onPage.goto(board);
      await look(opened, "board after an arrival", lang);
      await onPage.locator("form[action$=not-in] button").click();
      await onPage.waitForURL(/saved=/);
      await look(opened, "slip taken back", lang);
      expect(await occupied()).toBe(before);
      // The count that went back with its hold is not taken back without it.
      await onPage.goto(board);
      expect(await onPage.locator("form[action$=not-in]").count()).toBe(0);

      await onPage.goto(`${board}/holds`);
      await tap("arrived");
      await onPage.locator(".box[role=status]").waitFor();
      await countPool(owner, poolId);
      await onPage.goto(`${board}/holds`);
      await tap("not-in");
      await onPage.waitForURL(/note=counted-since/);
      await look(opened, "slip after a count", lang);
      expect(await occupied()).toBe(before + 1);

      await owner`
        update holds set until = clock_timestamp() + interval '160 minutes' where hold_id = ${hold.holdId}`;
      await onPage.goto(`${board}/holds`);
      await tap("more-time");
      await onPage.waitForURL(/note=most/);
      await look(opened, "most that can be held", lang);
      await onPage.goto(`${board}/holds`);
      await tap("more-time");
      await onPage.locator(".problem").waitFor();
      await look(opened, "no more time", lang);
      // At a full hour it has no minutes.
      expect(await main(opened)).toMatch(/\d\s[ap]m|midnight|medianoche|noon|mediodía/);
      expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await opened.close();
    },
    300_000,
  );
});
