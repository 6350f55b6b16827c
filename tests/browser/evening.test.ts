/** The letter's evening and the weeks after it, by plain forms: a family's phone, two coordinators' and a member's laptops. */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settleAsk } from "~/data/desk.server";
import { addStep, answerCheckIn } from "~/data/home-search.server";
import { acceptPledge, askPayout, notePaid, pledgeTo } from "~/data/pledges.server";
import { beginStay, endStay } from "~/data/stays.server";
import { openedAskCookie } from "~/http/own-ask.server";
import type { OpenPage } from "../support/browser";
import { page } from "../support/browser";
import { runScript } from "../support/command";
import { seedMember } from "../support/groups";
import { daysFromNow, seedStay } from "../support/stays";
import { desksOf, SMALL } from "./desks";
import { expectUsable } from "./measures";
import { addressOf, FAMILY, warmstop } from "./warmstop";

const app = warmstop();
const desks = desksOf(app);
const LAPTOP = { width: 1280, height: 800, mobile: false, script: false };
const VENDOR = "Quiet Harbor Inn";
const WORDS = "canary: too cold for my kiddos";

// For people to look at: WARMSTOP_PICTURES=1 leaves one of every page beside the project.
const PICTURES = join(tmpdir(), "warmstop-evening");
let pictures = 0;

/** No barrier, nothing too wide or too small to tap. */
async function look(opened: OpenPage, what: string, lang: string): Promise<void> {
  if (process.env.WARMSTOP_PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    const file = `${lang}-${String(++pictures).padStart(2, "0")}-${what.replaceAll(" ", "-")}.png`;
    await opened.page.screenshot({ path: join(PICTURES, file), fullPage: true, scale: "css" });
  }
  await expectUsable(opened, what);
}

async function unfold({ page: on }: OpenPage, within: string): Promise<void> {
  const details = on.locator(`details:has(${within})`).first();
  if (!(await details.getAttribute("open").then((open) => open !== null)))
    await details.locator("summary").first().click();
}

const main = ({ page: on }: OpenPage) => on.locator("main").innerText();

describe.each(["en", "es"] as const)("the evening, in %s", (lang) => {
  it("zero, an ask, a place and its way, paid nights, how it goes, longer, a home, and nothing left of whose it was", async () => {
    const { owner } = app.database;
    // The other language's evening asked another group.
    await owner`update groups set state = 'closed'`;
    const group = await desks.open();
    const maya = await seedMember(owner, group.groupId);
    await owner`update pools set occupied = capacity`;
    const family = await page({ lang, script: false });
    const [rosa, luis, member] = [
      await desks.signedIn(group.rosa, { ...LAPTOP, lang }),
      await desks.signedIn(group.luis, { ...LAPTOP, lang }),
      await desks.signedIn(maya, { ...LAPTOP, lang }),
    ];
    const at = (path: string) => addressOf(app, `/group/${group.groupId}${path}`, lang);
    const phone = family.page;
    for (const { page: on } of [family, rosa, luis, member]) on.setDefaultTimeout(10_000);

    // Nothing is open: one tap leads to the ask, filled in.
    await phone.goto(await addressOf(app, `/?${FAMILY}&map=0`, lang));
    await phone.locator('.list > .actions a[href^="/ask/new"]').click();
    await phone.locator("input[value=sleep]").check();
    await phone.fill("[name=words]", WORDS);
    await phone.fill("[name=contact]", "913-555-0142");
    await phone.locator("form[data-ask] button.main").click();
    await phone.waitForURL(/\/ask$/);
    const code = await phone.locator(".code-words li").allInnerTexts();
    expect(code).toHaveLength(5);

    // Rosa takes it, and tells of a place that is worth a call.
    await rosa.on.goto(await at("/desk"));
    await rosa.on.locator(".line a").first().click();
    await rosa.on.locator("form[action$=claim] button").click();
    await rosa.on.waitForURL(/done=claim/);
    await owner`update pools set occupied = 0 where household = 'families'`;
    await rosa.on.reload();
    expect(await rosa.on.locator("#places").innerText()).toMatch(/\d+:\d\d/);
    await unfold(rosa, "form[action$=say]");
    await rosa.on.locator("#places form[action$=say] button").first().click();
    await rosa.on.locator("#talk [role=status]").waitFor();

    // Nights in a motel. What cannot be is said, and nothing typed is lost.
    await rosa.on.locator('a[href$="/stay"]').click();
    await rosa.on.fill("[name=vendor]", VENDOR);
    await rosa.on.fill("[name=phone]", "913-555-0177");
    await rosa.on.fill("[name=address]", "12 Harbor St, Kansas City, Kansas");
    await rosa.on.fill("[name=nights]", "7");
    await rosa.on.fill("[name=night]", "-80");
    await rosa.on.locator("main button.main").click();
    await rosa.on.locator("#night-problem").waitFor();
    await look(rosa, "nights to be planned", lang);
    expect(await rosa.on.inputValue("[name=vendor]")).toBe(VENDOR);
    await rosa.on.fill("[name=night]", "$80");
    await rosa.on.locator("main button.main").click();
    await rosa.on.waitForURL(/\/stays\/[0-9a-f-]{36}$/);
    const stayAt = new URL(rosa.on.url()).pathname.replace(/^\/group\/\d+/, "");
    await look(rosa, "a stay without promises", lang);

    // Maya promises all of it; where to pay she reads after a yes alone.
    await member.on.goto(await at("/fund"));
    expect(await main(member)).toContain("$560");
    await member.on.fill("input[name=amount]", "560");
    await member.on.locator("main button.main").click();
    await member.on.locator(".problem").first().waitFor();
    expect(await member.on.inputValue("input[name=amount]")).toBe("560");
    await look(member, "a promise without a way", lang);
    await member.on.locator("input[value=vendor]").check();
    await member.on.locator("main button.main").click();
    await member.on.locator("main [role=status]").waitFor();
    expect(await member.on.content()).not.toContain(VENDOR);
    await look(member, "a promise that waits", lang);
    await rosa.on.goto(await at(stayAt));
    await look(rosa, "a stay with a promise", lang);
    await rosa.on.locator("form[action$=accept] button").click();
    await member.on.reload();
    expect(await main(member)).toContain(VENDOR);
    await look(member, "a promise to be paid", lang);
    await unfold(rosa, "form[action$=paid]");
    await rosa.on.fill("form[action$=paid] [name=receipt]", "R-17");
    await rosa.on.locator("form[action$=paid] button").click();
    await rosa.on.locator("#money [role=status]").waitFor();

    // The family reads where, and is asked how it goes once they are there.
    await phone.goto(await addressOf(app, "/ask", lang));
    expect(await main(family)).toContain("12 Harbor St");
    await look(family, "where they stay", lang);
    await rosa.on.locator("form[action$=begin] button").click();
    await rosa.on.waitForURL(/done=begin/);
    await phone.reload();
    await look(family, "how it goes", lang);
    await phone.locator("button[value=all-right]").click();
    await phone.locator("#stay-told").waitFor();
    await look(family, "they are all right", lang);
    await rosa.on.goto(await at("/stays"));
    await look(rosa, "the stays", lang);
    await rosa.on.locator(".line a").first().click();

    // Longer; the next step for a home; handed over.
    await unfold(rosa, "form[action$=move]");
    await rosa.on.fill("[name=day]", daysFromNow(9));
    await rosa.on.locator("form[action$=move] button").click();
    await rosa.on.waitForURL(/done=move/);
    const stay = rosa.on.url();
    await rosa.on.locator('a[href$="/search"]').click();
    await look(rosa, "the search begins", lang);
    await rosa.on.fill("[name=words]", "KCKHA, 1124 N 9th, with Luis");
    await rosa.on.fill("[name=due]", daysFromNow(3));
    await rosa.on.locator("form[action$=step] button").click();
    await rosa.on.waitForURL(/done=step/);
    await look(rosa, "the search", lang);
    await rosa.on.goto(stay);
    await unfold(rosa, "form[action$=hand]");
    await rosa.on.selectOption("[name=to]", String(group.luis.personId));
    await rosa.on.locator("form[action$=hand] button").click();
    await rosa.on.waitForURL(/done=hand/);
    await phone.goto(await addressOf(app, "/ask", lang));
    expect(await main(family)).toMatch(/KCKHA/);
    expect(await main(family)).toMatch(/Luis/);
    await look(family, "longer and the search", lang);

    // Done, a home, over. The letter says who paid, and nothing of the family.
    await luis.on.goto(await at(stayAt));
    await luis.on.locator('a[href$="/search"]').click();
    await unfold(luis, "form[action$=done]");
    await luis.on.fill("[name=result]", "They got it.");
    await luis.on.locator("form[action$=done] button").click();
    await luis.on.waitForURL(/done=done/);
    await unfold(luis, "form[action$=settle]");
    await luis.on.locator("button[value=has-a-home]").click();
    await luis.on.waitForURL(/done=settle/);
    await look(luis, "a home", lang);
    await luis.on.goto(await at(stayAt));
    await unfold(luis, "form[action$=end]");
    await luis.on.locator("button[value=ended-early]").click();
    await luis.on.waitForURL(/done=end/);
    const folded = luis.on.locator("main details:not([open]) > summary");
    while ((await folded.count()) > 0) await folded.first().click();
    await look(luis, "a stay that is over", lang);
    await luis.on.locator('a[href$="/letter"]').click();
    const letter = await main(luis);
    expect(letter).toContain("R-17");
    expect(letter).toMatch(/Nights planned|Noches previstas/);
    for (const secret of [WORDS, "7th", "Maya", "913-555-0142"]) expect(letter).not.toContain(secret);
    await look(luis, "the letter", lang);
    await luis.on.emulateMedia({ media: "print" });
    expect(await luis.on.locator("header").isVisible()).toBe(false);
    await look(luis, "the letter on paper", lang);

    // Three days after it is over nobody can say whose it was; the books stay.
    await phone.goto(await addressOf(app, "/ask", lang));
    await look(family, "the stay is over", lang);
    await unfold(family, "button[value=helped]");
    await phone.locator("button[value=helped]").click();
    await owner`update asks set closed_at = clock_timestamp() - interval '73 hours' where closed_at is not null`;
    // The server may be at it itself.
    const forget = async () => (await runScript("forget", [], app.database.ownerUrl)).out;
    await expect.poll(forget, { timeout: 30_000 }).toMatch(/^Asks .*: 1$/m);
    await phone.goto(await addressOf(app, "/ask", lang));
    expect(
      (await phone.locator("input[name=code]").count()) +
        (await phone.locator('a[href^="/ask/code"]').count()),
    ).toBeGreaterThan(0);
    expect(await main(family)).not.toContain(VENDOR);
    await rosa.on.goto(await at(stayAt));
    expect(await main(rosa)).toContain(VENDOR);
    expect(await main(rosa)).not.toContain("KCKHA");
    const [left] = await owner<[{ whose: string }]>`
      select concat_ws(' ', ask_id, (select string_agg(asks::text, ' ') from asks where group_id = ${group.groupId}),
        (select string_agg(ask_messages::text, ' ') from ask_messages)) as whose
      from stays where group_id = ${group.groupId}`;
    for (const secret of [WORDS, "913-555-0142", "KCKHA"]) expect(left.whose).not.toContain(secret);
    for (const opened of [family, rosa, luis, member]) {
      // A form that is asked for again is answered so.
      expect(opened.complaints.filter((line) => !line.includes("status of 400"))).toEqual([]);
      expect(opened.strangers(app.url)).toEqual([]);
      await opened.close();
    }
  }, 300_000);
});

it.each(["en", "es"] as const)(
  "every odd state on a phone of 320 px, in %s",
  async (lang) => {
    const group = await desks.open();
    const [as, maya] = [
      () => ({ key: randomUUID(), token: group.rosa.token }),
      await seedMember(app.database.owner, group.groupId),
    ];
    const urgent = await seedStay(group, {
      vendor: `Sample Inn ${"W".repeat(100)}`,
      vendorAddress: "12 Harbor St ".repeat(20),
      leavesOn: daysFromNow(1),
    });
    await beginStay({ ...as(), stayId: urgent.stayId });
    await answerCheckIn({ key: randomUUID(), ...urgent, answer: "want-out" });
    const words = "x".repeat(600);
    await addStep({ ...as(), askId: urgent.askId, kind: "call", words, dueOn: daysFromNow(-2) });
    for (const way of ["vendor", "group"] as const) {
      const pledge = { key: randomUUID(), token: maya.token, stayId: urgent.stayId, cents: 9_999_999, way };
      const { pledgeId } = (await pledgeTo(pledge)) as { pledgeId: string };
      await acceptPledge({ ...as(), pledgeId });
      await notePaid({ ...as(), pledgeId, cents: 125_050, receipt: "R".repeat(60) });
    }
    await askPayout({ ...as(), stayId: urgent.stayId, cents: 100_000, receipt: "R-18" });
    const late = await seedStay(group);
    await app.database.owner`
    update stays set arrives_on = current_date - 9, leaves_on = current_date - 2 where stay_id = ${late.stayId}`;
    const over = await seedStay(group);
    await endStay({ ...as(), stayId: over.stayId, as: "called-off" });
    await settleAsk({ ...as(), askId: over.askId, as: "elsewhere", of: null });

    const none = await desks.open();
    const [rosa, luis, member, other] = [
      await desks.signedIn(group.rosa, { lang }),
      await desks.signedIn(group.luis, { lang, dark: true }),
      await desks.signedIn(maya, { lang }),
      await desks.signedIn(none.rosa, { lang }),
    ];
    const visit = async (opened: OpenPage, path: string, of = group) => {
      await opened.page.goto(await addressOf(app, `/group/${of.groupId}${path}`, lang));
      await look(opened, `odd ${path.replaceAll(/[0-9a-f-]{36}/g, "").replaceAll("/", " ")}`, lang);
    };
    await visit(rosa, "/stays");
    for (const { stayId } of [urgent, late, over]) await visit(luis, `/stays/${stayId}`);
    for (const { askId } of [urgent, over]) await visit(luis, `/asks/${askId}/search`);
    for (const { stayId } of [urgent, over]) await visit(rosa, `/stays/${stayId}/letter`);
    for (const { askId } of [urgent, over]) await visit(rosa, `/asks/${askId}/stay`);
    await visit(member, "/fund");
    for (const path of ["/stays", "/fund"]) await visit(other, path, none);

    const family = await page({ ...SMALL, lang, dark: true });
    const [name, value] = openedAskCookie(urgent.askId).split(";")[0]!.split(/=(.*)/);
    const url = app.url.replace("http:", "https:");
    await family.context.addCookies([{ name: name!, value: value!, url, secure: true }]);
    await family.page.goto(await addressOf(app, "/ask", lang));
    expect(await family.page.locator("main .box .caution").count()).toBe(1);
    await look(family, "odd own stay", lang);
    for (const opened of [rosa, luis, member, other, family]) await opened.close();
  },
  180_000,
);
