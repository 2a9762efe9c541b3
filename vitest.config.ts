import {defineConfig} from "vitest/config";

import {LongestFirst} from "./test/longest-first.js";
import {testFiles} from "./test/tensor-files.js";

/** In ms. Only for what never ends: on two processors with much beside, a test has been seen to take twenty times as long. */
const forever = 1_200_000;

/** Vitest's own second is too short where a worker, a process or a page is kept waiting by another test. */
const expectation = {poll: {timeout: forever / 2}};

/** One file per core at a time; vitest by itself would leave a core free. */
const unit = {
  testTimeout: forever,
  hookTimeout: forever,
  expect: expectation,
  maxWorkers: "100%",
  sequence: {groupOrder: 0},
};

const browser = {
  globalSetup: ["test/browser/fresh-site.ts"],
  testTimeout: forever,
  hookTimeout: forever,
  expect: expectation,
};

/**
 * Both kinds of `unit` run in Node: files that use TF.js in a process each, the others many in one, for a start costs more than most of
 * them. `browser` runs in Node too and drives real Chromiums, four files at a time: a page waits often, and
 * fewer files left a part of both processors idle. `browser-clock` measures processor times in them, in two files and with nothing beside.
 */
export default defineConfig(async () => {
  const {tensors, plain} = await testFiles(
    ["bench", "data", "fuzz", "lessons", "lib", "src", "tools"]
      .map((folder) => `test/${folder}`)
      .concat("src/experiments"),
  );
  return {
    test: {
      sequence: {sequencer: LongestFirst},
      projects: [
        {test: {...unit, name: "unit-tensors", include: tensors}},
        {test: {...unit, name: "unit-plain", include: plain, isolate: false}},
        {
          test: {
            ...browser,
            name: "browser",
            include: ["test/browser/**/*.test.ts"],
            maxWorkers: 4,
            sequence: {groupOrder: 1},
          },
        },
        {
          test: {
            ...browser,
            name: "browser-clock",
            include: ["test/clock/**/*.test.ts"],
            maxWorkers: 2,
            sequence: {groupOrder: 2},
          },
        },
      ],
    },
  };
});
