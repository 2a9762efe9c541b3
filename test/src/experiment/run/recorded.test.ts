import {expect, test} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import type {Recording} from "../../../../lib/training/recording.js";
import {recipeText} from "../../../../src/experiment/run/recipe.js";
import {recordedRun} from "../../../../src/experiment/run/recorded.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

const params = defaultParams(ganPlane.params);
const recording: Recording = {
  experiment: "gan-plane",
  date: "2026-11-25",
  machine: "2 cores",
  backend: "wasm",
  msPerStep: 1,
  params,
  curves: {discriminatorLoss: Float32Array.of(1, 2)},
  measurements: [],
  snapshots: [],
};

test("a recording of before a param was added is as the param's default says", () => {
  const row = {kind: "number", label: "", help: "", min: 0, max: 9, step: 1} as const;
  const guidance = {...row, default: 7, group: "sampling"} as const;
  const more = {...ganPlane, params: {...ganPlane.params, guidance}} as unknown as Experiment;
  const run = recordedRun(recording, more);
  expect(run).toMatchObject({origin: "recorded", step: 2, params: {...params, guidance: 7}});
  expect(recipeText(more, run)).toMatch(/\nguidance = 7$/);
});
