/** One of everybody, each with a thing of their own, and what nobody else may read of them. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Sql } from "~/data/connection.server";
import { keyedHash } from "~/data/keyed-hash.server";
import { makeOffer } from "~/data/offers.server";
import { enrollTablet } from "~/data/tablets.server";
import { COATS } from "./offers";
import { joinGroup, seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "./groups";
import { inMinutes, requested, takeHold } from "./holds";
import { proposed, seedPair } from "./matches";
import type { Role } from "./rights-of-routes";
import { NEBRASKA, offerRoom } from "./rooms";
import { seedStay } from "./stays";
import { countPool, seedPlace, seedPool, seedRegion, seedStaff } from "./seeds";
import { byPin, organizationOf, seedTablet, seedWithPin } from "./tablets";

type Form = Record<string, string>;

/** What goes into the header of cookies after "__Host-staff=". */
type Cookies = Record<Role, string>;

export type World = {
  cookies: Cookies;
  params: Record<string, string>;
  /** Each is somebody's: read by others it is a leak. */
  secrets: { of: Role | null; words: string }[];
  holdId: string;
  organizationId: number;
  waitingId: number;
  /** Of a room that is offered, by somebody who is none of the roles, and of a family that is asked about it. */
  openRoomId: string;
  matchId: string;
  count(more: Form): Promise<Form>;
  colleague(): Promise<Form>;
  otherTablet(): Promise<Form>;
  otherHold(more: Form): Promise<Form>;
  otherMember(more: Form): Promise<Form>;
  asking(more: Form): Promise<Form>;
  newGroup(): Form;
  offer(): Promise<Form>;
  need(): Promise<Form>;
};

const VENDOR = "Quiet Harbor Inn";
const ASK_CONTACT = "816-555-0188";
const NUMBER = "913-555-0142";
const MATCHED = { address: "9 Canary Court", at: NEBRASKA.at };
const WORDS = "I drive a yellow van.";

export async function worldOf(owner: Sql): Promise<World> {
  const regionId = await seedRegion(owner);
  const place = await seedHouse(owner, regionId, "hope-house");
  const other = await seedHouse(owner, regionId, "elsewhere");
  const staff = await seedStaff(owner, place.placeId, { name: "Ana" });
  const manager = await seedStaff(owner, place.placeId, { name: "Mona", role: "manager" });
  const elsewhere = await seedStaff(owner, other.placeId, { name: "Ben", role: "manager" });
  const operator = await seedPerson(owner, { name: "Opal", isOperator: true });
  const wyco = await seedGroup(owner, regionId);
  const argentine = await seedGroup(owner, regionId, { name: "Argentine Neighbors" });
  const member = await seedMember(owner, wyco.groupId);
  const guest = await seedInvited(owner, wyco.groupId);
  const tablet = await seedTablet(owner, place.placeId);
  const pia = await seedWithPin(owner, place.placeId, tablet.tabletToken, "Pia");
  const [session] = (await byPin(tablet.tabletToken, pia.personId)).split(".");
  const seeker = await seedHold(place.poolId);
  const { roomId } = await offerRoom(member, { groupId: wyco.groupId, regionId });
  const { askId, stayId } = await seedStay(wyco, { vendor: VENDOR }, { contact: ASK_CONTACT });
  const match = await seedMatch(owner, wyco, regionId);
  const secret = (of: Role | null, words: string) => ({ of, words });

  return {
    cookies: {
      nobody: "nobody",
      seeker: `nobody; __Host-device=${seeker.device}`,
      staff: staff.token,
      manager: manager.token,
      pin: `t.${session}; __Host-tablet=${tablet.tabletToken}`,
      elsewhere: elsewhere.token,
      member: member.token,
      coordinator: wyco.rosa.token,
      neighbor: argentine.rosa.token,
      guest: guest.token,
      operator: operator.token,
    },
    params: {
      placeId: String(place.placeId),
      personId: String(pia.personId),
      groupId: String(wyco.groupId),
      holdId: seeker.holdId,
      askId,
      roomId,
      matchId: match.matchId,
      stayId,
      part: "words",
      step: "accept",
      "*": "0/0/0",
    },
    secrets: [
      secret("seeker", NUMBER),
      secret("coordinator", ASK_CONTACT),
      // Where a family sleeps.
      secret("coordinator", VENDOR),
      secret("staff", staff.email),
      secret("manager", manager.email),
      secret("elsewhere", elsewhere.email),
      secret("operator", operator.email),
      secret("coordinator", wyco.rosa.email),
      secret(null, wyco.luis.email),
      secret("member", member.email),
      secret("member", NEBRASKA.address),
      secret(null, MATCHED.address),
      secret("guest", guest.email),
      secret("neighbor", argentine.rosa.email),
      secret(null, WORDS),
    ],
    holdId: seeker.holdId,
    organizationId: await organizationOf(owner, place.placeId),
    ...match,
    waitingId: await seedWaiting(owner, regionId),
    ...formsOf(owner, {
      regionId,
      groupId: wyco.groupId,
      ...place,
      manager: manager.token,
      member: (await seedMember(owner, wyco.groupId, { name: "Olga" })).token,
    }),
  };
}

type Things = {
  regionId: number;
  groupId: number;
  placeId: number;
  poolId: number;
  manager: string;
  member: string;
};

/** Forms about a thing that is made for each of them. */
function formsOf(owner: Sql, { regionId, groupId, placeId, poolId, manager, member }: Things) {
  const person = ({ personId }: { personId: number }, more: Form) => ({ person: String(personId), ...more });
  return {
    async count(more: Form) {
      const [{ version }] = await owner<[{ version: number }]>`
        select version from pools where pool_id = ${poolId}`;
      return { pool: String(poolId), version: String(version), ...more };
    },
    async colleague() {
      const organization = String(await organizationOf(owner, placeId));
      return person(await seedStaff(owner, placeId, { name: "Zeno" }), { organization });
    },
    async otherTablet() {
      const organizationId = await organizationOf(owner, placeId);
      await enrollTablet({ key: randomUUID(), token: manager, organizationId, name: "Kitchen" });
      await owner`
        update sessions set tablet_id = null where token_sha256 = sha256(convert_to(${manager}, 'UTF8'))`;
      const [{ tabletId }] = await owner<[{ tabletId: number }]>`
        select tablet_id from tablets where name = 'Kitchen' and ended_at is null`;
      return { tablet: String(tabletId) };
    },
    async otherHold(more: Form) {
      return { hold: (await seedHold(poolId)).holdId, ...more };
    },
    async otherMember(more: Form) {
      return person(await seedMember(owner, groupId, { name: "Zita" }), more);
    },
    async asking(more: Form) {
      const ida = await seedPerson(owner, { name: "Ida" });
      await owner`
        insert into group_people (group_id, person_id, entry, words)
        values (${groupId}, ${ida.personId}, 'asked', ${WORDS})`;
      return person(ida, more);
    },
    async offer() {
      const said = { ...COATS, words: `Coats ${randomUUID()}` };
      const made = await makeOffer({ key: randomUUID(), token: member, groupId, said });
      if (made.kind !== "made") throw new Error(made.kind);
      return { offer: made.offerId };
    },
    async need() {
      const [{ needId }] = await owner<[{ needId: number }]>`
        with begun as (
          insert into drives (drive_id, group_id, name, until, begun_by)
          select gen_random_uuid(), ${groupId}, 'Coats', current_date + 30, begun_by from groups where group_id = ${groupId}
          returning drive_id
        )
        insert into drive_needs (drive_id, what, wanted) select drive_id, 'coats', 3 from begun
        returning need_id`;
      return { need: String(needId), n: "2" };
    },
    newGroup: () => ({
      region: String(regionId),
      name: `Group ${randomUUID()}`,
      about: "",
      zips: "",
      secondName: "Omar",
      secondEmail: `${randomUUID()}@example.org`,
    }),
  };
}

async function seedHouse(owner: Sql, regionId: number, key: string) {
  const { placeId } = await seedPlace(owner, regionId, { key });
  const poolId = await seedPool(owner, placeId);
  await countPool(owner, poolId);
  return { placeId, poolId };
}

async function seedMatch(owner: Sql, group: SeededGroup, regionId: number) {
  const pair = await seedPair(owner, group, regionId, { place: MATCHED, host: "Hank" });
  return { openRoomId: pair.roomId, matchId: await proposed(pair) };
}

/** A family's, with the cookie of its phone. */
async function seedHold(poolId: number) {
  const device = randomBytes(32).toString("base64url");
  // By a bus: a late one moves its end.
  const hold = requested(poolId, {
    device: keyedHash("device", device),
    contact: NUMBER,
    arrivesAt: inMinutes(40),
  });
  const taken = await takeHold(hold);
  if (taken.kind !== "taken") throw new Error(taken.kind);
  return { device, holdId: hold.holdId };
}

async function seedInvited(owner: Sql, groupId: number): Promise<Seeded> {
  const guest = await seedPerson(owner, { name: "Greta" });
  await owner`
    insert into group_people (group_id, person_id, entry, called)
    values (${groupId}, ${guest.personId}, 'invited', 'Greta')`;
  return guest;
}

/** A group of two coordinators that the operator has not decided on. */
async function seedWaiting(owner: Sql, regionId: number): Promise<number> {
  const [one, two] = [await seedPerson(owner, { name: "Una" }), await seedPerson(owner, { name: "Dos" })];
  const [{ groupId }] = await owner<[{ groupId: number }]>`
    insert into groups (region_id, name, state, begun_by)
    values (${regionId}, 'Waiting Neighbors', 'waiting', ${one.personId})
    returning group_id`;
  await joinGroup(owner, groupId, one, "coordinator");
  await joinGroup(owner, groupId, two, "coordinator");
  return groupId;
}
