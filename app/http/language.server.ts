/** Which language a person reads: the link's word, then what they chose before, then the browser's. */
import { isLanguage, LANGUAGES, type Language } from "~/text/language";
import { cookieOf, type Asked } from "~/http/cookies.server";
import { isWatching } from "~/http/watching.server";

const COOKIE = "lang";

export function languageOf(request: Asked): Language {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLanguage(asked)) return asked;
  const kept = cookieOf(request, COOKIE);
  if (isLanguage(kept)) return kept;
  return preferred(request.headers.get("Accept-Language") ?? "");
}

/** Set where the link itself names a language, so that the choice is kept. */
export function languageCookie(request: Request): string | null {
  if (isWatching(request)) return null;
  const asked = new URL(request.url).searchParams.get("lang");
  return isLanguage(asked) ? `${COOKIE}=${asked}; Path=/; SameSite=Lax; HttpOnly` : null;
}

/** The first known language of an Accept-Language header by weight (RFC 9110, 12.5.4); English where none is. */
function preferred(header: string): Language {
  const wishes = header
    .split(",")
    .map((wish, place) => {
      const [tag = "", ...rest] = wish.trim().toLowerCase().split(";");
      const weight = rest.map((part) => /^\s*q=([\d.]+)$/.exec(part)?.[1]).find(Boolean);
      return { code: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.place - b.place);
  return wishes.map(({ code }) => code).find(isLanguage) ?? LANGUAGES[0];
}
