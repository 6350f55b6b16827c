/** Loaders and actions asked as a signed-in browser asks them, and what they answer or throw. */

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;

export type AskedAs = {
  /** The token of a session. */
  by: string;
  placeId: number;
  params?: Record<string, string>;
  /** Sent as a POST. */
  form?: Record<string, string>;
  site?: string;
  query?: string;
};

export type Told = {
  status: number;
  to?: string | null;
  text?: string;
  data?: Record<string, unknown>;
};

/** Its status, where it leads to, and its data. */
export async function askHandler(handler: unknown, asked: AskedAs): Promise<Told> {
  const { by, placeId, params, form, site = "same-origin", query = "" } = asked;
  const headers = new Headers({ Cookie: `__Host-staff=${by}` });
  const init = form ? { method: "POST", body: new URLSearchParams(form), headers } : { headers };
  const request = new Request(`http://localhost/staff${query}`, init);
  // A browser's own header, which no script may set.
  const sent = new Proxy(request, {
    get(target, name) {
      if (name === "headers")
        return {
          get: (key: string) => (key === "Sec-Fetch-Site" ? site : headers.get(key)),
          has: (key: string) => headers.has(key),
        };
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const args = { request: sent, params: { placeId: String(placeId), ...params }, context: {} };
  const answer = await Promise.resolve()
    .then(() => (handler as Handler)(args))
    .catch((thrown: unknown) => thrown);
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get("Location"), text: await answer.text() };
  // A bug is not an answer.
  if (answer instanceof Error) throw answer;
  const { data, init: more } = answer as { data?: unknown; init?: { status?: number } };
  return { status: more?.status ?? 200, data: (data ?? answer) as Record<string, unknown> };
}
