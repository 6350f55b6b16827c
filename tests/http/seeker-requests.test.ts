import { describe, expect, it } from "vitest";
import { dressFor } from "~/http/dress.server";
import { beginAnew, exitAnswer, hasLeft } from "~/http/exit.server";
import { pageHeaders } from "~/http/headers.server";
import { languageCookie, languageOf } from "~/http/language.server";

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://warmstop.test${path}`, { headers });

describe("the language of a page", () => {
  it.each([
    ["/?lang=es", {}, "es"],
    ["/", { Cookie: "lang=es" }, "es"],
    ["/?lang=en", { Cookie: "lang=es" }, "en"],
    ["/", { "Accept-Language": "es-MX,es;q=0.9,en;q=0.8" }, "es"],
    ["/", { "Accept-Language": "fr, en;q=0.5, es;q=0.7" }, "es"],
    ["/", { "Accept-Language": "es;q=0" }, "en"],
    ["/?lang=xx", { "Accept-Language": "*" }, "en"],
    ["/", { Cookie: "lang=<script>" }, "en"],
    ["/", {}, "en"],
  ])("is read from %s with %o as %s", (path, headers, language) =>
    expect(languageOf(request(path, headers as Record<string, string>))).toBe(language),
  );

  it("is kept once a link named it, and only then", () => {
    expect(languageCookie(request("/?lang=es"))).toMatch(/^lang=es; Path=\/; SameSite=Lax; HttpOnly$/);
    expect(languageCookie(request("/?lang=xx"))).toBeNull();
    expect(languageCookie(request("/"))).toBeNull();
  });
});

describe("the dress of a page", () => {
  it.each([
    ["/", {}, "light"],
    ["/", { "Sec-CH-UA-Mobile": "?0" }, "full"],
    ["/", { "Sec-CH-UA-Mobile": "?1" }, "light"],
    ["/?map=1", { "Sec-CH-UA-Mobile": "?1" }, "full"],
    ["/?map=0", { "Sec-CH-UA-Mobile": "?0" }, "light"],
    ["/", { "Sec-CH-UA-Mobile": "?0", "Save-Data": "on" }, "light"],
    ["/places/1", { "Sec-CH-UA-Mobile": "?0" }, "light"],
  ])("of %s with %o is %s", (path, headers, dress) =>
    expect(dressFor(request(path, headers as Record<string, string>))).toBe(dress),
  );
});

describe("leaving fast", () => {
  it("answers in one piece under 2 KB that leads away and leaves a mark", () => {
    const answer = exitAnswer();
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toMatch(/^https:\/\//);
    expect(answer.headers.get("Clear-Site-Data")).toContain("storage");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect([...answer.headers].flat().join("").length).toBeLessThan(2_000);
    const [mark] = answer.headers.getSetCookie();
    expect(hasLeft(request("/?where=66101", { Cookie: mark.split(";")[0] }))).toBe(true);
  });

  it("is over once the person begins anew, on an address without the mark", () => {
    expect(() => beginAnew(request("/?where=66101"))).not.toThrow();
    try {
      beginAnew(request("/?begin=1&where=66101", { Cookie: "left=1" }));
      expect.unreachable("beginAnew leads on");
    } catch (thrown) {
      const answer = thrown as Response;
      expect(answer.headers.get("Location")).toBe("/?where=66101");
      expect(answer.headers.get("Set-Cookie")).toContain("left=; Path=/; Max-Age=0");
    }
  });
});

describe("the headers of a page", () => {
  it.each([false, true])(
    "allow nothing from elsewhere and its own style by its hash, with a map: %s",
    (withMap) => {
      const headers = pageHeaders("body{margin:0}", withMap);
      const policy = headers["Content-Security-Policy"];
      expect(policy).toContain("default-src 'self'");
      expect(policy).toMatch(withMap ? /style-src 'self' 'sha256-/ : /style-src 'sha256-/);
      expect(policy).not.toContain("unsafe");
      expect(policy).not.toMatch(/https?:/);
      expect(headers["Cache-Control"]).toBe("no-store");
      expect(headers["Referrer-Policy"]).toBe("same-origin");
    },
  );
});
