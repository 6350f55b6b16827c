import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";
import remixOptions from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

// Vitest runs the modules as they are: the Remix plugin would strip server code from routes.
export default defineConfig({
  plugins: process.env.VITEST ? [] : [remix(remixOptions)],
  resolve: {
    alias: [
      { find: "~", replacement: new URL("./app", import.meta.url).pathname },
      // Leaflet's package names its UMD file alone, of which nothing can be left out.
      { find: /^leaflet$/, replacement: "leaflet/dist/leaflet-src.esm.js" },
    ],
  },
  build: {
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // Each small file costs a request, and packs worse than with its like.
        experimentalMinChunkSize: 4_000,
        // Only the map wakes up in a browser, and needs React without Remix.
        manualChunks: (id) => (/node_modules\/(react|react-dom|scheduler)\//.test(id) ? "react" : undefined),
      },
    },
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/test-server.ts"],
    setupFiles: ["tests/support/quiet.ts"],
    // No test asks anybody out there.
    env: { WEATHER: "off" },
    // To find what hangs, on a busy machine too; what must be quick says so itself.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
