/** Those who open pages: what their browsers hold, and the rows behind it. */
import { randomBytes, randomUUID } from "node:crypto";
import { codeOf, hashOfCode } from "~/data/codes.server";
import { keyedHash } from "~/data/keyed-hash.server";
import { sayNote } from "~/data/notes.server";
import { openedAlertCookie } from "~/http/alert.server";
import { openedCookie } from "~/http/device.server";
import { keptCookie } from "~/http/kept-form.server";
import { askedCookie } from "~/http/staff.server";
import { waiting } from "../support/alerts";
import { aHash, inMinutes, requested, takeHold, type ToTake, wanted } from "../support/holds";
import { countPool, seedStaff } from "../support/seeds";
import { seedTablet, seedWithPin } from "../support/tablets";
import { asTheApp, samplePlace } from "./tablets";
import type { Warmstop } from "./warmstop";

export type Who =
  | "anybody"
  | "asking"
  | "holding"
  | "waiting"
  | "offered"
  | "over"
  | "manager"
  | "two teams"
  | "tablet"
  | "desk";

export type People = {
  /** As "name=value". */
  cookies: Record<Who, string[]>;
  /** What addresses have instead of ids. */
  names: [name: string, inAddresses: string][];
};

/** One of each. The sample's first place is open, at whatever hour the tests run, with room that was just counted. */
export async function people(app: Warmstop): Promise<People> {
  asTheApp();
  const { owner } = app.database;
  const placeId = await samplePlace(app);
  await owner`update schedules set opens = 0, closes = 0 where place_id = ${placeId}`;
  const [{ poolId }] = await owner<[{ poolId: number }]>`
    update pools set capacity = 40, occupied = 5
    where pool_id = (select min(pool_id) from pools where place_id = ${placeId})
    returning pool_id`;
  await countPool(owner, poolId);
  const families = await familiesOf(app, poolId);
  const staff = await staffOf(app, placeId);
  // However long the pages before theirs take: nothing lapses, and no tablet locks.
  await owner`update holds set until = clock_timestamp() + interval '2 hours' where state = 'held'`;
  await owner`
    update sessions set used_at = clock_timestamp() + interval '1 hour' where tablet_id is not null`;
  return {
    cookies: { anybody: [], ...families.cookies, ...staff.cookies },
    names: [
      ["PLACE", `/places/${placeId}`],
      ["HELD", families.heldId],
      ["PERSON", String(staff.personId)],
    ],
  };
}

async function familiesOf(app: Warmstop, poolId: number) {
  const token = randomBytes(32).toString("base64url");
  const device = keyedHash("device", token);
  await takeHold(requested(poolId, { device, arrivesAt: inMinutes(50) }));
  await app.database.owner`select ask_contact_code(${device}, 'ana@example.org', ${aHash()}, ${aHash()})`;
  const [holding, over] = [withWords(poolId), withWords(poolId)];
  for (const hold of [holding, over]) await takeHold(hold);
  await app.database.owner`
    update holds set state = 'declined', closed_at = clock_timestamp(), decline_reason = 'The heating broke.'
    where hold_id = ${over.holdId}`;
  const waits = await waitsIn(app, poolId);
  return {
    heldId: holding.holdId,
    cookies: {
      asking: [`__Host-device=${token}`],
      holding: [openedCookie(holding.holdId)],
      waiting: [openedAlertCookie(waits.standing)],
      offered: [openedAlertCookie(waits.offered)],
      over: [openedCookie(over.holdId), openedAlertCookie(waits.over)],
    },
  };
}

/** That its five words open. */
function withWords(poolId: number): ToTake {
  const holdId = randomUUID();
  return wanted(poolId, { holdId, codeHash: wordsOf(holdId), arrivesAt: inMinutes(40) });
}

const wordsOf = (holdId: string) => hashOfCode("hold", codeOf("hold", holdId));

async function waitsIn({ database: { owner } }: Warmstop, poolId: number) {
  // Nobody else looks after the line, so that who waits is not offered a room in the middle of it.
  await owner`
    insert into alert_watch (process, until) values (gen_random_uuid(), clock_timestamp() + interval '1 hour')
    on conflict (only_one) do update set process = excluded.process, until = excluded.until`;
  const [{ regionId }] = await owner<[{ regionId: number }]>`
    select region_id from pools join places using (place_id) where pool_id = ${poolId}`;
  const [standing, offered, over] = [
    await waiting(owner, regionId),
    await waiting(owner, regionId),
    await waiting(owner, regionId),
  ];
  const holdId = randomUUID();
  await owner`
    select offer_alert(${randomUUID()}, ${offered}, ${poolId}, ${holdId}, ${wordsOf(holdId)}, 1)`;
  await owner`select end_alert(${over}, 'over')`;
  return { standing, offered, over };
}

async function staffOf(app: Warmstop, placeId: number) {
  const { owner } = app.database;
  const { tabletToken, manager } = await seedTablet(owner, placeId);
  const { personId, email, byMailToken } = await seedWithPin(owner, placeId, tabletToken);
  const twoTeams = await seedStaff(owner, placeId, { name: "Zoe" });
  await owner`
    select invite(${twoTeams.email}, 'Zoe', organization_id, 'staff', false)
    from (select distinct organization_id from places join programs using (program_id)) as organizations`;
  const note = { key: randomUUID(), token: manager, placeId, words: { en: "Ring twice." } };
  await sayNote({ ...note, until: null, seenNote: 0 });
  const form = new URLSearchParams({ pool: "1", occupied: "7", version: "1", key: randomUUID() });
  const sent = new Request(`${app.url}/staff/places/${placeId}/count`, { method: "POST", body: form });
  const onTablet = `__Host-tablet=${tabletToken}`;
  return {
    personId,
    cookies: {
      manager: [`__Host-staff=${manager}`, askedCookie(email)],
      "two teams": [`__Host-staff=${twoTeams.token}`],
      tablet: [onTablet],
      desk: [onTablet, `__Host-staff=${byMailToken}`, (await keptCookie(sent, tabletToken))!],
    },
  };
}
