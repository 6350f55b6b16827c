import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { madeOf, noting } from "~/data/made-of.server";
import { KeptAnswers, packingFor, type Packing } from "../../../scripts/serve/kept-answers";

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000, toFake: ["Date", "setTimeout"] }));
afterEach(() => void vi.useRealTimers());

let made = 0;
let changes = 0;
/** As the app makes one: of what it read at that moment. */
async function make(request: Request): Promise<Response> {
  const read = changes;
  madeOf(() => changes === read);
  await Promise.resolve();
  const { pathname } = new URL(request.url);
  return new Response(`${pathname} ${++made} ${"words ".repeat(200)}`, {
    status: pathname === "/gone" ? 503 : 200,
    headers: { "Content-Type": "text/plain" },
  });
}
const asked = (key: string) => ({ key, request: () => new Request(`http://list${key}`) });
const number = (answer: { body: Buffer } | undefined) => Number(String(answer!.body).split(" ")[1]);

test("all who ask the same at once share one answer", async () => {
  const kept = new KeptAnswers(make, noting);
  const answers = await Promise.all([kept.to(asked("/a")), kept.to(asked("/a")), kept.to(asked("/b"))]);
  expect(answers[0]).toBe(answers[1]);
  expect(answers[2]).not.toBe(answers[0]);
  expect(await kept.to(asked("/a"))).toBe(answers[0]);
});

test("when the second turns it is made anew", async () => {
  const kept = new KeptAnswers(make, noting);
  const first = await kept.to(asked("/a"));
  vi.setSystemTime(Date.now() + 999);
  expect(await kept.to(asked("/a"))).toBe(first);
  vi.setSystemTime(Date.now() + 1);
  expect(number(await kept.to(asked("/a")))).toBe(number(first) + 1);
});

test("nobody's search stays in memory for longer than a second, asked again or not", async () => {
  const kept = new KeptAnswers(make, noting);
  await kept.to(asked("/a"));
  expect(kept.size).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(kept.size).toBe(0);
});

test("a change ends it at once, for whoever comes after it", async () => {
  const kept = new KeptAnswers(make, noting);
  const before = await kept.to(asked("/a"));
  changes++;
  const after = await kept.to(asked("/a"));
  expect(number(after)).toBe(number(before) + 1);
  // One that is under way has read already: who comes after the change does not wait for that.
  changes++;
  const underWay = kept.to(asked("/a"));
  changes++;
  expect(await kept.to(asked("/a"))).not.toBe(await underWay);
});

test("only an answer is kept, never that there is none", async () => {
  const kept = new KeptAnswers(make, noting);
  const [first, second] = [await kept.to(asked("/gone")), await kept.to(asked("/gone"))];
  expect([first?.status, second?.status]).toEqual([503, 503]);
  expect(second).not.toBe(first);
  const broken = new KeptAnswers(() => Promise.reject(new Error("broken")), noting);
  await expect(broken.to(asked("/a"))).rejects.toThrow("broken");
  await Promise.resolve();
  expect(broken.size).toBe(0);
  const full = new KeptAnswers(() => Promise.resolve(undefined), noting);
  expect(await full.to(asked("/a"))).toBeUndefined();
  await Promise.resolve();
  expect(full.size).toBe(0);
});

test("it keeps no more than it may, of answers and of bytes", async () => {
  const few = new KeptAnswers(make, noting, { limits: { answers: 2, bytes: 1e9 } });
  for (const key of ["/a", "/b", "/c", "/d"]) expect((await few.to(asked(key)))?.status).toBe(200);
  expect(few.size).toBe(2);
  const small = new KeptAnswers(make, noting, { limits: { answers: 500, bytes: 3_000 } });
  for (const key of ["/a", "/b", "/c", "/d"]) await small.to(asked(key));
  await Promise.resolve();
  expect(small.size).toBe(2);
});

test("each packing is the same answer, packed once", async () => {
  const kept = new KeptAnswers(make, noting);
  const answer = (await kept.to(asked("/a")))!;
  expect(brotliDecompressSync(await answer.packed("br"))).toEqual(answer.body);
  expect(gunzipSync(await answer.packed("gzip"))).toEqual(answer.body);
  expect(await answer.packed("identity")).toBe(answer.body);
  expect(answer.packed("br")).toBe(answer.packed("br"));
});

test("the smallest packing a browser takes, and none for what is small already", () => {
  const [long, short] = [Buffer.alloc(5_000), Buffer.alloc(100)];
  const taking =
    (...all: Packing[]) =>
    (one: Packing) =>
      all.includes(one);
  expect(packingFor(long, taking("gzip", "br"))).toBe("br");
  expect(packingFor(long, taking("gzip"))).toBe("gzip");
  expect(packingFor(long, taking())).toBe("identity");
  expect(packingFor(short, taking("gzip", "br"))).toBe("identity");
});
