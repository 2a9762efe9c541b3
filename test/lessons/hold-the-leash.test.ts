import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/09-applications/exercises/hold-the-leash/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {defaultParams} from "../../lib/params.js";
import {productDesigner} from "../../src/experiments/product-designer/experiment.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("hold-the-leash"));
if (exercise.kind !== "experiment") throw new Error("not about a run");
const params = defaultParams(productDesigner.params);

function run(wanted: number | undefined, variety: number, changed = {}, steps = 200): RunEvidence {
  const scalars = {variety, nearest: 0.1, ...(wanted !== undefined && {wanted})};
  return {
    ...{number: 1, params: {...params, ...changed}, changes: [], steps, backend: "wasm"},
    curves: {reward: Float32Array.of(1, 2)},
    measurements: [{step: steps, scalars, arrays: {}}],
  };
}

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});
const hacked = run(100, 0.03, {leash: 0});
const pleased = run(80, 0.17);
const quick = run(65, 0.15, {clicks: 10, leash: 0.12});

describe("hold the leash", () => {
  it("takes three runs, in any order", () => {
    expect(graded(hacked, pleased, quick)).toMatchObject({state: "correct", points: 5});
    expect(graded(quick, hacked, pleased)).toMatchObject({state: "correct", points: 5});
  });

  it.each<[what: string, now: RunEvidence, points: number, said: RegExp]>([
    ["the default run", run(91, 0.15), 0, /A leash above 0\.2 keeps more/],
    ["a leash that is too short", run(40, 0.28, {leash: 0.6}), 0, /below 0\.6 the profile counts/],
    [
      "too many clicks",
      run(80, 0.17, {clicks: 24}),
      0,
      /There were 24 clicks|there were 24 clicks/,
    ],
    ["twenty clicks for ten", pleased, 2, /Set them to 10 or fewer/],
    ["ten clicks please both", run(80, 0.17, {clicks: 10}), 4, /let go of the leash/],
    ["the reader's own clicks", run(undefined, 0.03, {shopper: "you"}), 0, /nobody knows what you/],
    ["light cloth", run(90, 0.2, {shopper: "light"}), 0, /light cloth, not a kind/],
    ["a run that is cut short", run(80, 0.2, {}, 140), 0, /140 steps/],
  ])("%s", (_, now, points, said) => {
    const {tests, points: earned} = graded(now);
    expect(earned).toBe(points);
    const words = tests.map(({yours, advice}) => `${yours} ${advice}`).join(" ");
    expect(words).toMatch(said);
  });

  it("tells the leash that was in force at the end", () => {
    const changes = [{step: 50, name: "leash", value: 0.5}];
    const {tests} = graded({...run(40, 0.28), changes});
    expect(JSON.stringify(tests)).toContain("leash 0.5");
  });
});
