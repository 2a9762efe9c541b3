import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/06-training/exercises/best-in-600/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {defaultParams} from "../../lib/params.js";
import {epochs} from "../../src/experiments/epochs/experiment.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("best-in-600"));
if (exercise.kind !== "experiment") throw new Error("not about a run");
const params = {...defaultParams(epochs.params), maxSteps: 600};

interface Ending {
  readonly accuracy: number;
  readonly loss: number;
  /** Its least loss, before the end. */
  readonly least?: number;
}

function run({accuracy, loss, least = loss}: Ending, changed = {}, steps = 600): RunEvidence {
  const look = (step: number, validationAccuracy: number, validationLoss: number) => ({
    ...{step, scalars: {validationAccuracy, validationLoss}, arrays: {}},
  });
  return {
    ...{number: 1, params: {...params, ...changed}, changes: [], steps, backend: "wasm"},
    curves: {loss: new Float32Array(steps).fill(0.2)},
    measurements: [look(0, 10, 2.4), look(steps / 2, accuracy, least), look(steps, accuracy, loss)],
  };
}

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});
const good = {accuracy: 81.8, loss: 0.61};

describe("the best of 600 steps", () => {
  it("has many right answers, and says what each took", () => {
    for (const changed of [{shift: 1, weightDecay: 0.2}, {pictures: 150}, {maxSteps: 400}])
      expect(graded(run(good, changed))).toMatchObject({state: "correct", points: 5});
    expect(graded(run(good, {shift: 1})).tests[1]).toMatchObject({
      yours: "200 pictures, step 600: 81.8 % right, a validation loss of 0.61",
      advice: expect.stringContaining("moved by up to 1, dropout 0, weight decay 0, width 128"),
    });
  });

  it("takes a live change for what held in the end", () => {
    const now = {...run(good), changes: [{step: 300, name: "dropout", value: 0.4}]};
    expect(graded(now).tests[0]!.advice).toContain("dropout 0.4");
  });

  it.each([
    [{accuracy: 80, loss: 0.7}, 2],
    [{accuracy: 79.9, loss: 0.7}, 0],
    [{accuracy: 81, loss: 0.63}, 5],
    [{accuracy: 81, loss: 0.631}, 2],
    [{accuracy: 80.9, loss: 0.5}, 2],
  ])("%o earns %i", (ending, points) => {
    expect(graded(run(ending)).points).toBe(points);
  });

  it.each<[what: string, now: RunEvidence, earlier: RunEvidence[], said: RegExp]>([
    ["more pictures", run(good, {pictures: 250}), [], /250 pictures to learn from/],
    ["a step too many", run(good, {maxSteps: 601}, 601), [], /it has taken 601 steps/],
    ["another seed", run(good, {seed: 8}), [], /Set it to 7/],
    ["clothes", run(good, {dataset: "clothes"}), [], /Take the digits/],
    ["own pictures", run(good, {dataset: "own-0123456789ab"}), [], /Take the digits/],
    ["a good run before", run({accuracy: 77, loss: 0.66}), [run(good)], /as they are/],
    ["a loss that has turned", run({accuracy: 77, loss: 0.85, least: 0.7}), [], /and has turned/],
    ["a picture moved too far", run({accuracy: 68, loss: 1}, {shift: 2}), [], /Move it less/],
    ["little that is missing", run({accuracy: 79, loss: 0.7}, {shift: 1}), [], /second cure/],
    [
      "no look but the first",
      {...run(good), measurements: run(good).measurements.slice(0, 1)},
      [],
      /looked at every 10 steps/,
    ],
    ["another back end", {...run(good), backend: "webgl"}, [], /computed on webgl/],
  ])("is not fooled by %s, and says what to do", (_, now, earlier, said) => {
    const {points, problem, tests} = graded(now, ...earlier);
    expect(points).toBe(0);
    expect([problem, ...tests.map(({advice}) => advice)].join("\n")).toMatch(said);
  });
});
