import {expect, test} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {recipeText} from "../../../../src/experiment/run/recipe.js";
import {newRun} from "../../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

const experiment = ganPlane as Experiment;
const run = {
  ...newRun(experiment, 1, defaultParams(ganPlane.params)),
  step: 20,
  backend: "wasm" as const,
  changes: [{step: 15, name: "learningRate", value: 0.01}],
};

test("the recipe of a picture names its own step and the params in force there", () => {
  const [head, ...params] = recipeText(experiment, run, 10).split("\n");
  expect(head).toBe("gan-plane, step 10, wasm");
  expect(params).toContain("learningRate = 0.002");
  expect(params).toHaveLength(Object.keys(ganPlane.params).length);
});

test("the recipe of a driven run has its code", () => {
  const driver = {part: "generatorLoss", code: "export const x = 1;", standing: "failing"} as const;
  expect(recipeText(experiment, {...run, driver})).toMatch(
    /\nwith your generatorLoss: It has not passed its tests.\nexport const x = 1;$/,
  );
});

test("the recipe of a run is that of its end", () => {
  const text = recipeText(experiment, run);
  expect(text).toContain("gan-plane, step 20, wasm\n");
  expect(text).toContain("learningRate = 0.01\n");
  expect(text).toMatch(/\nat step 15: learningRate = 0.002 → 0.01$/);
});
