/** Where a worker begins, in plain JavaScript: from here on TypeScript and the project's own paths are understood. */
import { workerData } from "node:worker_threads";
import { tsImport } from "tsx/esm/api";

const { entry, tsconfig } = workerData;
await tsImport(entry, { parentURL: import.meta.url, tsconfig });
