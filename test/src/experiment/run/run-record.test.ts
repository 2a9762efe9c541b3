import {describe, expect, it} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import {
  addMeasurement,
  addProgress,
  branchRun,
  fromPlainRun,
  newRun,
  paramsNow,
  plainRun,
  rewindRun,
} from "../../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

const params = defaultParams(ganPlane.params);
const memory = {tensors: 0, bytes: 0};

function runOf(steps: number) {
  const run = newRun(ganPlane, 1, params);
  const values = Float32Array.from({length: steps}, (_, i) => i + 1);
  addProgress(run, {first: 1, curves: {discriminatorLoss: values}, msPerStep: 5, memory});
  return run;
}

const losses = (run: ReturnType<typeof newRun>) => [...run.curves.discriminatorLoss!.values];

describe("run record", () => {
  it("keeps every loss and replaces those of steps taken again", () => {
    const run = runOf(3);
    addProgress(run, {
      first: 4,
      curves: {discriminatorLoss: Float32Array.of(4)},
      msPerStep: 6,
      memory,
    });
    expect(losses(run)).toEqual([1, 2, 3, 4]);
    addProgress(run, {
      first: 3,
      curves: {discriminatorLoss: Float32Array.of(30)},
      msPerStep: 6,
      memory,
    });
    expect(losses(run)).toEqual([1, 2, 30]);
  });

  it("keeps measurements in order of steps, one a step", () => {
    const run = runOf(3);
    const measurement = (step: number, value: number) => ({
      step,
      scalars: {divergence: value},
      floors: {},
      arrays: {},
    });
    addMeasurement(run, measurement(1, 0.5));
    addMeasurement(run, measurement(3, 0.4));
    addMeasurement(run, measurement(3, 0.3));
    expect(run.measurements.map(({step, scalars}) => [step, scalars.divergence])).toEqual([
      [1, 0.5],
      [3, 0.3],
    ]);
  });

  it("branches with everything up to the step and leaves the old run whole", () => {
    const run = runOf(5);
    run.changes.push(
      {step: 1, name: "learningRate", value: 0.01},
      {step: 4, name: "learningRate", value: 0.02},
    );
    const branch = branchRun(run, 2, 3);
    addProgress(branch, {
      first: 4,
      curves: {discriminatorLoss: Float32Array.of(40)},
      msPerStep: 5,
      memory,
    });
    expect(losses(branch)).toEqual([1, 2, 3, 40]);
    expect(losses(run)).toEqual([1, 2, 3, 4, 5]);
    expect(paramsNow(branch).learningRate).toBe(0.01);
    expect(paramsNow(run).learningRate).toBe(0.02);
    expect(branch.parent).toEqual({number: 1, step: 3});
  });

  it("survives storage", () => {
    const run = runOf(4);
    const stored = structuredClone(plainRun(run, 3));
    expect(losses(fromPlainRun(stored))).toEqual([1, 2, 3]);
    expect(fromPlainRun(stored)).toMatchObject({number: 1, step: 3, params});
    expect(
      plainRun({...run, snapshot: {step: 3, arrays: {}}} as typeof run, 3).snapshot?.step,
    ).toBe(3);
    expect(
      plainRun({...run, snapshot: {step: 4, arrays: {}}} as typeof run, 3).snapshot,
    ).toBeUndefined();
  });

  it("cuts steps of one network where it is cut, so that its recipe fits its steps", () => {
    const run = runOf(10);
    run.parts = [
      {step: 2, kind: "generator", count: 5},
      {step: 8, kind: "discriminator", count: 1},
    ];
    expect(branchRun(run, 2, 4).parts).toEqual([{step: 2, kind: "generator", count: 2}]);
    rewindRun(run, 8);
    expect(run.parts).toEqual([{step: 2, kind: "generator", count: 5}]);
  });

  it("keeps in force what was set after the step it is rewound to", () => {
    const run = runOf(10);
    run.changes = [
      {step: 3, name: "learningRate", value: 0.01},
      {step: 9, name: "learningRate", value: 0.02},
    ];
    rewindRun(run, 5);
    expect(run.changes.map(({step}) => step)).toEqual([3, 5]);
    expect(paramsNow(run).learningRate).toBe(0.02);
    expect([run.step, losses(run).length]).toEqual([5, 5]);
  });
});
