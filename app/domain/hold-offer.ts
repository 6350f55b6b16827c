/** Whether a family may ask a place to hold room for it, in which pools, and when it would be there; and where else to ask. */
import { askableFrom } from "~/domain/hold";
import { lettingIn } from "~/domain/hours/opening";
import type { EpochSeconds } from "~/domain/journey";
import { roomIn, type Count } from "~/domain/pool";
import { isGendered, letsSleep } from "~/domain/rank";
import type { Option } from "~/domain/tonight";

export type HoldOffer =
  /** Several pools only where one is for women and one for men: nobody is asked for a gender, so they choose. */
  | { kind: "ask"; counts: [Count, ...Count[]]; arrivesAt: EpochSeconds | null }
  /** They would come later than a hold made now can stand. */
  | { kind: "too-early"; askFrom: EpochSeconds; arrivesAt: EpochSeconds }
  /** Nobody told us of room for them: a call tells more. */
  | { kind: "call" };

type Asked = Pick<Option, "place" | "counts" | "opening" | "way" | "best" | "standing">;

/** now: this moment; from: when they set out, as asked. */
type Times = { now: EpochSeconds; from: EpochSeconds };

export function holdOffer(option: Asked, { now, from }: Times): HoldOffer {
  const [first, ...others] = poolsToHold(option.counts);
  if (!first || !isAskable(option)) return { kind: "call" };
  const arrivesAt = arrivalAt(option, { now, from });
  const askFrom = arrivesAt === null ? now : askableFrom(arrivesAt);
  if (arrivesAt !== null && askFrom > now) return { kind: "too-early", askFrom, arrivesAt };
  return { kind: "ask", counts: [first, ...others], arrivesAt };
}

/** The best of the others that may take them: beds before halls, each in the answer's order. */
export function placesBeside(placeId: number, options: readonly Option[], most: number): Option[] {
  return options
    .filter(({ place, standing }) => place.placeId !== placeId && standing !== "no")
    .toSorted((a, b) => Number(letsSleep(b.place.kind)) - Number(letsSleep(a.place.kind)))
    .slice(0, most)
    .map((option, at) => ({ ...option, number: at + 1 }));
}

// A member's room and a funded stay are a coordinator's to give; after the last hour of letting in nobody is let in.
function isAskable({ place, standing, way }: Asked): boolean {
  const isLate = way.kind === "none" && way.reason === "doors-closed";
  return standing !== "no" && place.kind !== "room" && place.kind !== "funded-stay" && !isLate;
}

/** Answered from the public counts alone, the best one first. */
function poolsToHold(counts: readonly Count[]): Count[] {
  const withRoom = counts.filter((count) => roomIn(count) === "yes");
  const forAll = withRoom.find(({ household }) => !isGendered(household));
  return forAll ? [forAll] : (["women", "men"] as const).flatMap((whom) => ofHousehold(withRoom, whom));
}

function ofHousehold(counts: readonly Count[], whom: Count["household"]): Count[] {
  return counts.filter(({ household }) => household === whom).slice(0, 1);
}

/** Without a way: the hour they asked about, or the door's own where it is later; null where that is now. */
function arrivalAt({ best, opening }: Asked, { now, from }: Times): EpochSeconds | null {
  if (best) return best.enters;
  const soonest = Math.max(from, lettingIn(opening)?.from ?? from);
  return soonest > now ? soonest : null;
}
