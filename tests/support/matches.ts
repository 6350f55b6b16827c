/** A family and a room to begin a test with: the mother's ask, Rosa who has it, and Hana's spare room. */
import { randomUUID } from "node:crypto";
import type { Sql } from "~/data/connection.server";
import { claimAsk } from "~/data/desk.server";
import { answerMatchAsHost, proposeRoom, type ToPropose } from "~/data/matches.server";
import { answerMatch } from "~/data/own-match.server";
import type { AskWords } from "~/domain/ask";
import type { RoomPlace } from "~/data/rooms.server";
import type { RoomWords } from "~/domain/room";
import { addDays, localTime } from "~/domain/zone";
import { seedAsk } from "./asks";
import { seedMember, type Seeded, type SeededGroup } from "./groups";
import { openRoom } from "./rooms";

/** By the clock of the tests' regions, at whatever hour they run. */
export const inDays = (days: number) =>
  addDays(localTime(Math.floor(Date.now() / 1000), "America/Chicago").date, days);

export const toPropose = (more: Partial<ToPropose> = {}): ToPropose => ({
  arrivesOn: inDays(0),
  arrivesAt: 18 * 60,
  nights: 3,
  party: null,
  ...more,
});

export type Paired = { askId: string; roomId: string; host: Seeded; by: Seeded };

/** An ask that Rosa has, and a room that is offered. */
export async function seedPair(
  owner: Sql,
  group: SeededGroup,
  regionId: number,
  more: { ask?: Partial<AskWords>; said?: Partial<RoomWords>; place?: RoomPlace; host?: string } = {},
): Promise<Paired> {
  const host = await seedMember(owner, group.groupId, { name: more.host ?? "Hana" });
  const { roomId } = await openRoom(host, group, regionId, more);
  const askId = await seedAsk(group.groupId, more.ask);
  await claimAsk({ key: randomUUID(), token: group.rosa.token, askId, from: null });
  return { askId, roomId, host, by: group.rosa };
}

export const propose = ({ askId, roomId, by }: Paired, said: Partial<ToPropose> = {}) =>
  proposeRoom({ key: randomUUID(), token: by.token, askId, roomId, said: toPropose(said) });

export async function proposed(pair: Paired, said: Partial<ToPropose> = {}): Promise<string> {
  const answer = await propose(pair, said);
  if (answer.kind !== "proposed") throw new Error(`The room was not proposed: ${answer.kind}`);
  return answer.matchId;
}

export const hostSays = ({ host }: Paired, matchId: string, saysYes = true) =>
  answerMatchAsHost({ key: randomUUID(), token: host.token, matchId, saysYes });

export const familySays = ({ askId }: Paired, matchId: string, saysYes = true) =>
  answerMatch({ key: randomUUID(), askId, matchId, saysYes });

/** Both have said yes. */
export async function agreed(pair: Paired, said: Partial<ToPropose> = {}): Promise<string> {
  const matchId = await proposed(pair, said);
  await hostSays(pair, matchId);
  const { kind } = await familySays(pair, matchId);
  if (kind !== "agreed") throw new Error(`They did not agree: ${kind}`);
  return matchId;
}

/** Time passes for matches: all that was due or done was so many minutes earlier. */
export async function minutesPass(owner: Sql, matchId: string, minutes: number): Promise<void> {
  await owner.unsafe(`
    alter table matches disable trigger user;
    update matches
      set answer_until = answer_until - interval '${minutes} minutes',
          over_at = over_at - interval '${minutes} minutes'
      where match_id = '${matchId}';
    alter table matches enable trigger user;
    update match_check_ins
      set due_at = due_at - interval '${minutes} minutes'
      where match_id = '${matchId}'`);
}
