import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { bring, drivesOf, startDrive } from "~/data/drives.server";
import { makeOffer, myOffers } from "~/data/offers.server";
import type { OfferWords } from "~/domain/offer";
import { comeAlong, planRound, roundsOf } from "~/data/rounds.server";
import { seedAsk } from "../support/asks";
import { page } from "../support/browser";
import { seedMember, type Seeded, type SeededGroup } from "../support/groups";
import { COATS, RIDE } from "../support/offers";
import { desksOf, SMALL } from "./desks";
import { expectUsable, smallTargets, sum, weigh } from "./measures";
import { addressOf, FAMILY, warmstop } from "./warmstop";

const app = warmstop();
const desks = desksOf(app);

// For people to look at: WARMSTOP_PICTURES=1 leaves one of every page beside the project.
async function takePicture(on: Page, name: string): Promise<void> {
  if (!process.env.WARMSTOP_PICTURES) return;
  const path = join(tmpdir(), "warmstop-pages", `offers-${name.replaceAll(" ", "-")}.png`);
  await on.screenshot({ path, fullPage: true, scale: "css" });
}

const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

/** A group that offers, gathers, visits and has helped. */
async function busyGroup(group: SeededGroup): Promise<{ maya: Seeded; askId: string; offerId: string }> {
  const { owner } = app.database;
  const { groupId, rosa } = group;
  const maya = await seedMember(owner, groupId);
  const by = ({ token }: Seeded) => ({ key: randomUUID(), token, groupId });
  const evenings = { ...RIDE, words: "W".repeat(300), days: [1, 3, 5], fromMinutes: 1080, untilMinutes: 120 };
  const nights: OfferWords = {
    ...COATS,
    kind: "nights",
    helps: ["sleep"],
    words: "Two nights",
    amountCents: 12_000,
  };
  for (const said of [COATS, evenings, nights])
    await makeOffer({ ...by(maya), said: { ...said, zips: ["66101", "66102"] } });
  const askId = await seedAsk(groupId, { kinds: ["clothes", "ride", "unsure"], area: "66101" });
  const needs = [
    { what: "coats, size 6", wanted: 12 },
    { what: "x".repeat(120), wanted: 1000 },
  ];
  const drive = {
    name: "Coats for this winter",
    words: "New or clean.",
    dropOff: "Hall B, Sundays",
    until: soon,
    needs,
  };
  await startDrive({ ...by(rosa), said: drive });
  const [{ needs: [coats] } = { needs: [] }] = (await drivesOf(rosa.token, groupId))!;
  await bring({ ...by(maya), needId: coats!.needId, n: 2 });
  const visit = { name: "Wednesday visit", onDay: soon, fromMinutes: 1080, words: "Take soup and socks." };
  await planRound({ ...by(rosa), said: visit, place: "Under the bridge at 7th" });
  const [round] = (await roundsOf(rosa.token, groupId))!;
  await comeAlong({ ...by(maya), roundId: round!.roundId, comes: true });
  // Whoever came before has taken the one place to call.
  await owner`delete from call_leases`;
  await helpedBefore(group);
  const [offer] = (await myOffers(maya.token, groupId))!;
  return { maya, askId, offerId: offer!.offerId };
}

/** A month as it is kept. */
async function helpedBefore({ groupId }: SeededGroup): Promise<void> {
  const { owner } = app.database;
  await owner`update groups set begun_at = begun_at - interval '70 days' where group_id = ${groupId}`;
  await owner`
    insert into empty_searches (region_id, month, household, area, hour, n)
    select region_id, date_trunc('month', clock_timestamp() - interval '60 days'), household, area, hour, 7
    from groups,
      (values ('families', '661', 18), ('families', '661', 23), ('adults', '641', 6)) as searched (household, area, hour)
    where group_id = ${groupId}
    on conflict do nothing`;
  await owner`select count_months()`;
  const [{ countId }] = await owner<[{ countId: number }]>`
    select min(count_id) as count_id from counted_months where group_id = ${groupId}`;
  await owner`
    insert into counts (count_id, what, part, folded, n)
    values
      (${countId}, 'asks', '', '{}', 23), (${countId}, 'kind', 'sleep', '{phone,bill,talk}', 17),
      (${countId}, 'kind', 'clothes', '{}', 6), (${countId}, 'answered', 'half-hour', '{never}', 18),
      (${countId}, 'answered', 'four-hours', '{}', 5), (${countId}, 'helped', '', '{}', 9),
      (${countId}, 'people', 'adults', '{}', 11), (${countId}, 'people', 'children', '{}', 14),
      (${countId}, 'stays', '', '{}', 5), (${countId}, 'nights', '', '{}', 31)`;
}

it.each([
  ["a small phone without script, in English", "en", { ...SMALL, script: false }],
  ["a wide dark screen, in Spanish", "es", { width: 1280, height: 800, mobile: false, dark: true }],
] as const)(
  "no page of offers, calls, drives or counts has a barrier on %s",
  async (device, lang, size) => {
    const group = await desks.open();
    const { maya, askId, offerId } = await busyGroup(group);
    const here = `${app.url}/group/${group.groupId}`;
    const looksAt = async (who: Seeded, pages: Record<string, string>) => {
      const { on, barriers, complaints, strangers, close } = await desks.signedIn(who, { ...size, lang });
      for (const [name, path] of Object.entries(pages)) {
        await on.goto(`${here}/${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
        // What cannot be read as a form comes back with what to do.
        if (name.startsWith("new")) await on.locator("form button.main").click();
        // Whoever takes one is led to it.
        if (name === "a call") await on.getByRole("button", { name: "(sample)" }).first().click();
        for (const summary of await on.locator("summary").all()) await summary.click();
        const what = `${name} on ${device}`;
        expect(await on.getAttribute("html", "lang"), what).toBe(lang);
        await expectUsable({ page: on, barriers }, what);
        await takePicture(on, what);
      }
      expect(strangers(app.url)).toEqual([]);
      expect(complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await close();
    };
    await looksAt(maya, {
      offers: "offers",
      "new ride": "offers/new?kind=ride",
      "an offer": `offers/${offerId}`,
      calls: "calls",
      "a call": "calls",
      drives: "drives",
      helped: "helped",
    });
    await looksAt(group.rosa, {
      "all offers": "offers/all",
      "drives of a coordinator": "drives",
      "new drive": "drives/new",
      "new round": "drives/round",
      "an ask": `asks/${askId}`,
    });
  },
  120_000,
);

it("a way that no bus helps with names the neighbors, and the first view still weighs at most 14 KB", async () => {
  const group = await desks.open();
  const { token } = await seedMember(app.database.owner, group.groupId);
  await makeOffer({ key: randomUUID(), token, groupId: group.groupId, said: { ...RIDE, zips: [] } });
  for (const lang of ["en", "es"] as const) {
    const opened = await page({ lang });
    const { page: on } = opened;
    // After the last bus of the sample.
    const address = await addressOf(app, `/?${FAMILY.replace("17:30", "23:58")}`, lang);
    const bytes = await weigh(on, () => on.goto(address, { waitUntil: "networkidle" }));
    const scripts = [...bytes].filter(([url]) => url.endsWith(".js")).reduce((all, [, one]) => all + one, 0);
    expect(sum(bytes) - scripts, lang).toBeLessThanOrEqual(14 * 1024);
    expect(await smallTargets(on)).toEqual([]);
    await takePicture(on, `rides on the find page ${lang}`);
    const card = on.locator(".card").filter({ has: on.locator('a[href^="/ask/new"]') });
    await card.last().locator("h3 a").click();
    await takePicture(on, `a ride on a place's page ${lang}`);
    expect([await opened.barriers(), await smallTargets(on)]).toEqual([[], []]);
    await on.locator('#way a[href^="/ask/new"]').click();
    expect(await on.locator("input[name=kinds][value=ride]").isChecked()).toBe(true);
    expect(await on.locator("input[name=children]").inputValue()).toBe("6,9");
    await opened.close();
  }
});
