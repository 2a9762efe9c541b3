import {describe, expect, test} from "vitest";
import {defaultParams} from "../../../lib/params.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import {recipeText} from "../../../src/experiment/run/recipe.js";
import {newRun, type RunRecord} from "../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../src/experiments/gan-plane/experiment.js";
import {prompt} from "../../../src/experiments/prompt/experiment.js";
import {followable, type ToldRun, toldRun} from "../../../src/provenance/told-run.js";

const experiment = ganPlane as Experiment;
const params = {...defaultParams(ganPlane.params), seed: 9};
const fresh = newRun(experiment, 1, params);
const run: RunRecord = {
  ...fresh,
  step: 60,
  backend: "wasm",
  changes: [
    {step: 15, name: "learningRate", value: 0.01},
    {step: 40, name: "learningRate", value: 0.004},
  ],
  parts: [{step: 50, kind: "discriminator", count: 3}],
};
const told = (made: RunRecord, step?: number) => toldRun(recipeText(experiment, made, step))!;
const followed = (made: RunRecord, step?: number) => followable(told(made, step), experiment);

describe("a recipe is read as", () => {
  test("experiment, step, back end and settings", () => {
    const text = "gan-digits, step 400, wasm\nseed = 7\nasked = a red = bird";
    expect(toldRun(text)).toEqual({
      ...{experiment: "gan-digits", step: 400, backend: "wasm"},
      ...{params: {seed: "7", asked: "a red = bird"}, changes: [], parts: [], given: []},
    });
    for (const odd of ["", "hello", "<b>, step 1, wasm", "gan, step x, wasm", "a, step 1"])
      expect(toldRun(odd), odd).toBeUndefined();
  });

  test("the run that wrote it: first params, each change, each part by hand", () => {
    const {unnamed, ...recipe} = followed(run);
    expect(recipe).toEqual({params, changes: run.changes, parts: run.parts, steps: 60});
    expect(unnamed).toEqual([]);
  });

  test("that run as it was at an earlier step, and no further", () => {
    expect(followed(run, 20)).toMatchObject({
      changes: run.changes.slice(0, 1),
      parts: [],
      steps: 20,
    });
    expect(followed(run, 52).parts).toEqual([{step: 50, kind: "discriminator", count: 2}]);
  });

  test("one that went on past its limit", () => {
    const limit = Number(params.maxSteps);
    const more = {step: limit, name: "maxSteps", value: limit + 40};
    const longer = {...run, parts: [], step: limit + 40, changes: [more]};
    expect(followed(longer)).toMatchObject({params, changes: [more], steps: limit + 40});
  });

  test("one with what its reader gave, by name, and one with code, which is not run", () => {
    const inputs = {points: {data: Float32Array.of(0, 1), shape: [1, 2]}};
    expect(told({...run, inputs}).given).toEqual(["points"]);
    const driver = {
      part: "generatorLoss",
      code: "at step 1: 2 steps of x",
      standing: "passed",
    } as const;
    const driven = told({...run, driver});
    expect(driven).toMatchObject({driven: "generatorLoss", parts: run.parts});
    for (const standing of ["failing", "opened", "notebook"] as const)
      expect(told({...run, driver: {...driver, standing}})).toEqual(driven);
    expect(() => followable(driven, experiment)).toThrow("this page runs no code of a file");
  });

  test("more than one back end, by their names", () => {
    expect(told({...run, earlierBackends: ["webgl"]}).backend).toBe("webgl and wasm");
  });

  test("words that a model is asked for, whatever they are", () => {
    const asking = {...prompt, params: prompt.params} as unknown as Experiment;
    const asked = {...defaultParams(prompt.params), prompt: "at step 3: seed = 1 → 2"};
    const record = {...newRun(asking, 1, asked), step: 5, backend: "wasm" as const};
    const text = recipeText(asking, record);
    expect(followable(toldRun(text)!, asking).params).toEqual(asked);
  });
});

describe("a recipe that no run can have is refused with what is wrong", () => {
  const bad = (change: Partial<ToldRun>) => () => followable({...told(run), ...change}, experiment);
  const with_ = (more: Readonly<Record<string, string>>) => ({
    params: {...told(run).params, ...more},
  });
  test.each<[what: string, change: Partial<ToldRun>, message: RegExp]>([
    ["an unknown param", with_({speed: "3"}), /^unknown param: speed \(one of seed, /],
    ["a value beyond its range", with_({seed: "-1"}), /^invalid seed: -1 \(a whole number from /],
    ["a value of another kind", with_({batchSize: "many"}), /^invalid batchSize: "many"/],
    ["a step beyond its limit", {step: 900_000, parts: []}, /^invalid steps: 900000 \(at most /],
    [
      "a change of what cannot change",
      {changes: [{step: 1, name: "seed", before: "9", value: "3"}]},
      /^(invalid|unknown) change.name: "seed"/,
    ],
    [
      "a part of an unknown kind",
      {parts: [{step: 1, kind: "painter", count: 1}]},
      /^(invalid|unknown) part.kind: "painter"/,
    ],
    ["a change after its end", {step: 10}, /change\.step/],
    ["a line of another hand", {odd: "x".repeat(200)}, /^unknown line: "x+\.\.\.$/],
  ])("%s", (_, change, message) => {
    expect(bad(change)).toThrow(message);
  });

  test("a line that was cut out is told, and its default taken", () => {
    const {batchSize: _, ...others} = told(run).params;
    const {unnamed, params: made} = followable({...told(run), params: others}, experiment);
    expect(unnamed).toEqual(["batchSize"]);
    expect(made.batchSize).toBe(ganPlane.params.batchSize.default);
  });

  test("a param that comes twice is a line of another hand", () => {
    expect(toldRun("a, step 1, wasm\nseed = 1\nseed = 2")?.odd).toBe("seed = 2");
    expect(toldRun("a, step 1, wasm\n__proto__ = 1")?.params).not.toHaveProperty("seed");
  });
});
