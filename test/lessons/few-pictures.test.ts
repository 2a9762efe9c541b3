import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/02-machine-learning/exercises/few-pictures/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {defaultParams} from "../../lib/params.js";
import {digitClassifier} from "../../src/experiments/digit-classifier/experiment.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("few-pictures"));
if (exercise.kind !== "experiment") throw new Error("not about a run");

const params = defaultParams(digitClassifier.params);
const few = {trainingCount: 300};

/** A run of 600 steps, whose test was classified before the first and after the last. */
function run(rightInTest: number, changed = {}, batch = 100): RunEvidence {
  const measured = (step: number, right: number) => ({
    step,
    scalars: {testAccuracy: right / 20, right, count: 2000},
    arrays: {},
  });
  return {
    number: 1,
    params: {...params, ...changed},
    changes: [],
    steps: 600,
    backend: "wasm",
    curves: {accuracy: new Float32Array(600).fill(batch)},
    measurements: [measured(0, 200), measured(600, rightInTest)],
  };
}

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});

describe("92 % from 300 pictures", () => {
  it("has many right answers, and says what each took", () => {
    for (const changed of [
      {shift: 2},
      {shift: 2, batchSize: 32, averaging: 0.99, maxSteps: 1200},
      {shift: 2, width: 20},
      {trainingCount: 200, shift: 3},
    ])
      expect(graded(run(1866, {...few, ...changed}))).toMatchObject({state: "correct", points: 5});
    const {tests} = graded(run(1866, {...few, shift: 2}));
    expect(tests[1]).toMatchObject({
      yours: "300 pictures, step 600: 93.3 % of the test (1866 of 2000), 100 % of the batch",
      advice: expect.stringContaining("what it took: 300 pictures, moved by up to 2, width 12"),
    });
  });

  it("counts from 1,840 right on", () => {
    expect(graded(run(1840, few)).state).toBe("correct");
    expect(graded(run(1839, few))).toMatchObject({state: "partly", points: 2});
    expect(graded(run(1760, few)).points).toBe(2);
    expect(graded(run(1759, few)).points).toBe(0);
  });

  it.each<[what: string, now: RunEvidence, earlier: RunEvidence[], points: number, said: RegExp]>([
    ["the default run", run(1960), [], 0, /this network had 8000 pictures/],
    ["301 pictures", run(1960, {trainingCount: 301}), [], 0, /300 or fewer/],
    [
      "a good run before this one",
      run(1822, few),
      [run(1866, {...few, shift: 2})],
      2,
      /learned them by heart. Show each in more places/,
    ],
    ["little that is missing", run(1830, {...few, shift: 3}), [], 2, /Not much is missing/],
    ["other pictures", run(1960, {...few, seed: 2}), [], 0, /Set it to 7/],
    ["wrong labels", run(1700, {...few, labelNoise: 0.2}), [], 0, /20 % of the labels are wrong/],
    ["clothes", run(1500, {...few, dataset: "clothes"}), [], 0, /Take the digits/],
    ["own pictures", run(1960, {...few, dataset: "own-0123456789ab"}), [], 0, /Take the digits/],
    ["a run that learns nothing", run(200, few, 11), [], 0, /not even learned its own pictures/],
    [
      "no measurement but the first",
      {...run(1960, few), measurements: run(1960).measurements.slice(0, 1)},
      [],
      0,
      /train on: the test is classified every 50 steps/,
    ],
    ["another back end", {...run(1960, few), backend: "webgl"}, [], 0, /computed on webgl/],
    ["no run", {...run(1960, few), steps: 0}, [], 0, /it has taken no step/],
  ])("is not fooled by %s, and says what to do", (_, now, earlier, points, said) => {
    const verdict = graded(now, ...earlier);
    expect(verdict.points).toBe(points);
    expect(verdict.state).not.toBe("correct");
    const words = verdict.tests.flatMap(({yours, advice}) => [yours, advice]);
    expect([verdict.problem, ...words].join("\n")).toMatch(said);
  });
});
