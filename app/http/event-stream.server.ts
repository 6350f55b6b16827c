/** How a stream of events begins, goes on, or is refused. It is written past Remix, which reads a body whether or not anybody does. */
import type { ServerResponse } from "node:http";

export const EVENT_STREAM = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // No proxy and no packing may hold it back.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
  // It ends only when the server or the page goes.
  Connection: "close",
};

export function eventOf(name: string, told: string | number): string {
  return `event: ${name}\ndata: ${told}\n\n`;
}

/** An EventSource is told no status: only words reach it. */
export function endSignedOut(line: ServerResponse): void {
  if (line.destroyed) return;
  if (!line.headersSent) line.writeHead(200, EVENT_STREAM);
  line.end(eventOf("signed-out", 1));
}

export function refuseStream(line: ServerResponse, status: number, why = "Ask again in a minute."): void {
  if (line.destroyed || line.headersSent) return;
  const later = status === 429 || status === 503 ? { "Retry-After": "60" } : {};
  line.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    ...later,
  });
  line.end(`${why}\n`);
}
