import {expect, test} from "vitest";
import {FileProblem} from "../../../lib/datasets/file-problem.js";
import {NoBackend} from "../../../lib/training/backends.js";
import {BadCheckpoint} from "../../../lib/training/checkpoint.js";
import {DeviceLost, problemOf, Refusal} from "../../../lib/training/problem.js";
import {Diverged} from "../../../lib/training/train.js";

// The messages are those of V8, Emscripten, TF.js and Dawn.
test.each([
  [new Diverged("loss", 3, Number.NaN), "diverged"],
  [new BadCheckpoint("step -1"), "bad-checkpoint"],
  [new NoBackend("none"), "no-backend"],
  [new DeviceLost("gone"), "device-lost"],
  [new Error("WebGL Error Code: CONTEXT_LOST_WEBGL"), "device-lost"],
  [new Error("GPUDevice: Device was lost while mapping"), "device-lost"],
  [new RangeError("Array buffer allocation failed"), "out-of-memory"],
  [new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded"), "out-of-memory"],
  [new Error("Aborted(Cannot enlarge memory arrays)"), "out-of-memory"],
  [new Error("Failed to create texture: out of memory"), "out-of-memory"],
  [new FileProblem("missing", "missing file: a.bin", "Retry."), "bad-file"],
  [new RangeError("invalid seed: -1"), "bad-params"],
  [new TypeError("x is not a function"), "internal"],
  ["a string", "internal"],
])("%s is %s, with its message and something to try", (error, code) => {
  const problem = problemOf(error);
  expect(problem.code).toBe(code);
  expect(problem.message).toBe(error instanceof Error ? error.message : error);
  expect(problem.advice).toMatch(/\.$/);
});

test("what knows its own advice keeps it", () => {
  expect(problemOf(new FileProblem("missing", "missing file", "Retry.")).advice).toBe("Retry.");
  const own = {code: "wrong-state", message: "no", advice: "Pause it first."} as const;
  expect(problemOf(new Refusal(own))).toBe(own);
});
