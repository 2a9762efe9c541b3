import {describe, expect, test} from "vitest";
import {defaultParams, type Params} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {comparedMeasures, differenceWords} from "../../../../src/experiment/run/run-differences.js";
import {newRun, type RunRecord} from "../../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

const spec = ganPlane as unknown as Experiment;

function run(number: number, changed: Record<string, number | string> = {}): RunRecord {
  const made = newRun(spec, number, {...defaultParams(spec.params), ...changed} as Params);
  return Object.assign(made, {step: 100, backend: "wasm"} as const);
}

const measured = (one: RunRecord, divergence: number): RunRecord =>
  Object.assign(one, {
    measurements: [
      {
        step: 100,
        scalars: {divergence},
        floors: {divergence: {low: 0.004, high: 0.012}},
        arrays: {},
      },
    ],
  });

describe("what differs", () => {
  test("is named as the form names it, and what is the same is said", () => {
    expect(differenceWords(spec, run(1), run(2, {learningRate: 0.01, points: "spots"}))).toBe(
      "Different: Points a ring → eight spots; Learning rate 0.002 → 0.01. The same: seed 7 and everything else.",
    );
    expect(differenceWords(spec, run(1), run(2, {seed: 8}))).toBe(
      "Different: Seed 7 → 8. The same: everything else.",
    );
    expect(differenceWords(spec, run(1), run(2))).toContain("Nothing differs");
  });

  test("has whose function took a part's place", () => {
    const driver = {part: "generatorLoss", code: "export {}", standing: "passed"} as const;
    const words = (left: RunRecord, right: RunRecord) => differenceWords(spec, left, right);
    const driven = (code: string = driver.code) => ({...run(2), driver: {...driver, code}});
    expect(words(run(1), driven())).toContain(
      "Different: generatorLoss built in → yours. The same",
    );
    expect(words(driven(), run(1))).toContain("generatorLoss yours → built in.");
    expect(words(driven(), driven("//"))).toContain("generatorLoss yours → yours, changed.");
    expect(words(driven(), driven())).toContain("Nothing differs");
  });

  test("has steps, back ends, live changes of either run, and drawings", () => {
    const left = run(1);
    const right = run(2);
    right.step = 250;
    right.backend = "cpu";
    right.changes = [{step: 40, name: "learningRate", value: 0.05}];
    expect(differenceWords(spec, left, right)).toBe(
      "Different: steps 100 → 250; back end wasm → cpu; run 2 was changed at step 40 to Learning rate 0.05. The same: seed 7 and everything else.",
    );
    const drawn = (x: number) => ({points: {data: Float32Array.of(x, 0), shape: [1, 2]}});
    const one = {...run(3), inputs: drawn(0.5)};
    expect(differenceWords(spec, one, {...run(4), inputs: drawn(0.5)})).toContain("Nothing");
    expect(differenceWords(spec, one, {...run(4), inputs: drawn(0.6)})).toContain("drawn");
    expect(differenceWords(spec, one, run(4))).toContain("drawn");
  });
});

test("measures stand beside each other with their floor, and a missing one as a dash", () => {
  expect(comparedMeasures(spec, measured(run(1), 0.5), run(2))).toEqual([
    {
      label: "Jensen–Shannon divergence (bit)",
      left: "0.500",
      right: "–",
      floor: expect.stringMatching(/^0\.004\d* to 0\.012\d*$/),
    },
  ]);
  expect(comparedMeasures(spec, run(1), run(2))).toEqual([]);
});
