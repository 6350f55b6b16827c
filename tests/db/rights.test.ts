import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Sql } from "~/data/connection.server";
import { testDatabase } from "../support/database";
import { FUNCTIONS_OF_WEB, UNREAD_BY_WEB } from "../support/rights-of-web-role";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let web: Sql;
let poolId: number;
let token: string;

beforeAll(async () => {
  web = connect(database.webUrl, { max: 2 });
  const { placeId } = await seedPlace(database.owner, await seedRegion(database.owner), {
    key: "hope-house",
  });
  poolId = await seedPool(database.owner, placeId);
  ({ token } = await seedStaff(database.owner, placeId));
});
afterAll(() => web.end({ timeout: 1 }));

type Routine = {
  name: string;
  definer: boolean;
  volatility: string;
  config: string[] | null;
  ownerIsSuperuser: boolean;
  anyone: boolean;
  web: boolean;
};

async function routines(): Promise<Routine[]> {
  return database.owner<Routine[]>`
    select
      proname as name,
      prosecdef as definer,
      provolatile as volatility,
      proconfig as config,
      rolsuper as owner_is_superuser,
      proacl is null or exists (select from aclexplode(proacl) where grantee = 0) as anyone,
      has_function_privilege(${`${database.name}_web`}, pg_proc.oid, 'execute') as web
    from pg_proc
      join pg_roles on pg_roles.oid = proowner
    where pronamespace = 'warmstop'::regnamespace
    order by proname`;
}

test("every function is volatile, runs in its own schema with a plain owner's rights, and is nobody's by default", async () => {
  const all = await routines();
  expect(all.length).toBeGreaterThan(8);
  for (const routine of all) {
    expect(routine, routine.name).toMatchObject({
      definer: true,
      volatility: "v",
      config: ["search_path=warmstop, pg_temp"],
      ownerIsSuperuser: false,
      anyone: false,
    });
  }
});

test("the web role may sign people in and out, say, hold and wait for what they ask for, send what is to be told, and keep what the weather service says", async () => {
  const callable = (await routines()).filter((routine) => routine.web).map(({ name }) => name);
  expect(callable).toEqual(FUNCTIONS_OF_WEB);
});

test("the web role may write no table and no view, and reads none it does not need", async () => {
  const rows = await database.owner<{ name: string; reads: boolean; writes: boolean }[]>`
    select
      relname as name,
      has_table_privilege(role, pg_class.oid, 'select') as reads,
      has_table_privilege(role, pg_class.oid, 'insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege(role, pg_class.oid, 'insert, update, references') as writes
    from pg_class, (select ${`${database.name}_web`}::name as role) as web
    where relnamespace = 'warmstop'::regnamespace and relkind in ('r', 'v', 'm', 'p', 'f')
    order by relname`;
  expect(rows.filter(({ writes }) => writes)).toEqual([]);
  expect(rows.filter(({ reads }) => !reads).map(({ name }) => name)).toEqual(UNREAD_BY_WEB);
});

test.each([
  "update warmstop.pools set held = held + 1",
  "update warmstop.listed_places set families = true",
  "insert into warmstop.pools (place_id, household, unit, capacity) values (1, 'women', 'bed', 9)",
  "insert into warmstop.reports (pool_id, capacity, occupied, out_of_service, way, who, said_at) values (1, 9, 0, 0, 'web', 'x', now())",
  "delete from warmstop.active_feed_parts",
  "delete from warmstop.regions",
  "truncate warmstop.region_zips",
  "update warmstop.heard_weather set hours = '[[0, 50, 0]]'",
  "insert into warmstop.entered_weather (region_id, wind_chill_f, until) values (1, 50, 'infinity')",
  "select who from warmstop.reports",
  "select answer from warmstop.idempotency_keys",
  "select warmstop.activate_feed(1)",
  "select warmstop.record_report(gen_random_uuid(), 'x', 'web', 1, 0)",
  "update warmstop.pools set capacity = 900, usual_capacity = 9, temporary_until = 'infinity'",
  "insert into warmstop.place_notes (place_id, words, way, who) values (1, '{\"en\": \"x\"}', 'web', 'x')",
  "select who from warmstop.place_notes",
  "select warmstop.record_opening(gen_random_uuid(), 'x', 'web', 1, current_date, true)",
  "select warmstop.invite('x@example.org', 'x', 1, 'manager', true)",
  "select warmstop.person_of('x')",
  "insert into warmstop.holds (hold_id, pool_id, units, confirmed, until, taken_at) values (gen_random_uuid(), 1, 9, true, 'infinity', now())",
  "update warmstop.holds set until = 'infinity'",
  "delete from warmstop.holds",
  "select contact, code_hash, party from warmstop.holds",
  "select * from warmstop.hold_events",
  "delete from warmstop.code_guesses",
  "select warmstop.clear_lapsed(1)",
  "select warmstop.forget_holds(1)",
  "select warmstop.asks_too_much(sha256('x'), null::warmstop.pools, 1)",
  "select warmstop.contact_is_over_limit(sha256('x'))",
  "select warmstop.count_for_hold(null::warmstop.holds, 5, 1)",
  "delete from warmstop.hold_requests",
  "update warmstop.contact_codes set used_at = now()",
  "select contact, code_hash from warmstop.contact_codes",
  "delete from warmstop.contact_attempts",
  "select warmstop.lock_hold(gen_random_uuid())",
  "select warmstop.place_hold(gen_random_uuid(), null::warmstop.holds, 'web', 1, sha256('x'))",
  "select warmstop.give_time(gen_random_uuid(), null::warmstop.holds, 'infinity', 'web', 1)",
  "select warmstop.keep_hold(gen_random_uuid(), null::warmstop.holds, 'accepted', 'web', 1)",
  "select warmstop.begin_staff_change(gen_random_uuid(), 'x', 'arrive', gen_random_uuid(), null)",
  "select warmstop.hold_told(null::warmstop.holds)",
  "select contact, party, code_hash from warmstop.alerts",
  "update warmstop.alerts set state = 'waiting', asked_at = '-infinity'",
  "select * from warmstop.alert_offers",
  "insert into warmstop.notices (kind, person_id, until) values ('undecided-now', 1, 'infinity')",
  "delete from warmstop.reminders_off",
  "select warmstop.lock_alert(gen_random_uuid())",
  "select warmstop.withdraw_hold(gen_random_uuid(), 'time')",
  "select warmstop.end_alert(gen_random_uuid(), 'stopped')",
  "select warmstop.note('held', gen_random_uuid(), null, 'infinity')",
  "select warmstop.alert_told(null::warmstop.alerts)",
  "select address, cell, fine_cell from warmstop.rooms",
  "update warmstop.rooms set paused_at = null, paused_by = null",
  "insert into warmstop.room_steps (room_id, what, person_id) select room_id, 'approved', 1 from warmstop.rooms",
  "select words from warmstop.room_steps",
  "select cell from warmstop.offerable_rooms",
  "select * from warmstop.room_address_views",
  "insert into warmstop.cell_residents values (1, '8826560833fffff', 9000)",
  "select warmstop.replace_cell_residents(1, '{}', '{}')",
  "select warmstop.forget_room(gen_random_uuid(), 1, null)",
  "select warmstop.room_told(null::warmstop.rooms)",
  "select warmstop.room_steps_told(gen_random_uuid(), true)",
  "select warmstop.may_not_vouch(1, null::warmstop.rooms)",
  "alter table warmstop.holds disable trigger all",
  "drop trigger holds_counted on warmstop.holds",
  "select warmstop.may_act(1, 1, 'manager')",
  "select token_sha256 from warmstop.tablets",
  "select pin_hash from warmstop.tablet_pins",
  "update warmstop.tablet_pins set tries = 0",
  "delete from warmstop.pin_tries",
  "select warmstop.session_of('x')",
  "select warmstop.acting_session()",
  "select warmstop.find_tablet('x')",
  "select warmstop.begin_session_on(1, 1, false, sha256('x'))",
  "select warmstop.begin_managing('x', 1)",
  "select warmstop.tablets_told(1)",
  "select warmstop.members_told(1)",
  "select email from warmstop.people",
  "select token_sha256 from warmstop.sessions",
  "select code_hash from warmstop.sign_in_codes",
  "insert into warmstop.sessions (person_id, token_sha256) values (1, sha256('x'))",
  "update warmstop.people set is_operator = true",
  "select warmstop.begin_change(gen_random_uuid(), 'x', 'report', '1')",
  "select warmstop.keep_answer(gen_random_uuid(), '{}')",
  "create table warmstop.mine (id integer)",
  "create function warmstop.report(integer) returns integer language sql as 'select 1'",
  "create or replace view warmstop.current_pools as select 1 as pool_id",
  "alter table warmstop.pools disable trigger all",
  "alter function warmstop.report(uuid, text, bigint, integer, integer, integer, timestamptz, bigint) owner to current_user",
  "drop trigger pools_never_oversold on warmstop.pools",
  "set session_replication_role = replica",
  "create role mighty superuser",
  "alter role current_user createrole",
  "select pg_read_file('/etc/passwd')",
  "copy warmstop.regions to program 'cat'",
  "select warmstop.require_known_time_zone()",
])("the web role is refused: %s", async (statement) => {
  await expect(web.unsafe(statement)).rejects.toMatchObject({
    code: expect.stringMatching(/^(42501|55000)$/),
  });
});

test("the web role gives up soon by itself, whoever logs in as it", async () => {
  const [{ settings }] = await database.owner<[{ settings: string[] }]>`
    select rolconfig as settings from pg_roles where rolname = ${`${database.name}_web`}`;
  expect(settings).toEqual(
    expect.arrayContaining(["lock_timeout=2s", "statement_timeout=4s", "search_path=warmstop, pg_temp"]),
  );
});

test("the web role cannot become the owner", async () => {
  const [{ owner }] = await database.owner<[{ owner: string }]>`
    select nspowner::regrole::text as owner from pg_namespace where nspname = 'warmstop'`;
  await expect(web.unsafe(`set role ${owner}`)).rejects.toMatchObject({ code: "42501" });
});

test("a temporary table of a table's name does not lead a function astray", async () => {
  const one = connect(database.webUrl, { max: 1 });
  await one.unsafe(
    "create temporary table reports (pool_id bigint); create temporary table pools (pool_id bigint)",
  );
  const [row] = await one`select report(${crypto.randomUUID()}, ${token}, ${poolId}, 3) as answer`;
  expect(row?.answer).toMatchObject({ kind: "reported" });
  const [{ kept }] = await database.owner<
    [{ kept: number }]
  >`select count(*) as kept from reports where pool_id = ${poolId}`;
  expect(kept).toBe(1);
  await one.end({ timeout: 1 });
});

test.each(["repeatable read", "serializable"])(
  "a change under %s is refused: its rows would be older than its lock",
  async (level) => {
    const one = connect(database.webUrl, { max: 1 });
    const words = `
    begin isolation level ${level};
    select report('${crypto.randomUUID()}', '${token}', ${poolId}, 3);
    commit`;
    await expect(one.unsafe(words)).rejects.toMatchObject({ code: "25000" });
    await one.end({ timeout: 1 });
  },
);
