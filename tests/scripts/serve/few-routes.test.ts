import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { byStart } from "../../../scripts/serve/few-routes";

const route = (id: string, path: string | undefined, parentId: string | undefined = "root") => [
  id,
  { id, path, parentId, module: {} },
];
const routes = Object.fromEntries([
  route("root", "", undefined).map((part) =>
    typeof part === "string" ? part : { ...part, parentId: undefined },
  ),
  route("home", undefined),
  route("unknown", "*"),
  route("place", "places/:placeId"),
  route("door", "places/:placeId/door"),
  route("list", "places.json"),
  route("staff", "staff"),
  route("board", "places/:placeId", "staff"),
  route("edit", "edit", "board"),
]) as unknown as ServerBuild["routes"];
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const routesFor = byStart(build, (few) => {
  expect(Object.keys(few.assets.routes)).toEqual(Object.keys(few.routes));
  return Object.keys(few.routes).join(" ");
});

test.each([
  ["/", "root home unknown"],
  ["/places/7", "root unknown place door"],
  ["/PLACES/7/door", "root unknown place door"],
  ["/places.json", "root unknown list"],
  ["/staff/places/7/edit", "root unknown staff board edit"],
])("of %s there are only the routes that may match", (path, those) => {
  expect(routesFor(path)).toBe(those);
});

test.each(["/%73taff", "/staff.data", "/nothing/7"])("for %s there are all of them", (path) => {
  expect(routesFor(path).split(" ")).toHaveLength(Object.keys(routes).length);
});
