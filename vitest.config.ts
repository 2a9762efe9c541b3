import {defineConfig} from "vitest/config";

/**
 * `unit` runs in Node, one file per core at a time; vitest by itself would leave a core free. `browser` runs in Node too and
 * drives real Chromiums, two files at a time: a page waits often, but more of them would make each other miss their time.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{unit,kernels}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: "100%",
          sequence: {groupOrder: 0},
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/fresh-site.ts"],
          maxWorkers: 2,
          testTimeout: 240_000,
          // Vitest's own second is too short where a worker or a page is kept waiting by another test.
          expect: {poll: {timeout: 30_000}},
          hookTimeout: 60_000,
          sequence: {groupOrder: 1},
        },
      },
    ],
  },
});
