import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/05-data/exercises/mend-a-spoilt-set/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {defaultParams} from "../../lib/params.js";
import {mendSet} from "../../src/experiments/mend-set/experiment.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("mend-a-spoilt-set"));
if (exercise.kind !== "experiment") throw new Error("not about a run");

const params = defaultParams(mendSet.params);
const sieved = {apart: 0.02, sharpness: 0.5, agreeing: 2};

/** A run that ended so after so many steps. */
function run(right: number, kept: number, changed = {}, steps = 400): RunEvidence {
  return {
    ...{
      number: 1,
      params: {...params, ...changed},
      changes: [],
      steps,
      backend: "wasm",
      curves: {},
    },
    measurements: [0, steps].map((step) => ({
      step,
      scalars: {testAccuracy: step === 0 ? 10 : right, kept},
      arrays: {},
    })),
  };
}

const control = run(73.5, 1100);
const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});
const advice = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  graded(now, ...earlier)
    .tests.map((each) => each.advice)
    .join(" ");

describe("a spoilt set is mended", () => {
  it("by several settings, with a control, in whichever order", () => {
    const good = run(84.4, 365, sieved);
    expect(graded(good, control)).toMatchObject({state: "correct", points: 5});
    expect(graded(control, good)).toMatchObject({state: "correct", points: 5});
    const other = run(82, 320, {apart: 0.04, sharpness: 0.3, agreeing: 1});
    expect(graded(other, control).points).toBe(5);
    expect(advice(good, control)).toMatch(/10.9 points more than with all of the set/);
  });

  it("ends at its limits", () => {
    expect(graded(run(81.9, 365, sieved), control).points).toBe(1);
    expect(graded(run(82, 319, sieved), control).points).toBe(4);
  });

  it.each<[what: string, now: RunEvidence, points: number, said: RegExp]>([
    ["all of it", control, 1, /No sieve is set|no sieve is set/],
    ["no control", run(84, 365, sieved), 4, /put all three sieves to 0/],
    ["copies left in", run(65, 464, {agreeing: 3}), 0, /copies are still there/],
    ["blur left in", run(74, 400, {apart: 0.02, agreeing: 2}), 0, /out of focus/],
    ["labels left wrong", run(77, 600, {apart: 0.02, sharpness: 0.5}), 0, /Whom could you ask/],
    ["too fine a sieve", run(59, 45, {...sieved, agreeing: 5}), 0, /only 45 pictures are left/],
    ["another seed", run(90, 400, {...sieved, seed: 2}), 0, /seed 7/],
    ["another rate", run(90, 400, {...sieved, learningRate: 0.01}), 0, /learningRate 0.003/],
    [
      "a rate changed on the way",
      {...run(90, 400, sieved), changes: [{step: 200, name: "learningRate", value: 0.01}]},
      0,
      /the learning rate that it began with/,
    ],
    ["more steps", run(90, 400, sieved, 2000), 0, /shorter than 100 steps|no measurement/],
    ["a control stopped early", run(75, 1100, {}, 300), 0, /let it run to step 400/],
  ])("not by %s", (_, now, points, said) => {
    const {tests, points: got} = graded(now);
    expect(got).toBe(points);
    expect(tests.map((each) => `${each.yours} ${each.advice}`).join(" ")).toMatch(said);
  });
});
