/** A form is read whole before the app begins with it: who sends it slowly holds up nobody. */
import { Readable } from "node:stream";
import type { Request } from "express";

// The longest form has a few fields.
const MOST_BYTES = 64 * 1024;

/** The request with its body at hand, or null where it is longer than any form; rejects where its sender left. */
export async function withWholeBody(request: Request): Promise<Request | null> {
  if (request.method === "GET" || request.method === "HEAD") return request;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  const { method, headers, originalUrl, protocol, hostname } = request;
  const body = Readable.from([Buffer.concat(chunks)], { objectMode: false });
  // All that Remix's own handler reads of a request.
  return Object.assign(body, {
    method,
    headers,
    originalUrl,
    protocol,
    hostname,
    get: request.get.bind(request),
  }) as unknown as Request;
}
