/** One room of a group, for a coordinator of it who neither offers it nor lives there. */
import { roomSheet } from "~/data/vetting.server";
import type { RoomSheet } from "~/domain/room";
import { requireGroup, type InGroup } from "~/http/group.server";
import { notFound } from "~/http/refusals.server";
import { isUuid } from "~/domain/uuid";

/** Throws 404 for any other, be it there or not. */
export async function requireRoom(
  request: Request,
  { groupId, roomId = "" }: { groupId?: string; roomId?: string },
): Promise<InGroup & { room: RoomSheet }> {
  const { staff, group } = await requireGroup(request, groupId, "coordinator");
  const room = isUuid(roomId) ? await roomSheet(staff.token, roomId) : null;
  if (!room || room.groupId !== group.groupId) throw notFound();
  return { staff, group, room };
}
