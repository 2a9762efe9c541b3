import {expect, it} from "vitest";
import {defaultParams} from "../../../lib/params.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import {whyNotGraded} from "../../../src/exercise/run-desk.js";
import {newRun, type RunRecord} from "../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../src/experiments/gan-plane/experiment.js";

const run = (changes: Partial<RunRecord>): RunRecord => ({
  ...newRun(ganPlane as Experiment, 1, defaultParams(ganPlane.params)),
  ...changes,
});
const why = (changes: Partial<RunRecord>, backend = "wasm") =>
  whyNotGraded({now: run(changes)}, backend);

it("a live run on the back end that is asked for can be graded", () => {
  expect(why({step: 5, backend: "wasm"})).toBeUndefined();
  expect(why({step: 5, backend: "webgl"}, "none")).toBeUndefined();
});

it.each([
  [{step: 0, backend: "wasm"}, /Press Train/, false],
  [{step: 5, backend: "webgl"}, /computed on webgl.*WebAssembly/, true],
  [
    {
      step: 5,
      backend: "wasm",
      driver: {part: "generatorLoss", code: "", standing: "passed"},
    },
    /trained with your generatorLoss.*Back to the built-in/,
    false,
  ],
  [{step: 5}, /unknown back end/, true],
] as const)("%o cannot, and why", (changes, words, needsBackend) => {
  const trouble = why(changes);
  expect(trouble?.why).toMatch(words);
  expect(trouble?.needsBackend).toBe(needsBackend);
});

it("nothing can be graded where the experiment is not on the page", () => {
  expect(whyNotGraded(undefined, "wasm")?.why).toMatch(/not on this page/);
});
