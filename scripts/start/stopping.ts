/** The wish to stop, from Ctrl-C or a process manager, and what has to be undone then, last first. */

export type Stopping = {
  readonly asked: boolean;
  /** Aborts when a stop is asked for. */
  signal: AbortSignal;
  /** Resolves when a stop is asked for. */
  wait: Promise<void>;
  /** To be undone at the end; at once when a stop was asked for already. */
  later(undo: () => unknown): Promise<void>;
  undoAll(): Promise<void>;
};

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export function watchForStop(onStop: () => void): Stopping {
  const controller = new AbortController();
  const undos: (() => unknown)[] = [];
  const wait = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve()));

  // Again and again the same: a second Ctrl-C must not cut the first one short.
  function stop(): void {
    if (controller.signal.aborted) return;
    onStop();
    controller.abort();
    // Work under way ends when what it stands on is taken away.
    void undoAll();
  }
  for (const name of SIGNALS) process.on(name, stop);

  let undoing = Promise.resolve();
  function undoAll(): Promise<void> {
    undoing = undoing.then(async () => {
      for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) await undo();
    });
    return undoing;
  }

  return {
    get asked() {
      return controller.signal.aborted;
    },
    signal: controller.signal,
    wait,
    async later(undo) {
      undos.push(undo);
      if (controller.signal.aborted) await undoAll();
    },
    undoAll,
  };
}
