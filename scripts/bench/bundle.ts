/** What is measured runs as plain JavaScript: the memory and the start of a TypeScript loader are nobody's figures. */
import { mkdtemp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PROJECT = path.resolve(HERE, "../..");
// Inside the project, where its packages are found.
const CACHE = path.join(PROJECT, "node_modules/.cache");

export type Bundles = { fileOf: (script: string) => string; remove: () => Promise<void> };

export async function bundled(scripts: readonly string[]): Promise<Bundles> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(path.join(CACHE, "warmstop-bench-"));
  await build({
    root: PROJECT,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    resolve: { alias: { "~": path.join(PROJECT, "app") } },
    build: {
      ssr: true,
      target: "node20",
      outDir: folder,
      rollupOptions: {
        input: Object.fromEntries(scripts.map((script) => [script, path.join(HERE, `${script}.ts`)])),
        output: { entryFileNames: "[name].mjs" },
      },
    },
  });
  return {
    fileOf: (script) => path.join(folder, `${script}.mjs`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
