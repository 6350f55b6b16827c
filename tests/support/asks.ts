/** Asks to begin a test with. */
import { randomBytes, randomUUID } from "node:crypto";
import { askHelp, type ToAsk } from "~/data/asks.server";
import type { AskWords } from "~/domain/ask";

export const MOTHER: AskWords = {
  kinds: ["sleep", "unsure"],
  party: { adults: 1, childAges: [6, 9], pets: [], wheelchair: false, together: true },
  area: "7th and Minnesota",
  words: "Every shelter is full. It is too cold at the bus stops.",
  contact: "913-555-0142",
  reach: "Text after 6 pm.",
  avoid: "Do not call.",
  isShared: false,
};

/** Of a phone and a network of its own. */
export const asking = (groupId: number, said: Partial<AskWords> = {}, more: Partial<ToAsk> = {}): ToAsk => ({
  key: randomUUID(),
  device: randomBytes(32),
  groupId,
  said: { ...MOTHER, ...said },
  language: "en",
  address: randomBytes(32),
  ...more,
});

export async function seedAsk(groupId: number, said: Partial<AskWords> = {}): Promise<string> {
  const asked = await askHelp(asking(groupId, said));
  if (asked.kind !== "asked") throw new Error(`The ask was not taken: ${asked.kind}`);
  return asked.askId;
}
