/** What a tap on the page of drives and rounds does. */
import { bring, endDrive, noteBrought, type Came } from "~/data/drives.server";
import { comeAlong, endRound, letOnRound } from "~/data/rounds.server";
import type { DriveChange } from "~/domain/drive";
import type { ReadDriveChange } from "~/http/drive-form.server";

type By = { token: string; groupId: number };

/** Null: the form lacks what the change is about. */
export async function changeDriveBy(
  change: DriveChange,
  { key, need, n, gift, drive, round, person, as }: ReadDriveChange,
  by: By,
): Promise<Came | null> {
  const ours = { ...by, key };
  switch (change) {
    case "bring":
      return need && n !== undefined ? bring({ ...ours, needId: need, n }) : null;
    case "brought":
      return gift ? noteBrought({ ...ours, giftId: gift }) : null;
    case "end":
      return drive ? endDrive({ ...ours, driveId: drive }) : null;
    case "come":
    case "stay":
      return round ? comeAlong({ ...ours, roundId: round, comes: change === "come" }) : null;
    case "let-on":
    case "take-off":
      return round && person
        ? letOnRound({ ...ours, roundId: round, personId: person, isOn: change === "let-on" })
        : null;
    case "round-over":
      return round && as ? endRound({ ...ours, roundId: round, as }) : null;
  }
}
