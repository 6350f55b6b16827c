import { expect, test } from "vitest";
import { requireOwnPage } from "~/http/own-page.server";

const HOST = { Host: "warmstop.example" };

function isRefused(headers: Record<string, string>): boolean {
  const request = new Request("http://warmstop.example/staff/sign-in", { method: "POST" });
  // A browser would not let us set these.
  const sent = Object.assign(Object.create(request) as Request, {});
  Object.defineProperty(sent, "headers", { value: new Headers({ ...HOST, ...headers }) });
  Object.defineProperty(sent, "url", { value: request.url });
  try {
    requireOwnPage(sent);
    return false;
  } catch {
    return true;
  }
}

test.each([
  ["a page of ours", { "Sec-Fetch-Site": "same-origin" }, false],
  ["another site", { "Sec-Fetch-Site": "cross-site" }, true],
  ["another host of the same site", { "Sec-Fetch-Site": "same-site" }, true],
  ["the address bar", { "Sec-Fetch-Site": "none" }, true],
  ["an old browser on a page of ours", { Origin: "https://warmstop.example" }, false],
  ["an old browser on another site", { Origin: "https://evil.example" }, true],
  ["an old browser that hides where", { Origin: "null" }, true],
  ["no browser", {}, true],
  [
    "another site that says it is ours",
    { "Sec-Fetch-Site": "cross-site", Origin: "https://warmstop.example" },
    true,
  ],
])("a change from %s is refused: %j %s", (_from, headers, refused) => {
  expect(isRefused(headers as Record<string, string>)).toBe(refused);
});
