import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { findRegion, zipsIn } from "~/data/regions.server";
import { runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { tableSums } from "../support/table-sums";

const database = testDatabase();
const stLouis = ["--slug", "stl", "--name", "St. Louis", "--zone", "America/Chicago"];
const bounds = ["--bounds", "38.38,-90.75,38.95,-89.85"];

function region(...args: string[]) {
  return runScript("region", args, database.ownerUrl);
}

describe("npm run region", () => {
  it("makes a region with its ZIP codes, 2-1-1 and 911, and says so", async () => {
    const ran = await region(...stLouis, ...bounds);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/^Made the region stl: St. Louis, America\/Chicago/);
    const made = (await findRegion("stl"))!;
    expect(made.hotlines.map(({ phone }) => phone)).toEqual(["2-1-1", "911"]);
    expect(made).toMatchObject({ languages: ["en", "es"], isSample: false, fare: null });
    const zips = (await zipsIn(made.regionId)).map(({ name }) => name);
    expect(zips).toContain("63101");
    expect(zips).not.toContain("66101");
    expect(ran.out).toContain(`${zips.length} ZIP codes`);
  });

  it("changes the region of that slug, keeps what is not given, and moves its ZIP codes with its bounds", async () => {
    const fare = ["--fare-adult", "1.00", "--fare-child", "0.50", "--fare-as-of", "2026-06-01"];
    const line = ["--hotline", "transit|Metro|314-231-2345|es=Camiones Metro"];
    await region(...stLouis, ...bounds, ...fare, ...line);
    const narrow = ["--bounds", "38.6,-90.3,38.7,-90.15"];
    const ran = await region(...stLouis, ...narrow, "--language", "bs", "--language", "vi");
    expect(ran.out).toMatch(/^Changed the region stl/);
    const changed = (await findRegion("stl"))!;
    expect(changed.languages).toEqual(["en", "bs", "vi"]);
    expect(changed.fare).toEqual({ adultCents: 100, childCents: 50, note: null, asOf: "2026-06-01" });
    expect(changed.hotlines).toContainEqual({
      kind: "transit",
      name: { en: "Metro", es: "Camiones Metro" },
      phone: "314-231-2345",
      note: null,
    });
    const zips = await zipsIn(changed.regionId);
    expect(zips.length).toBeGreaterThan(5);
    expect(zips.every(({ lat, lon }) => lat >= 38.6 && lat <= 38.7 && lon >= -90.3 && lon <= -90.15)).toBe(
      true,
    );
  });

  it.each([
    ["its help", ["--help"]],
    ["its work", [...stLouis, ...bounds]],
    ["its refusal", ["--slug", "St Louis"]],
  ])("ends quietly when nobody reads %s to the end", async (_, args) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/region.ts", ...args], {
      env: { ...process.env, DATABASE_URL: database.ownerUrl, DATABASE_WEB_URL: "" },
    });
    child.stdout.destroy();
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk));
    await once(child, "close");
    expect(said).not.toMatch(/EPIPE|\n\s+at /);
    expect(child.signalCode).toBeNull();
  });

  it.each([
    ["no slug", [], /--slug is needed/],
    ["a slug with blanks", ["--slug", "St Louis"], /small letters, digits and single dashes/],
    [
      "an unknown zone",
      [...stLouis.slice(0, 4), "--zone", "Chicago", ...bounds],
      /a name like America\/Chicago/,
    ],
    ["bounds of three numbers", [...stLouis, "--bounds", "38,-90,39"], /four numbers/],
    ["bounds upside down", [...stLouis, "--bounds", "39,-90,38,-89"], /no inside/],
    [
      "bounds in another order",
      [...stLouis, "--bounds", "-90.7,38.4,-89.9,38.9"],
      /no inside|not on the earth|larger than ten/,
    ],
    ["a whole continent", [...stLouis, "--bounds", "25,-125,49,-66"], /larger than ten degrees/],
    [
      "a hotline of an unknown kind",
      [...stLouis, ...bounds, "--hotline", "police|Police|555-0100"],
      /the kind is one of/,
    ],
    ["a hotline without a number", [...stLouis, ...bounds, "--hotline", "help|Call us"], /write it like/],
    ["a fare without its date", [...stLouis, ...bounds, "--fare-adult", "2.00"], /--fare-as-of/],
    [
      "a fare in words",
      [...stLouis, ...bounds, "--fare-adult", "two", "--fare-as-of", "2026-06-01"],
      /dollars like 2.00/,
    ],
    ["an option nobody knows", [...stLouis, ...bounds, "--colour", "red"], /'--colour'/],
  ])("says what is wrong with %s, and changes nothing", async (_, args, sentence) => {
    const before = await tableSums(database.owner);
    const ran = await region(...args);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(sentence);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(await tableSums(database.owner)).toEqual(before);
  });
});
