/** The shared tablet a request comes from: the secret in its cookie, which no other device has. */
import { redirect } from "@remix-run/node";
import { tabletScreen } from "~/data/tablets.server";
import type { TabletScreen } from "~/domain/tablet";
import { cookieOf } from "~/http/cookies.server";

const COOKIE = "__Host-tablet";
// Browsers keep none for longer; every unlocking begins it anew.
const KEPT_S = 400 * 86_400;
const TOKEN = /^[\w-]{43}$/;
const FOR_THIS_HOST = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** null: no tablet. Whether it still is one, the database knows. */
export function tabletToken(request: Request): string | null {
  const token = cookieOf(request, COOKIE);
  return token && TOKEN.test(token) ? token : null;
}

export async function findTablet(request: Request): Promise<(TabletScreen & { token: string }) | null> {
  const token = tabletToken(request);
  if (token === null) return null;
  const screen = await tabletScreen(token);
  return screen && { ...screen, token };
}

export function tabletCookie(token: string): string {
  return `${COOKIE}=${token}; ${FOR_THIS_HOST}; Max-Age=${KEPT_S}`;
}

export function endTabletCookie(): string {
  return `${COOKIE}=; ${FOR_THIS_HOST}; Max-Age=0`;
}

/** The tablet, and one of the people on its screen; throws the way back to the screen for anybody else. */
export async function requireOnTablet(request: Request, id = "") {
  const tablet = await findTablet(request);
  const person = tablet?.people.find(({ personId }) => String(personId) === id);
  if (!tablet || !person) throw redirect("/staff");
  return { tablet, person };
}
