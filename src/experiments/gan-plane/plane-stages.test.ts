import {expect, test} from "vitest";
import {addProgress, newRun} from "../../experiment/run/run-record.js";
import {defaultParams, type Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {ganPlane} from "./experiment.js";
import {stageNumbers} from "./plane-stages.js";

const spec = ganPlane as unknown as Experiment;

test("each stage has the numbers of the last step, and the settings then in force", () => {
  const run = newRun(spec, 1, defaultParams(spec.params) as Params);
  const curves = Object.fromEntries(
    Object.keys(spec.curves).map((name, i) => [name, Float32Array.of(9, i + 0.25)]),
  );
  addProgress(run, {first: 1, curves, msPerStep: 3, memory: {tensors: 0, bytes: 0}} as Parameters<
    typeof addProgress
  >[1]);
  run.changes = [{step: 1, name: "learningRate", value: 0.05}];
  const numbers = stageNumbers(run, {
    latents: {data: Float32Array.of(0.314, -1.2), shape: [1, 2]},
    generated: {data: Float32Array.of(-0.5, 0.125, 9, 9), shape: [2, 2]},
  });
  expect(numbers.noise).toBe("128 times 2; the first one shown: (0.31, −1.20)");
  expect(numbers.samples).toMatch(/that one: \(−0\.50, 0\.1[23]\)$/);
  expect(numbers.generator).toBe("2 → 32 → 32 → 2");
  expect(numbers.losses).toMatch(/judge 0\.25\d*, generator 1\.25/);
  expect(numbers.judge).toMatch(/real 2\.25\d*, generated 3\.25/);
  expect(numbers.gradients).toMatch(/judge 4\.25\d*, generator 5\.25/);
  expect(numbers.update).toContain("rate 0.05");
});

test("before the first step there are dashes, not numbers", () => {
  const run = newRun(spec, 1, defaultParams(spec.params) as Params);
  expect(stageNumbers(run, {}).losses).toBe("judge –, generator –");
});

test("a generator of the reader's own is told as that", () => {
  const driver = {part: "layers", code: "", standing: "passed"} as const;
  const run = {...newRun(spec, 1, defaultParams(spec.params) as Params), driver};
  expect(stageNumbers(run, {}).generator).toBe("2 → your layers → 2");
});
