import { expect, test } from "vitest";
import { Ear } from "~/data/ear.server";
import { testDatabase } from "../support/database";
import { openWire } from "../support/wire";

const database = testDatabase();

test("a line that went silent is noticed by asking, and dialled anew", async () => {
  const wire = await openWire(database.webUrl);
  const ear = new Ear(wire.url, 300);
  const heard: string[] = [];
  let reconnected = 0;
  await ear.hear("pool_changed", {
    onChange: (payload) => heard.push(payload),
    onReconnect: () => reconnected++,
  });

  wire.silence();
  await database.owner`select pg_notify('pool_changed', 'never heard')`;
  wire.mend();
  await expect.poll(() => reconnected, { timeout: 10_000, interval: 100 }).toBe(1);
  await database.owner`select pg_notify('pool_changed', 'heard')`;
  await expect.poll(() => heard).toEqual(["heard"]);
  await ear.close();
  await wire.close();
});

test("one connection serves every listener, and closing leaves none", async () => {
  const ear = new Ear(database.webUrl);
  const quiet = { onChange: () => {}, onReconnect: () => {} };
  await Promise.all(
    ["pool_changed", "timetable_changed", "opening_changed"].map((name) => ear.hear(name, quiet)),
  );
  const lines = async () => {
    const [{ open }] = await database.owner<[{ open: number }]>`
      select count(*) as open from pg_stat_activity where usename = ${`${database.name}_web`}`;
    return open;
  };
  await expect.poll(lines).toBe(1);
  await ear.close();
  await expect.poll(lines).toBe(0);
});
