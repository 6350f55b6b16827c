/** What people said who stood at the place's door, for its staff. */
import type { doorSum } from "~/domain/door";
import { ageMinutes } from "~/domain/freshness";
import { doorWords } from "~/text/door";
import type { Language } from "~/text/language";
import { sayAge } from "~/text/say";

export type AtDoorProps = { language: Language; door: ReturnType<typeof doorSum>; now: Date };

export function AtDoor({ language, door, now }: AtDoorProps) {
  if (!door) return null;
  const words = doorWords[language];
  const counts = door.counts.map(([word, times]) => words.counts[word](times)).join(", ");
  const age = sayAge(ageMinutes(door.newest.getTime() / 1000, now.getTime() / 1000));
  return <p className="at-door">{words.atDoor(counts, age)}</p>;
}
