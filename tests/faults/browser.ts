/** A browser without script: its cookies, pages and their forms, over real HTTP to whichever app process takes it. */
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { stopwatch, type AppProcess } from "./apps";

export type Form = {
  action: string;
  fields: Record<string, string>;
  /** What can be tapped or chosen: one of each name. */
  choices: { name: string; value: string }[];
};
export type Page = {
  status: number;
  location: string | null;
  html: string;
  forms: Form[];
  ms: number;
  heldMs: number;
  at: number;
};
/** Null: the connection broke before an answer, and `broke` says how. */
export type Got = Page | { status: null; broke: string; ms: number; heldMs: number; at: number };

// Longer than any answer may take: what comes later than this would never come.
const GIVE_UP_MS = 15_000;
const NOBODY_MS = 100;

export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #apps: AppProcess[];
  readonly #pick: () => number;
  readonly #address: string;
  readonly #agents: Map<AppProcess, http.Agent>;

  constructor(apps: AppProcess[], agents: Map<AppProcess, http.Agent>, pick: () => number, address: string) {
    this.#apps = apps;
    this.#agents = agents;
    this.#pick = pick;
    this.#address = address;
  }

  async open(path: string): Promise<Got> {
    return this.#ask("GET", path);
  }

  async send(action: string, fields: Record<string, string>): Promise<Got> {
    return this.#ask("POST", action, new URLSearchParams(fields).toString());
  }

  /** Whoever listens takes it, as behind a balancer: a refused connection heard nothing of the request. */
  async #ask(method: string, path: string, body?: string): Promise<Got> {
    for (;;) {
      const first = Math.floor(this.#pick() * this.#apps.length);
      for (let turn = 0; turn < this.#apps.length; turn++) {
        const got = await this.#askOne(this.#apps[(first + turn) % this.#apps.length]!, method, path, body);
        if (got !== "nobody listens") return got;
      }
      await sleep(NOBODY_MS);
    }
  }

  #askOne(app: AppProcess, method: string, path: string, body?: string): Promise<Got | "nobody listens"> {
    const [at, took] = [Date.now(), stopwatch(app)];
    return new Promise((resolve) => {
      const request = http.request(
        {
          host: "127.0.0.1",
          port: app.port,
          method,
          path,
          agent: this.#agents.get(app)!,
          headers: this.#headers(app, body),
        },
        (answer) => {
          let html = "";
          answer.setEncoding("utf8").on("data", (words: string) => (html += words));
          answer.once("error", () => resolve({ status: null, broke: "within the answer", ...took(), at }));
          answer.once("end", () => {
            this.#keep(answer.headers["set-cookie"] ?? []);
            const { statusCode: status = 0, headers } = answer;
            resolve({
              status,
              location: headers.location ?? null,
              html,
              forms: formsIn(html),
              ...took(),
              at,
            });
          });
        },
      );
      request.setTimeout(GIVE_UP_MS, () => request.destroy());
      request.once("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "ECONNREFUSED") return resolve("nobody listens");
        const broke = `${error.code ?? error.message} of ${app.name}, on a ${request.reusedSocket ? "used" : "new"} connection`;
        resolve({ status: null, broke, ...took(), at });
      });
      request.end(body);
    });
  }

  #headers(app: AppProcess, body?: string): http.OutgoingHttpHeaders {
    return {
      Cookie: [...this.cookies].map((pair) => pair.join("=")).join("; "),
      "Sec-Fetch-Site": "same-origin",
      "X-Forwarded-For": this.#address,
      "User-Agent": "Mozilla/5.0 (Linux; Android 9) Mobile",
      ...(body !== undefined && {
        Origin: app.url,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": Buffer.byteLength(body),
      }),
    };
  }

  #keep(lines: string[]): void {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/Max-Age=0/.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
  }
}

/** Only our own server's markup is read here. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form([^>]*)>([^]*?)<\/form>/g)]
    .filter(([, head]) => attribute(head!, "method") === "post")
    .map(([, head, inside]) => {
      const form: Form = { action: attribute(head!, "action") ?? "", fields: {}, choices: [] };
      for (const [, tag, words] of inside!.matchAll(/<(input|button)\b([^>]*)>/g)) {
        const [name, value] = [attribute(words!, "name"), attribute(words!, "value") ?? ""];
        if (name === undefined || /\sdisabled/.test(words!)) continue;
        const isChoice = tag === "button" || attribute(words!, "type") === "radio";
        if (isChoice) form.choices.push({ name, value });
        else form.fields[name] = value;
      }
      return form;
    });
}

function attribute(words: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`)
    .exec(words)?.[1]
    ?.replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'");
}
