import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedList } from "~/http/asked-list.server";
import { dressFor } from "~/http/dress.server";
import { languageOf } from "~/http/language.server";

const PAGE = "/?where=66101&adults=1";
const asked = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  askedList({ method, url, headers });

describe("a list that anybody may share", () => {
  test.each([
    ["a page", PAGE, {}],
    ["the start page", "/", {}],
    ["a page of whoever chose a language", PAGE, { cookie: "lang=es" }],
    ["the same for machines", "/places.json?where=66101", {}],
    [
      "the same for machines, whatever cookie comes with it",
      "/places.json?where=66101",
      { cookie: "left=1" },
    ],
    ["points", "/places.geojson?where=66101", {}],
  ])("%s", (_what, url, headers) => expect(asked(url, headers)).not.toBeNull());
});

describe("what is nobody else's", () => {
  test.each([
    ["of whoever has left", PAGE, { cookie: "left=1" }],
    ["of a phone that asked for a hold", PAGE, { cookie: "__Host-device=x" }],
    ["with more than a language", PAGE, { cookie: "lang=es; left=1" }],
    ["with a language that is none", PAGE, { cookie: "lang=es%00; a=b" }],
    ["that sets the language", `${PAGE}&lang=es`, {}],
    ["that begins anew", `${PAGE}&begin=1`, {}],
    ["another page", "/places/1?where=66101", {}],
    ["the live stream", "/live?places=1&lang=en", {}],
    ["longer than any form", `${PAGE}${"x".repeat(1000)}`, {}],
    ["a proxy's whole address", "http://elsewhere/", {}],
  ])("%s", (_what, url, headers) => expect(asked(url, headers)).toBeNull());

  test("a change, and a question for the head alone", () => {
    expect(["POST", "HEAD", "OPTIONS"].map((method) => asked(PAGE, {}, method))).toEqual([null, null, null]);
  });
});

const headers = fc.record(
  {
    "accept-language": fc.constantFrom("en", "es", "es-MX,en;q=0.5", "fr", "*", ""),
    cookie: fc.constantFrom("lang=es", "lang=en", "lang=fr"),
    "save-data": fc.constantFrom("on", "off"),
    "sec-ch-ua-mobile": fc.constantFrom("?0", "?1"),
    "user-agent": fc.string(),
    "x-forwarded-for": fc.ipV4(),
    host: fc.domain(),
  },
  { requiredKeys: [] },
);
const urls = fc.constantFrom(PAGE, `${PAGE}&map=1`, `${PAGE}&map=0`, "/");

test("it reads as the one that was sent: the same language, the same dress", () => {
  fc.assert(
    fc.property(urls, headers, (url, sent) => {
      const own = new Request(`http://localhost${url}`, { headers: readable(sent) });
      const request = asked(url, sent)!.request();
      expect([languageOf(request), dressFor(request)]).toEqual([languageOf(own), dressFor(own)]);
    }),
  );
});

test("equal keys are equal requests, and nothing else of who asks is in them", () => {
  fc.assert(
    fc.property(urls, headers, headers, (url, one, other) => {
      const [first, second] = [asked(url, one)!, asked(url, other)!];
      const whole = ({ url: own, headers: told }: Request) => [own, ...told];
      if (first.key === second.key) expect(whole(first.request())).toEqual(whole(second.request()));
      expect([...first.request().headers.keys()].toSorted()).toEqual(["accept-language", "sec-ch-ua-mobile"]);
    }),
  );
});

function readable(sent: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    ["accept-language", "cookie", "save-data", "sec-ch-ua-mobile"].flatMap((name) =>
      sent[name] === undefined ? [] : [[name, sent[name]]],
    ),
  );
}
