import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { DatabaseAway } from "~/data/connection.server";
import { sql, within } from "~/data/database.server";
import { apart, msLeft, withPatience } from "~/data/patience.server";
import { testDatabase } from "../support/database";

testDatabase();

test("all questions of a request together take no longer than it may", async () => {
  await within(sql`select 1`);
  const since = performance.now();
  const asked = withPatience(500, async () => {
    for (let n = 0; n < 10; n++) await within(sql`select pg_sleep(0.2)`);
  });
  await expect(asked).rejects.toBeInstanceOf(DatabaseAway);
  expect(performance.now() - since).toBeLessThan(1500);
});

test("what nobody waits for any more is not asked", async () => {
  const asked = withPatience(20, async () => {
    await sleep(40);
    return within(sql`select set_config('warmstop.asked_late', 'yes', false)`);
  });
  await expect(asked).rejects.toMatchObject({ reason: "too-slow" });
});

test("what a request began for others goes on without it", async () => {
  const answers = await withPatience(20, async () => {
    const shared = apart(async () => {
      await sleep(40);
      return msLeft(4000);
    });
    return [await shared, msLeft(4000)] as const;
  });
  expect(answers[0]).toBe(4000);
  expect(answers[1]).toBeLessThan(0);
});

test("a timer that was set in a request is its own master afterwards", async () => {
  let left: Promise<number> | undefined;
  await withPatience(20, async () => {
    left = sleep(40).then(() => msLeft(4000));
  });
  expect(await left).toBe(4000);
});
