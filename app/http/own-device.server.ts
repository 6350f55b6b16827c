/** A shared tablet is no place to come in by oneself: whoever opens it next would be that person. */
import { redirect } from "@remix-run/node";
import { hasLeft } from "~/http/exit.server";
import { tabletToken } from "~/http/tablet.server";

/** Throws the way to the tablet's screen, or to the empty start page after an exit. */
export function requireOwnDevice(request: Request): void {
  if (tabletToken(request) !== null) throw redirect("/staff");
  if (hasLeft(request)) throw redirect("/");
}
