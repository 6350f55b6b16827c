/** The database for a command beside the app: DATABASE_URL, the running embedded server, or one started for it. */
import path from "node:path";
import { openCluster, openHome, readKeys } from "./cluster";
import { answers, urlFor } from "./connection";
import { holderOf, takeLock } from "./lock";
import { Refusal } from "./refusal";
import { startServer } from "./server";

/** Where the embedded server keeps its data. */
export function dataFolder(): string {
  return path.resolve(process.env.WARMSTOP_DATA || ".warmstop");
}

/** Runs the work with the owner's address of the database. `job` names it to others: "npm run import-gtfs". */
export async function withDatabase<Result>(
  job: string,
  work: (ownerUrl: string) => Promise<Result>,
): Promise<Result> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const home = openHome(dataFolder());
  const lock = takeLock(home, job);
  if (lock.kind === "taken") return work(await runningUrl(home));
  try {
    const server = await startServer(openCluster(home), { say: (line) => process.stderr.write(`${line}\n`) });
    try {
      return await work(server.ownerUrl);
    } finally {
      await server.stop();
    }
  } finally {
    lock.release();
  }
}

async function runningUrl(home: string): Promise<string> {
  const keys = readKeys(home);
  const url = keys && urlFor({ keys }, "warmstop", "warmstop");
  if (url !== undefined && (await answers(url))) return url;
  const holder = holderOf(home);
  throw new Refusal(
    holder === undefined
      ? `The app that had ${home} has just ended: run this again.`
      : `${holder.job} (process ${holder.pid}) has ${home} and its database does not answer yet: try again in a moment.`,
  );
}
