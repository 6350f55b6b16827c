import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../support/database";
import { askHandler, type Told } from "../support/handlers";
import { ROLES, ROWS, type Role, type Row } from "../support/rights-of-routes";
import { tableSums } from "../support/table-sums";
import { worldOf, type World } from "../support/world-of-roles";

const ROUTES = path.resolve("app/routes");
const HANDLERS = { GET: "loader", POST: "action" } as const;
// Who is there, how often was asked, and what was answered: written whoever asks.
const OF_ASKING = new Set(["sessions", "tablets", "idempotency_keys", "sign_in_attempts", "code_guesses"]);
const WAYS_IN = new Set(["/staff/sign-in", "/staff", "/join", "/"]);

const files = new Map(
  readdirSync(ROUTES).map((file) => [file.replace(/\.tsx?$/, ""), path.join(ROUTES, file)]),
);
const routes = new Map<string, Record<string, unknown>>();
const database = testDatabase();
let world: World;

// Read before the first test is named; vitest, not Node, must read them.
for (const [route, file] of files) routes.set(route, await import(/* @vite-ignore */ file));

beforeAll(async () => {
  Object.assign(process.env, { OUTBOX: "on", TILES: "off", APP_SECRET: "only-for-tests-and-nothing-else!" });
  delete process.env.SMTP_URL;
  world = await worldOf(database.owner);
}, 120_000);

test("every route and method has a row, and every row a route", () => {
  const there = [...routes].flatMap(([route, module]) =>
    Object.entries(HANDLERS)
      .filter(([, handler]) => handler in module)
      .map(([method]) => `${method} ${route}`),
  );
  const rows = ROWS.map(([method, route]) => `${method} ${route}`);
  expect(there.filter((one) => !rows.includes(one))).toEqual([]);
  expect(rows.filter((one) => !there.includes(one))).toEqual([]);
  expect(new Set(rows).size).toBe(rows.length);
});

async function asked([method, route, , more]: Row, role: Role, form: Record<string, string>): Promise<Told> {
  return askHandler(routes.get(route)![HANDLERS[method]], {
    by: world.cookies[role],
    placeId: Number(world.params.placeId),
    params: { ...world.params, ...more?.params?.(world) },
    ...(method === "POST" && { form: { ...form, key: randomUUID() } }),
  });
}

function isRefused({ status, to }: Told): boolean {
  return [401, 403, 404].includes(status) || (status >= 300 && status < 400 && WAYS_IN.has(to ?? ""));
}

/** What of others stands in the answer. */
function leaksIn(told: Told, role: Role): string[] {
  const bytes = JSON.stringify(told);
  return world.secrets
    .filter(({ of, words }) => of !== role && bytes.includes(words))
    .map(({ words }) => words);
}

async function stored(): Promise<object> {
  const sums = Object.entries(await tableSums(database.owner));
  const [{ tablets }] = await database.owner<[{ tablets: string }]>`
    select count(*) || ' ' || count(ended_at) as tablets from tablets`;
  return { ...Object.fromEntries(sums.filter(([table]) => !OF_ASKING.has(table))), tablets };
}

describe.each(ROWS.map((row): [string, Row] => [`${row[0]} ${row[1]}`, row]))("%s", (_name, row) => {
  const [method, , may, more = {}] = row;
  const own = more.own ?? may;
  const others = ROLES.filter((role) => !own.includes(role));
  let form: Record<string, string> = {};
  let before: object;

  beforeAll(async () => {
    form = (await more.form?.(world)) ?? {};
    before = method === "POST" ? await stored() : {};
  });

  test(`answers ${others.join(", ") || "whoever is left"} with nothing of others, and changes nothing`, async () => {
    for (const role of others) {
      const told = await asked(row, role, form);
      expect(leaksIn(told, role), role).toEqual([]);
      expect(isRefused(told), `${role}: ${told.status} ${told.to ?? ""}`).toBe(!may.includes(role));
    }
    if (method === "POST") expect(await stored()).toEqual(before);
  });

  test.runIf(own.length > 0)(`answers ${own.join(", ")}`, async () => {
    for (const role of own) {
      const told = await asked(row, role, form);
      expect(isRefused(told), `${role}: ${told.status} ${told.to ?? ""}`).toBe(false);
    }
    if (more.form) expect(await stored()).not.toEqual(before);
  });
});
