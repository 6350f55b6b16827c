/**
 * Remix compares an address with every route there is, several times a request, and looks each of them up for every page: here
 * with those alone that begin as the address does.
 */
import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/** What answers a path, made of the build with no more routes than may match there. */
export function byStart<Handler>(
  build: ServerBuild,
  make: (build: ServerBuild) => Handler,
): (pathname: string) => Handler {
  const few = new Map([...startsOf(build.routes)].map((start) => [start, make(withOnly(build, start))]));
  const whole = make(build);
  return (pathname) => few.get(startOf(pathname)) ?? whole;
}

/** What stands before the second slash, as routes are compared: in small letters. */
function startOf(pathname: string): string {
  return pathname.split("/", 2)[1]!.toLowerCase();
}

/** Of the routes that say how they begin; an address that begins otherwise is compared with all. */
function startsOf(routes: Routes): Set<string> {
  const starts = topsOf(routes).map(({ path = "" }) => startOf(`/${path}`));
  return new Set(starts.filter((start) => !/^[:*]/.test(start)));
}

function topsOf(routes: Routes) {
  return Object.values(routes).filter(({ parentId }) => parentId === "root");
}

function withOnly(build: ServerBuild, start: string): ServerBuild {
  const tops = topsOf(build.routes).filter(({ path = "" }) => {
    const own = startOf(`/${path}`);
    return own === start || /^[:*]/.test(own);
  });
  const ids = new Set(["root", ...tops.map(({ id }) => id)]);
  const isThere = (id: string): boolean => {
    const { parentId } = build.routes[id]!;
    return ids.has(id) || (parentId !== undefined && parentId !== "root" && isThere(parentId));
  };
  const only = <Each>(routes: Record<string, Each>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => isThere(id)));
  const assets = { ...build.assets, routes: only(build.assets.routes) };
  return { ...build, routes: only(build.routes), assets };
}
