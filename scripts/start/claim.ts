/** Which database a start works on, claimed before anything is made: nobody else may have it. */
import { openHome } from "../postgres/cluster";
import type { Say } from "../postgres/leftover";
import { takeLock, type Holder } from "../postgres/lock";
import { Refusal } from "../postgres/refusal";
import { dataFolder } from "../postgres/with-database";
import { checkServer, keepServerRunning } from "./database";
import { mailEnv } from "./mail";
import { givenSecret, keptSecret } from "./settings";
import type { Stopping } from "./stopping";

type Opening = { say: Say; stopping: Stopping; onLost: (error: unknown) => void };

export type Claim = {
  name: string;
  secret: string;
  /** What the app is told of it. */
  env: NodeJS.ProcessEnv;
  /** Brings the database up; the answer is the owner's address of it. */
  open(opening: Opening): Promise<string>;
  tellAddress(address: string): void;
  release(): void;
};

export function claimDatabase(env: NodeJS.ProcessEnv): Claim {
  return env.DATABASE_URL ? givenDatabase(env.DATABASE_URL, env) : embeddedDatabase(env);
}

function givenDatabase(url: string, env: NodeJS.ProcessEnv): Claim {
  return {
    name: "Looking at the server in DATABASE_URL",
    secret: givenSecret(env),
    env: { NODE_ENV: "production", ...mailEnv(env, { ownDatabase: false }) },
    async open({ say }) {
      say(`PostgreSQL ${await checkServer(url)}`);
      return url;
    },
    tellAddress: () => undefined,
    release: () => undefined,
  };
}

function embeddedDatabase(env: NodeJS.ProcessEnv): Claim {
  const mail = mailEnv(env, { ownDatabase: true });
  const home = openHome(dataFolder());
  const lock = takeLock(home, "npm start");
  if (lock.kind === "taken") throw new Refusal(whoHasIt(home, lock.holder));
  return {
    name: "Starting the database",
    secret: keptSecret(home, env),
    env: { NODE_ENV: "production", WARMSTOP_DATA: home, ...mail },
    async open({ say, stopping, onLost }) {
      const server = await keepServerRunning(home, { say, onLost });
      await stopping.later(() => server.stop());
      return server.ownerUrl;
    },
    tellAddress: lock.setAddress,
    release: lock.release,
  };
}

function whoHasIt(home: string, { pid, since, address, job }: Holder): string {
  const from = new Date(since).toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" });
  const at = address === null ? "not serving yet" : `serving at ${address}`;
  return `${home} is in use: ${job} has it (process ${pid}, since ${from}, ${at}). Stop that one first, or give this one its own folder with WARMSTOP_DATA.`;
}
