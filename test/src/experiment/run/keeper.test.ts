import {describe, expect, it} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {readKept} from "../../../../src/experiment/run/kept-run-reader.js";
import {
  addMeasurement,
  addProgress,
  computeOn,
  newRun,
  type PlainRun,
  plainRun,
} from "../../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

const experiment = ganPlane as Experiment;
const params = defaultParams(ganPlane.params);
const random = [1, 2, 3, 4] as const;
const checkpoint = {
  experiment: "gan-plane",
  step: 2,
  params,
  random,
  batches: {random, position: 0},
  arrays: {w: {data: Float32Array.of(1), shape: [1]}},
};
const loss = Float32Array.of(1, 2);
const run = {
  number: 1,
  origin: "live",
  params,
  inputs: {},
  curves: Object.fromEntries(Object.keys(ganPlane.curves).map((name) => [name, loss])),
  changes: [],
  parts: [],
  measurements: [{step: 2, scalars: {a: 1}, floors: {a: {low: 0, high: 1}}, arrays: {}}],
  step: 2,
};
const kept = {experiment: "gan-plane", version: 1, run, checkpoint, date: "2026-11-23T10:00:00Z"};

describe("a kept run", () => {
  it("is read as it was kept", () => {
    expect(readKept(experiment, kept)).toEqual(kept);
  });

  it("remembers every back end that computed a part of it", () => {
    const mixed = {...run, backend: "wasm", earlierBackends: ["webgl"]};
    expect(readKept(experiment, {...kept, run: mixed})?.run).toEqual(mixed);
    const unknown = {...mixed, earlierBackends: ["abacus"]};
    expect(() => readKept(experiment, {...kept, run: unknown})).toThrow("abacus");
  });

  it("that is none is none", () => {
    expect(readKept(experiment, undefined)).toBeUndefined();
  });

  it("is taken over with what this page knows of it, and nothing else", () => {
    const entry = {...kept, run: {...run, origin: "recorded", extra: 1}};
    expect(readKept(experiment, entry)).toEqual(kept);
  });

  it("has all that this page keeps of one", () => {
    const made = newRun(experiment, 3, params, {
      inputs: {points: {data: Float32Array.of(1, 2), shape: [1, 2]}},
      driver: {part: "generatorLoss", code: "export {}", standing: "failing"},
    });
    computeOn(made, "webgl");
    addProgress(made, {first: 1, curves: run.curves, msPerStep: 4, memory: {tensors: 0, bytes: 0}});
    computeOn(made, "wasm");
    addMeasurement(made, {step: 2, scalars: {a: Number.NaN}, floors: {}, arrays: made.inputs});
    const live = Object.keys(ganPlane.params).find((name) => experiment.params[name]!.live)!;
    made.changes.push({step: 1, name: live, value: params[live as keyof typeof params]});
    made.parts.push({step: 0, kind: Object.keys(ganPlane.stepKinds)[0]!, count: 1});
    made.snapshot = {step: 2, arrays: made.inputs};
    const whole: PlainRun = {...plainRun(made, 2), parent: {number: 1, step: 1}};
    expect(readKept(experiment, {...kept, run: structuredClone(whole)})?.run).toEqual(whole);
  });

  it("gets the default of a param that is new since", () => {
    const {hiddenWidth: _new, ...older} = params;
    expect(readKept(experiment, {...kept, run: {...run, params: older}})?.run.params).toEqual(
      params,
    );
  });

  it.each([
    ["another experiment's checkpoint", {...kept, checkpoint: {...checkpoint, experiment: "x"}}],
    ["no object at all", "junk"],
    [
      "more of a curve than steps",
      {...kept, run: {...run, step: 1}, checkpoint: {...checkpoint, step: 1}},
    ],
    ["a change that is none", {...kept, run: {...run, changes: [7]}}],
    [
      "a change of what is not live",
      {...kept, run: {...run, changes: [{step: 1, name: "seed", value: 1}]}},
    ],
    ["a part of another kind", {...kept, run: {...run, parts: [{step: 0, kind: "x", count: 1}]}}],
    ["a measurement that is none", {...kept, run: {...run, measurements: [{}]}}],
    ["a measurement with a hole", {...kept, run: {...run, measurements: new Array(1)}}],
    ["inputs that are no arrays", {...kept, run: {...run, inputs: {points: [1, 2]}}}],
    ["an unknown back end", {...kept, run: {...run, backend: "abacus"}}],
    ["a parent that is none", {...kept, run: {...run, parent: 1}}],
    ["a picture that is none", {...kept, run: {...run, snapshot: {step: 1}}}],
    ["curves in a Blob", {...kept, run: {...run, curves: new Blob(["x"])}}],
    ["another version", {...kept, version: 2}],
    ["no date", {...kept, date: "yesterday"}],
    ["no run", {...kept, run: undefined}],
    ["a param that is gone", {...kept, run: {...run, params: {...params, depth: 3}}}],
    ["a param out of its range", {...kept, run: {...run, params: {...params, batchSize: -1}}}],
    ["another step than its checkpoint's", {...kept, run: {...run, step: 3}}],
    ["no losses", {...kept, run: {...run, curves: {}}}],
    ["no list of changes", {...kept, run: {...run, changes: "none"}}],
    ["a broken checkpoint", {...kept, checkpoint: {...checkpoint, random: [1]}}],
    ["a checkpoint of other params", {...kept, checkpoint: {...checkpoint, params: {depth: 3}}}],
  ])("is refused with a reason with %s", (_, entry) => {
    expect(() => readKept(experiment, entry)).toThrow(/\w+ .{1,100}\(.+\)/);
  });
});
