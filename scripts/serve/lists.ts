/** Lists, answered out of what is kept of this second where anybody would be answered alike. */
import type { RequestHandler } from "express";
import { KeptAnswers, packingFor, type Noting } from "./kept-answers";
import { refuseForNow } from "./refuse";
import type { Turns } from "./turns";

export type FromApp = {
  askedList: (sent: {
    method: string;
    url: string;
    headers: Record<string, string | string[] | undefined>;
  }) => { key: string; request: () => Request } | null;
  noting: Noting;
  withPatience: <Result>(ms: number, work: () => Promise<Result>) => Promise<Result>;
};

type ToAnswer = FromApp & {
  answer: (request: Request) => Promise<Response>;
  turns: Turns;
  answerMs: number;
  brotliQuality: number;
};

export function lists({ answer, turns, answerMs, brotliQuality, ...app }: ToAnswer): RequestHandler {
  const make = (request: Request) =>
    turns.give(answerMs, (left) => app.withPatience(left, () => answer(request)));
  const kept = new KeptAnswers(make, app.noting, { brotliQuality });
  return async (request, response, next) => {
    const { method, originalUrl: url, headers } = request;
    const asked = app.askedList({ method, url, headers });
    if (!asked) return next();
    try {
      const found = await kept.to(asked);
      if (!found) return refuseForNow(response);
      const packing = packingFor(found.body, (one) => request.acceptsEncodings(one) === one);
      const bytes = await found.packed(packing);
      response.status(found.status);
      for (const [name, value] of found.headers) response.append(name, value);
      response.vary("Accept-Encoding");
      if (packing !== "identity") response.setHeader("Content-Encoding", packing);
      response.end(bytes);
    } catch (error) {
      next(error);
    }
  };
}
