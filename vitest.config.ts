import {defineConfig} from "vitest/config";

/** `unit` runs in Node; `browser` runs in Node too and drives a real Chromium, one file after the other. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{unit,kernels}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: {groupOrder: 0},
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/fresh-site.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          sequence: {groupOrder: 1},
        },
      },
    ],
  },
});
