/** The end of listening: nobody whom the machine has let in for us is lost unread. */
import type { RequestListener } from "node:http";
import { Server } from "node:net";

const QUIET_TURN_MS = 0.3;
const MOST_WAIT_MS = 500;

export type Stoppable = {
  handle: RequestListener;
  /** `ended`: every connection has its answer and is gone. */
  stopListening(server: Server, ended: () => void): void;
};

/** From the moment it stops on, each answer is the last of its connection; until it listens no more they wait. */
export function stoppable(answer: RequestListener): Stoppable {
  let isStopping = false;
  let waiting: (() => void)[] | null = null;
  return {
    handle(request, response) {
      // The connection ends with this answer, and not with a question on its way.
      if (isStopping) response.setHeader("Connection", "close");
      if (waiting) waiting.push(() => void answer(request, response));
      else void answer(request, response);
    },
    stopListening(server, ended) {
      isStopping = true;
      const cameIn: (() => void)[] = [];
      waiting = cameIn;
      whenQuiet(server, () => {
        // The HTTP server's own close breaks idle connections at once, and a form that was just sent is lost with them.
        Server.prototype.close.call(server, ended);
        waiting = null;
        for (const begin of cameIn) begin();
      });
    },
  };
}

/**
 * Right after a turn of the loop in which nobody came and next to nothing was done. To stop listening breaks what the machine
 * has let in for us and we have not taken yet: the loop takes one a turn, and a turn that answers others lasts 50 ms; their
 * forms would be lost unread. So would one that comes on an idle connection while that is ended.
 */
export function whenQuiet(server: Server, then: () => void): void {
  let came = 0;
  const count = () => void came++;
  server.on("connection", count);
  const since = performance.now();
  const look = (turnSince: number, cameBefore: number) => {
    const now = performance.now();
    const isQuiet = came === cameBefore && now - turnSince < QUIET_TURN_MS;
    if (!isQuiet && now - since < MOST_WAIT_MS) return void setImmediate(look, now, came);
    server.off("connection", count);
    then();
  };
  setImmediate(() => setImmediate(look, performance.now(), came));
}
