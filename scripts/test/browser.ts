/** One Chromium for a whole run of browser tests, which they reach by its address. */
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS } from "../chromium";

export async function startTestBrowser(path: string): Promise<{ address: string; close(): Promise<void> }> {
  const server = await chromium.launchServer({
    executablePath: path,
    args: CHROMIUM_FLAGS,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  return { address: server.wsEndpoint(), close: () => server.close() };
}
