/** How far the bench is: one line that is written over on a terminal, a line for each part of the work elsewhere. */
import type { Progress } from "./child";

const CELLS = 24;

export type Bar = { of: (title: string) => Progress; clear: () => void };

export function barOn(stream: { isTTY?: boolean; write: (text: string) => unknown }): Bar {
  let said = "";
  const drawn = (line: string, done: number, of: number) => {
    const full = Math.round((CELLS * done) / of);
    stream.write(`\r\x1b[K${line} [${"#".repeat(full)}${".".repeat(CELLS - full)}] ${done}/${of}`);
  };
  const spoken = (line: string) => {
    if (line !== said) stream.write(`${line} ...\n`);
    said = line;
  };
  return {
    of: (title) => (what, done, of) =>
      stream.isTTY ? drawn(`${title}: ${what}`, done, of) : spoken(`${title}: ${what}`),
    clear: () => void (stream.isTTY && stream.write("\r\x1b[K")),
  };
}
