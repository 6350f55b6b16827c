/** A browser with its cookies, from its own network address, that asks the seeker's routes by their handlers. */
import { randomUUID } from "node:crypto";

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;
export type Said = Record<string, unknown> & { hold?: { holdId: string; state: string } };

export class Phone {
  readonly cookies = new Map<string, string>();
  /** Of its network; a phone's changes on its way. */
  address: string = randomUUID();

  async ask(handler: unknown, { query = "", form, site = "same-origin", placeId = 0 }: Asked = {}) {
    const cookie = [...this.cookies].map((pair) => pair.join("=")).join("; ");
    const told: Record<string, string> = {
      cookie,
      "sec-fetch-site": site,
      "x-client-address": this.address,
    };
    const request = new Request(
      `http://localhost/hold?${query}`,
      form && { method: "POST", body: new URLSearchParams(form) },
    );
    const sent = new Proxy(request, {
      get(target, name) {
        if (name === "headers") return { get: (key: string) => told[key.toLowerCase()] ?? null };
        const value = Reflect.get(target, name) as unknown;
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const answer = await Promise.resolve()
      .then(() => (handler as Handler)({ request: sent, params: { placeId: String(placeId) }, context: {} }))
      .catch((thrown: unknown) => thrown);
    // A bug is not an answer.
    if (answer instanceof Error) throw answer;
    const { data, init } = answer as { data?: Said; init?: { status?: number; headers?: HeadersInit } };
    const headers = answer instanceof Response ? answer.headers : new Headers(init?.headers);
    this.keep(headers);
    if (answer instanceof Response)
      return { status: answer.status, to: answer.headers.get("Location"), data: {} as Said };
    return { status: init?.status ?? 200, to: null, data: (data ?? answer) as Said };
  }

  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/Max-Age=0/.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
  }
}

export type Asked = {
  query?: string;
  form?: Record<string, string> | string[][];
  site?: string;
  placeId?: number;
};
