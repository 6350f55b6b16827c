import { beforeAll, describe, expect, it } from "vitest";
import { readDoorForm, voiceOf } from "~/http/door-form.server";

beforeAll(() => void (process.env.APP_SECRET ??= "a secret of at least thirty-two letters"));

const from = (address: string) =>
  voiceOf(new Request("http://localhost/", { headers: { "x-client-address": address } })).toString("hex");
const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};

describe("a voice", () => {
  it("is an address; of an address that changes by the hour, its network", () => {
    expect(from("203.0.113.7")).not.toBe(from("203.0.113.8"));
    expect(from("2001:db8:1:2:aaaa:bbbb:cccc:dddd")).toBe(from("2001:db8:1:2::1"));
    expect(from("2001:0db8::1")).toBe(from("2001:db8:0:0:5::9"));
    expect(from("2001:db8:1:2::1")).not.toBe(from("2001:db8:1:3::1"));
    expect(from("::ffff:203.0.113.7")).not.toBe(from("::ffff:203.0.113.8"));
    expect(from("fe80::1%eth0")).toBe(from("fe80::2"));
  });
});

describe("what was tapped", () => {
  const key = "6f2b8a52-27d5-4f0e-9d3c-1a2b3c4d5e6f";
  it("is one of three words with its key, or nothing", () => {
    expect(readDoorForm(form({ key, word: "got-in" }))).toEqual({ key, word: "got-in" });
    expect(readDoorForm(form({ key, word: "burning" }))).toBeUndefined();
    expect(readDoorForm(form({ key: "1", word: "full" }))).toBeUndefined();
    expect(readDoorForm(form({}))).toBeUndefined();
  });
});
