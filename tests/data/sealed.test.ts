import { afterEach, beforeEach, expect, test } from "vitest";
import { seal, unseal } from "~/data/sealed.server";

beforeEach(() => void (process.env.APP_SECRET = "a secret of at least thirty-two letters"));
afterEach(() => void (process.env.APP_SECRET = "a secret of at least thirty-two letters"));

const [room, other] = ["5f0c6a52-0000-4000-8000-000000000001", "5f0c6a52-0000-4000-8000-000000000002"];

test("what was sealed for a room is read again, and twice the same is never the same bytes", () => {
  const [one, two] = [seal("room address", room, "12 Ñuñez St"), seal("room address", room, "12 Ñuñez St")];
  expect(unseal("room address", room, one)).toBe("12 Ñuñez St");
  expect(one.equals(two)).toBe(false);
  expect(one.includes("Ñuñez")).toBe(false);
});

test("it is read for no other room, for no other use, with no other secret, and not after a change", () => {
  const sealed = seal("room address", room, "12 Oak St");
  expect(() => unseal("room address", other, sealed)).toThrow();
  expect(() => unseal("room cell", room, sealed)).toThrow();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => unseal("room address", room, changed), `byte ${at}`).toThrow();
  }
  expect(() => unseal("room address", room, sealed.subarray(0, 20))).toThrow();
  process.env.APP_SECRET = "another secret of at least thirty-two letters";
  expect(() => unseal("room address", room, sealed)).toThrow();
});

test("without a secret nothing is sealed", () => {
  process.env.APP_SECRET = "too short";
  expect(() => seal("room address", room, "12 Oak St")).toThrow(/APP_SECRET/);
});
