import {describe, expect, it} from "vitest";
import type {Experiment} from "../../lib/experiments/experiment.js";
import {ganPlane} from "../../lib/experiments/gan-plane.js";
import {defaultParams} from "../../lib/params.js";
import {readKept} from "../../src/experiment/keeper.js";

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
  params,
  inputs: {},
  curves: Object.fromEntries(Object.keys(ganPlane.curves).map((name) => [name, loss])),
  changes: [],
  parts: [],
  measurements: [],
  step: 2,
};
const kept = {experiment: "gan-plane", version: 1, run, checkpoint, date: "2026-11-23T10:00:00Z"};

describe("a kept run", () => {
  it("is read as it was kept", () => {
    expect(readKept(experiment, kept)).toEqual(kept);
  });

  it("gets the default of a param that is new since", () => {
    const {hiddenWidth: _new, ...older} = params;
    expect(readKept(experiment, {...kept, run: {...run, params: older}})?.run.params).toEqual(
      params,
    );
  });

  it.each([
    ["nothing", undefined],
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
  ])("is passed over with %s", (_, entry) => {
    expect(readKept(experiment, entry)).toBeUndefined();
  });
});
