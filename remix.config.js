/**
 * Remix's options. The Vite plugin does not read this file by itself: vite.config.ts imports it.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  // A build is made beside the one in use and put in its place when whole (scripts/start/build.ts).
  buildDirectory: process.env.WARMSTOP_BUILD || "build",
  ignoredRouteFiles: ["**/.*"],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
