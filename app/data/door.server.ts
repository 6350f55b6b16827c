/** What people say who stood at a place's door: heard once for its key, told to the place's staff. */
import type { DoorSaid, DoorWord } from "~/domain/door";
import { sql, within } from "./database.server";

export type Heard = {
  kind: "heard" | "too-many" | "unknown-place" | "unknown-word" | "key-used-otherwise";
};

/** `voice`: the keyed hash of where it came from. */
export async function sayAtDoor(said: {
  key: string;
  voice: Uint8Array;
  placeId: number;
  word: DoorWord;
}): Promise<Heard> {
  const [{ answer }] = await within(sql<[{ answer: Heard }]>`
    select say_at_door(${said.key}, ${said.voice}, ${said.placeId}, ${said.word}) as answer`);
  return answer;
}

/** Of the last two hours, one word a voice; nothing for who may not act for the place. */
export async function doorWordsOf(token: string, placeId: number): Promise<DoorSaid[]> {
  const [{ said }] = await within(sql<[{ said: { word: DoorWord; at: string }[] }]>`
    select door_words_of(${token}, ${placeId}) as said`);
  return said.map(({ word, at }) => ({ word, at: new Date(at) }));
}
