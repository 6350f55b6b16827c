/** What people say who stood at a place's door. */
export const DOOR_WORDS = ["full", "closed", "got-in"] as const;
export type DoorWord = (typeof DOOR_WORDS)[number];

/** What was said at one door, the newest first. */
export type DoorSaid = { word: DoorWord; at: Date };

/** How often each was said, the most telling first, and when the last time was; null where nobody said anything. */
export function doorSum(said: readonly DoorSaid[]): { counts: [DoorWord, number][]; newest: Date } | null {
  const [newest] = said;
  if (!newest) return null;
  const counts = DOOR_WORDS.map((word): [DoorWord, number] => [
    word,
    said.filter((one) => one.word === word).length,
  ]);
  return { counts: counts.filter(([, times]) => times > 0), newest: newest.at };
}
