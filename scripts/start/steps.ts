/** What a start says while it goes: one line a step, with its seconds. */

export type Steps = {
  say(line: string): void;
  /** Runs one step; `progress` lines come out under its name. */
  step<Result>(name: string, work: (progress: (line: string) => void) => Promise<Result>): Promise<Result>;
};

export function printedSteps(write: (text: string) => void): Steps {
  return {
    say: (line) => write(`${line}\n`),
    async step(name, work) {
      const since = Date.now();
      let alone = true;
      write(`${name} ... `);
      const progress = (line: string) => {
        write(`${alone ? "\n" : ""}  ${line}\n`);
        alone = false;
      };
      try {
        const result = await work(progress);
        write(`${alone ? "" : `${name}: `}${secondsSince(since)}\n`);
        return result;
      } catch (error) {
        write(`${alone ? "" : `${name}: `}stopped after ${secondsSince(since)}\n`);
        throw error;
      }
    },
  };
}

export function secondsSince(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
