/** One Chromium for a whole run of browser tests, which they reach by its address. */
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS } from "../chromium";

// Where other tests keep the cores busy, threads that would compile and tidy up beside a page only stand in line: without
// them the same page takes little more than half the processor. Whoever measures seconds keeps them.
const SHARED_MACHINE = ["--js-flags=--single-threaded", "--in-process-gpu"];

export async function startTestBrowser(
  path: string,
  { alone }: { alone: boolean },
): Promise<{ address: string; close(): Promise<void> }> {
  const server = await chromium.launchServer({
    executablePath: path,
    args: alone ? CHROMIUM_FLAGS : [...CHROMIUM_FLAGS, ...SHARED_MACHINE],
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  return { address: server.wsEndpoint(), close: () => server.close() };
}
