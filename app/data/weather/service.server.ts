/** One question to the weather service: who we are, four seconds, a megabyte, and never to another server. */
import { userAgent } from "~/data/user-agent.server";

export type Service = {
  /** Without a slash at its end. */
  url: string;
  userAgent: string;
  timeoutMs: number;
};

/** Why nothing usable came, without anything of the question; `pauseS` where the service says when to come back. */
export type Failed = { kind: "failed"; why: string; pauseS: number | null };
type Said = { kind: "said"; body: unknown } | Failed;

type Settings = Readonly<Record<string, string | undefined>>;

const NWS = "https://api.weather.gov";
const TIMEOUT_MS = 4_000;

/** WEATHER, NWS_URL and CONTACT of the environment; a sentence for the operator where nobody is to be asked. */
export function serviceFrom(env: Settings): Service | { off: string } {
  if (env.WEATHER?.toLowerCase() === "off") return { off: "The weather is switched off (WEATHER=off)." };
  const url = env.NWS_URL || NWS;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return { off: "NWS_URL must be an http(s) address." };
  const { origin, pathname } = new URL(url);
  return {
    url: `${origin}${pathname.replace(/\/+$/, "")}`,
    userAgent: userAgent(env.CONTACT),
    timeoutMs: TIMEOUT_MS,
  };
}

const MOST_BYTES = 1024 * 1024;
// Coordinates of a form it does not like are sent on once.
const MOST_REDIRECTS = 3;

export async function askService(service: Service, path: string): Promise<Said> {
  const signal = AbortSignal.timeout(service.timeoutMs);
  let url = new URL(`${service.url}${path}`);
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const answer = await fetch(url, {
        headers: { accept: "application/geo+json", "user-agent": service.userAgent },
        redirect: "manual",
        signal,
      });
      const next = redirectOf(answer, url);
      const said = next ?? (await readAnswer(answer));
      // An unread body would hold its connection.
      if (!answer.bodyUsed) await answer.body?.cancel();
      if (!(said instanceof URL)) return said;
      url = said;
    }
    return failed("it sends us round and round");
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return failed(isLate ? "no answer in time" : "it cannot be reached");
  }
}

function redirectOf(answer: Response, from: URL): URL | Failed | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null;
  const location = answer.headers.get("location") ?? "";
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
  return to?.origin === from.origin ? to : failed("it sends us to another server");
}

async function readAnswer(answer: Response): Promise<Said> {
  if (answer.status !== 200)
    return failed(`status ${answer.status}`, pauseOf(answer.headers.get("retry-after")));
  const text = await readBody(answer);
  if (text === null) return failed("the answer is too long");
  try {
    return { kind: "said", body: JSON.parse(text) };
  } catch {
    return failed("the answer is no JSON");
  }
}

async function readBody(answer: Response): Promise<string | null> {
  const reader = answer.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString("utf8");
}

// Retry-After is seconds or a date.
function pauseOf(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const seconds = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return seconds > 0 ? seconds : null;
}

export function failed(why: string, pauseS: number | null = null): Failed {
  return { kind: "failed", why, pauseS };
}
