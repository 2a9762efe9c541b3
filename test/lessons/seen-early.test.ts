import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/01-introduction/exercises/seen-early/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {defaultParams} from "../../lib/params.js";
import {seenInNoise} from "../../src/experiments/seen-in-noise/experiment.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("seen-early"));
if (exercise.kind !== "experiment") throw new Error("not about a run");
const params = defaultParams(seenInNoise.params);

type Bar = readonly [low: number, high: number];

function run(changed: object, [halfwayLow, halfwayHigh]: Bar, clean: number, steps = 800) {
  const scalars = {halfway: (halfwayLow + halfwayHigh) / 2, clean};
  const fit = Float32Array.of(scalars.halfway, 0.07, 0, halfwayLow, halfwayHigh);
  return {
    ...{number: 1, params: {...params, ...changed}, changes: [], steps, backend: "wasm"},
    curves: {},
    measurements: [
      {step: 0, scalars: {halfway: 0.99, clean: 10}, arrays: {fit: [0.99, 0.01, 0, 0.8, 1]}},
      {step: steps, scalars, arrays: {fit}},
    ],
  } satisfies RunEvidence;
}

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});
const noisy = run({}, [0.21, 0.26], 95.5);
const clean = run({noise: 0}, [0.42, 0.47], 97.5);
const wide = run({noise: 0.6, width: 16, maxSteps: 1200}, [0.25, 0.31], 97, 1200);

describe("seen early, and read well", () => {
  it("takes three runs in any order", () => {
    expect(graded(noisy, clean, wide)).toMatchObject({state: "correct", points: 6});
    expect(graded(wide, noisy, clean)).toMatchObject({state: "correct", points: 6});
  });

  it.each<[what: string, now: RunEvidence, points: number, said: RegExp]>([
    ["the default run", noisy, 2, /make the run again with other noise/],
    ["one that learned from clean digits", clean, 0, /has seen little noise/],
    ["one that ends too soon", run({}, [0.2, 0.25], 97, 790), 0, /790 of 800 steps/],
    ["a middle below the limit, and a bar above", run({}, [0.25, 0.31], 95), 0, /needs longer/],
    ["a bar above both limits", run({}, [0.3, 0.37], 98), 0, /it sees too late/],
    ["just good enough", run({}, [0.29, 0.36], 96.5), 2, /it had room for both/],
  ])("%s", (_, now, points, said) => {
    const verdict = graded(now);
    expect(verdict.points).toBe(points);
    expect(JSON.stringify(verdict)).toMatch(said);
  });

  it.each<[what: string, other: RunEvidence, said: RegExp]>([
    ["another seed", run({noise: 0, seed: 8}, [0.42, 0.47], 97.5), /Keep the seed and the rest/],
    ["another width", run({noise: 0, width: 4}, [0.42, 0.47], 95), /Keep the seed and the rest/],
    ["a bar that overlaps", run({noise: 0.7}, [0.22, 0.27], 95), /their bars overlap/],
    [
      "a rate that was changed on the way",
      {...clean, changes: [{step: 9, name: "learningRate", value: 0.001}]},
      /Keep the seed and the rest/,
    ],
    ["the same noise, with bars apart", run({}, [0.3, 0.34], 95), /Keep the seed and the rest/],
  ])("a pair that is none: %s", (_, other, said) => {
    const verdict = graded(noisy, other);
    expect(verdict.points).toBe(2);
    expect(JSON.stringify(verdict)).toMatch(said);
  });
});
