/** A host's form about their room: what they said, or what to look at again, with all that was typed. */
import { z } from "zod";
import { PETS } from "~/domain/party";
import { MOST_NIGHTS, ROOM_KINDS, type RoomWords, type TypedRoom } from "~/domain/room";
import { typedLine, typedLines } from "~/http/typed-words.server";

const [LONGEST_ADDRESS, LONGEST_CORNER, LONGEST_ANIMALS, LONGEST_NOTES] = [200, 80, 200, 2000];
// Longer than is taken, so that who wrote too much sees what to leave out.
const KEPT = 500;
const OLDEST_CHILD = 17;

export type RoomProblem =
  | "kind"
  | "address"
  | "mostAdults"
  | "mostChildren"
  | "mostNights"
  | "smoking"
  | "livesAdults"
  | "livesChildAges"
  | "livesAnimals"
  | "notes";

export type ReadRoom =
  | {
      kind: "room";
      key: string;
      /** The room it changes; null: a new one. */
      roomId: string | null;
      said: RoomWords;
      address: string | null;
      corner: string;
      typed: TypedRoom;
    }
  | { kind: "unclear"; problems: RoomProblem[]; typed: TypedRoom }
  | { kind: "old-form"; typed: TypedRoom };

const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((number) => number >= least && number <= most);
const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((typed) => (typed === "" ? null : typed));

const fields = z.object({
  kind: z.enum(ROOM_KINDS),
  mostAdults: count(0, 20),
  mostChildren: count(0, 20),
  mostNights: count(1, MOST_NIGHTS),
  pets: z.array(z.enum(PETS)),
  stepFree: z
    .enum(["yes", "no", "unknown"])
    .transform((said) => (said === "unknown" ? null : said === "yes")),
  smoking: z.enum(["yes", "no"]).transform((said) => said === "yes"),
  livesAdults: count(0, 20),
  livesChildAges: z
    .string()
    .transform((ages) => ages.split(/[\s,;]+/).filter((age) => age !== ""))
    .refine(
      (ages) =>
        ages.length <= 12 && ages.every((age) => /^\d{1,2}$/.test(age) && Number(age) <= OLDEST_CHILD),
    )
    .transform((ages) => ages.map(Number)),
  livesAnimals: words(LONGEST_ANIMALS),
  livesWith: z
    .array(
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    )
    .max(20),
  notes: words(LONGEST_NOTES),
});

/** What it says of the room it changes, whose address may stay as it is; or of a new one, whose address must be said. */
export function readRoom(form: FormData): ReadRoom {
  const typed = typedIn(form);
  const ids = z.object({ key: z.uuid(), roomId: z.uuid().nullable() });
  const known = ids.safeParse({ key: form.get("key"), roomId: form.get("room") });
  if (!known.success) return { kind: "old-form", typed };
  const { key, roomId } = known.data;
  const read = fields.safeParse(typed);
  const problems = new Set(read.error?.issues.map(({ path }) => String(path[0]) as RoomProblem));
  if (read.success && read.data.mostAdults + read.data.mostChildren === 0) problems.add("mostAdults");
  const hasAddress = typed.address !== "";
  const isAddress = /\d/.test(typed.address) && /\p{L}{2}/u.test(typed.address);
  if ((roomId === null || hasAddress) && (!isAddress || typed.address.length > LONGEST_ADDRESS))
    problems.add("address");
  if (!read.success || problems.size > 0) return { kind: "unclear", problems: [...problems], typed };
  const address = hasAddress ? typed.address : null;
  return {
    kind: "room",
    key,
    roomId,
    said: read.data,
    address,
    corner: typed.corner.slice(0, LONGEST_CORNER),
    typed,
  };
}

function typedIn(form: FormData): TypedRoom {
  const line = (name: string, most = KEPT) => typedLine(form.get(name), most);
  const all = (name: string) =>
    form
      .getAll(name)
      .map((value) => typedLine(value, 40))
      .slice(0, 30);
  return {
    kind: line("kind"),
    address: line("address"),
    corner: line("corner"),
    mostAdults: line("mostAdults"),
    mostChildren: line("mostChildren"),
    mostNights: line("mostNights"),
    pets: all("pets"),
    stepFree: line("stepFree") || "unknown",
    smoking: line("smoking"),
    livesAdults: line("livesAdults"),
    livesChildAges: line("livesChildAges"),
    livesAnimals: line("livesAnimals"),
    livesWith: all("livesWith"),
    notes: typedLines(form.get("notes"), LONGEST_NOTES + KEPT),
  };
}
