import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import * as groups from "~/data/groups.server";
import { whoIs } from "~/data/people.server";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
});

const by = ({ token }: Seeded, more: object = {}) => ({
  key: randomUUID(),
  token,
  groupId: wyco.groupId,
  ...more,
});
const begins = async (
  who: Seeded,
  name: string,
  second = { name: "Omar", email: `${randomUUID()}@example.org` },
) =>
  groups.beginGroup({ key: randomUUID(), token: who.token, regionId, name, about: null, zips: [], second });
const newcomer = (name = "Nia") => seedPerson(database.owner, { name });

describe("a group begins", () => {
  test("with one who invites a second; the second says yes, the operator lets it in, and families are told of it", async () => {
    const [nia, omar, operator] = [
      await newcomer(),
      await newcomer("Omar"),
      await seedPerson(database.owner, { name: "Op", isOperator: true }),
    ];
    const begun = await begins(nia, "Argentine Neighbors", { name: "O.", email: omar.email.toUpperCase() });
    expect(begun).toMatchObject({ kind: "begun", email: omar.email, language: "en" });
    const { groupId } = begun as { groupId: number };
    const listed = async () => (await groups.listedGroups(regionId)).map(({ name }) => name);

    expect(await groups.myGroups(omar.token)).toMatchObject([
      { entry: "invited", calledYou: "O.", state: "gathering" },
    ]);
    expect(await groups.decideGroup(by(operator, { groupId, letsIn: true }) as never)).toEqual({
      kind: "moved-on",
    });
    expect(
      await groups.answerInvitation({ ...by(omar, { groupId }), saysYes: true, name: "Omar Diaz" }),
    ).toEqual({ kind: "in" });
    expect((await whoIs(omar.token))!.name).toBe("Omar Diaz");
    expect(await listed()).not.toContain("Argentine Neighbors");
    expect(await groups.myGroups(operator.token)).toMatchObject([
      { groupId, decides: true, state: "waiting" },
    ]);
    expect(await groups.decideGroup({ ...by(nia, { groupId }), letsIn: true })).toEqual({
      kind: "unknown-group",
    });
    expect(await groups.decideGroup({ ...by(operator, { groupId }), letsIn: true })).toEqual({
      kind: "open",
    });
    expect(await listed()).toContain("Argentine Neighbors");
  });

  test("sent twice it is one group, and only the first sending writes to the second coordinator", async () => {
    const nia = await newcomer();
    const form = {
      key: randomUUID(),
      token: nia.token,
      regionId,
      name: "Twice",
      about: null,
      zips: ["66101", "66102"],
      second: { name: "Omar", email: `${randomUUID()}@example.org` },
    };
    const first = await groups.beginGroup(form);
    const again = await groups.beginGroup(form);
    expect(again).toEqual({ kind: "begun", groupId: (first as { groupId: number }).groupId });
    expect(await groups.groupSheet(nia.token, (first as { groupId: number }).groupId)).toMatchObject({
      zips: ["66101", "66102"],
      people: [
        { name: "Nia", entry: "in" },
        { name: "Omar", entry: "invited" },
      ],
    });
  });

  test("not of one person twice, not with a name that is there, not four in a week", async () => {
    const nia = await newcomer();
    expect(await begins(nia, "Alone", { name: "Me", email: nia.email })).toEqual({ kind: "yourself" });
    expect(await begins(nia, "wyco mutual aid")).toEqual({ kind: "name-taken" });
    expect(await begins(nia, "x".repeat(81))).toEqual({ kind: "out-of-range" });
    for (const name of ["One", "Two", "Three"])
      expect(await begins(nia, name)).toMatchObject({ kind: "begun" });
    expect(await begins(nia, "Four")).toEqual({ kind: "too-many" });
  });
});

describe("people come and go", () => {
  test("a coordinator invites; what the invited is called by others is not shown as their name before they come in", async () => {
    const known = await newcomer("Patricia Real Name");
    const invited = await groups.inviteToGroup({
      ...by(wyco.rosa),
      email: known.email,
      name: "Pat",
      role: "member",
    });
    expect(invited).toMatchObject({ kind: "invited", email: known.email });
    const sheet = await groups.groupSheet(wyco.rosa.token, wyco.groupId);
    expect(JSON.stringify(sheet)).not.toContain("Patricia");
    expect(await groups.answerInvitation({ ...by(known), saysYes: true, name: null })).toEqual({
      kind: "in",
    });
    expect(JSON.stringify(await groups.groupSheet(wyco.rosa.token, wyco.groupId))).toContain("Patricia");
  });

  test("who asks to come in waits for a coordinator; a member cannot let anybody in", async () => {
    const [ida, maya] = [await newcomer("Ida"), await seedMember(database.owner, wyco.groupId)];
    expect(await groups.askToJoin({ ...by(ida), words: "I live on 10th." })).toEqual({ kind: "asked" });
    const yes = { personId: ida.personId, saysYes: true };
    expect(await groups.answerJoin({ ...by(maya), ...yes })).toEqual({ kind: "unknown-group" });
    expect(await groups.answerJoin({ ...by(ida), ...yes })).toEqual({ kind: "unknown-group" });
    expect(await groups.groupSheet(ida.token, wyco.groupId)).toBeNull();
    expect(await groups.answerJoin({ ...by(wyco.luis), ...yes })).toEqual({ kind: "in" });
    expect(await groups.groupSheet(ida.token, wyco.groupId)).toMatchObject({ isCoordinator: false });
    expect(await groups.answerJoin({ ...by(wyco.luis), ...yes })).toEqual({ kind: "moved-on" });
  });

  test("a member sees who coordinates, and no mail and no other member", async () => {
    const maya = await seedMember(database.owner, wyco.groupId, { name: "Maya" });
    await seedMember(database.owner, wyco.groupId, { name: "Hidden" });
    const sheet = (await groups.groupSheet(maya.token, wyco.groupId))!;
    expect(sheet.people.map(({ name }) => name)).toEqual(["Luis", "Rosa"]);
    expect(sheet.people.every(({ email, words }) => email === null && words === null)).toBe(true);
  });

  test("two coordinators always stay: neither goes, nor is made a member, before there is a third", async () => {
    const { groupId, rosa, luis } = await seedGroup(database.owner, regionId, { name: "Two only" });
    const of = (who: Seeded, personId: number) => ({
      key: randomUUID(),
      token: who.token,
      groupId,
      personId,
    });
    expect(await groups.leaveGroup(of(rosa, rosa.personId))).toEqual({ kind: "too-few" });
    expect(await groups.changeRole({ ...of(rosa, luis.personId), role: "member", isOnCall: false })).toEqual({
      kind: "too-few",
    });
    const maya = await seedMember(database.owner, groupId);
    expect(
      await groups.changeRole({ ...of(rosa, maya.personId), role: "coordinator", isOnCall: true }),
    ).toEqual({ kind: "changed" });
    expect(await groups.leaveGroup(of(rosa, luis.personId))).toEqual({ kind: "ended" });
    expect(await groups.groupSheet(luis.token, groupId)).toBeNull();
    await database.owner`update people set disabled_at = clock_timestamp() where person_id = ${maya.personId}`;
    expect((await groups.listedGroups(regionId)).map(({ name }) => name)).not.toContain("Two only");
  });

  test("thirty invitations a day, however many are sent at once", async () => {
    const { groupId, rosa } = await seedGroup(database.owner, regionId, { name: "Busy" });
    const answers = await Promise.all(
      Array.from({ length: 34 }, (_, n) =>
        groups.inviteToGroup({
          key: randomUUID(),
          token: rosa.token,
          groupId,
          email: `n${n}-${randomUUID()}@example.org`,
          name: "N",
          role: "member",
        }),
      ),
    );
    expect(answers.filter(({ kind }) => kind === "invited")).toHaveLength(30);
    expect(answers.filter(({ kind }) => kind === "too-many")).toHaveLength(4);
  });

  test("a stranger's group is as unknown as one that is not there, and a PIN opens none", async () => {
    const nia = await newcomer();
    for (const groupId of [wyco.groupId, 9_999_999])
      expect(
        await groups.describeGroup({ ...by(nia), groupId, name: "Mine now", about: null, zips: [] }),
      ).toEqual({
        kind: "unknown-group",
      });
    expect(await groups.groupSheet(nia.token, wyco.groupId)).toBeNull();
    expect(await groups.myGroups("nobody's token")).toEqual([]);
    const [{ tabletId }] = await database.owner<[{ tabletId: number }]>`
      with organization as (
        insert into organizations (region_id, source_key, name) values (${regionId}, 'desk', 'Desk') returning organization_id
      ), member as (
        insert into memberships (organization_id, person_id, role)
        select organization_id, ${wyco.rosa.personId}, 'staff' from organization
      )
      insert into tablets (organization_id, name, token_sha256, enrolled_by)
      select organization_id, 'Desk', sha256('tablet'), ${wyco.rosa.personId} from organization
      returning tablet_id`;
    await database.owner`
      insert into sessions (person_id, token_sha256, tablet_id, by_pin)
      values (${wyco.rosa.personId}, sha256('by pin'), ${tabletId}, true)`;
    expect(await groups.myGroups("by pin")).toEqual([]);
    expect(await groups.groupSheet("by pin", wyco.groupId)).toBeNull();
  });
});
