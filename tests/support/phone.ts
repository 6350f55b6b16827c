/** A seeker's browser as routes meet it: it keeps cookies, and comes from its own network address. */
import { randomUUID } from "node:crypto";

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;
type Asked = { query?: string; form?: Record<string, string>; site?: string };
type Said = { status: number; to: string | null; data: Record<string, unknown> };

export class Phone {
  readonly cookies = new Map<string, string>();
  readonly address = randomUUID();

  async ask(handler: unknown, { query = "", form, site = "same-origin" }: Asked = {}): Promise<Said> {
    const told: Record<string, string> = {
      cookie: [...this.cookies].map((pair) => pair.join("=")).join("; "),
      "sec-fetch-site": site,
      "x-client-address": this.address,
    };
    const request = new Request(
      `http://localhost/?${query}`,
      form && { method: "POST", body: new URLSearchParams(form) },
    );
    // Browsers' own headers, which no script may set.
    const sent = new Proxy(request, {
      get(target, name) {
        if (name === "headers") return { get: (key: string) => told[key.toLowerCase()] ?? null };
        const value = Reflect.get(target, name) as unknown;
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const answer = await Promise.resolve()
      .then(() => (handler as Handler)({ request: sent, params: {}, context: {} }))
      .catch((thrown: unknown) => thrown);
    // A bug is not an answer.
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) {
      this.keep(answer.headers);
      return { status: answer.status, to: answer.headers.get("Location"), data: {} };
    }
    const { data, init } = answer as { data?: Record<string, unknown>; init?: ResponseInit };
    return { status: init?.status ?? 200, to: null, data: (data ?? answer) as Record<string, unknown> };
  }

  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/Max-Age=0/.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
  }
}
