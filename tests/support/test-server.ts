/** Vitest's global setup: an embedded server for the run, where `npm test` has not started one already. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCluster } from "../../scripts/postgres/cluster";
import { startServer } from "../../scripts/postgres/server";

export default async function startTestServer(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.WARMSTOP_TEST_SERVER) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "warmstop-test-"));
  const server = await startServer(openCluster(folder), {
    say: (line) => void process.stdout.write(`${line}\n`),
    durability: "throwaway",
  });
  process.env.WARMSTOP_TEST_SERVER = server.ownerUrl;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
