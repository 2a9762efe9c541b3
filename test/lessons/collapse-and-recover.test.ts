import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/03-gans/exercises/collapse-and-recover/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("collapse-and-recover"));
if (exercise.kind !== "experiment") throw new Error("not about a run");

const params = {seed: 7, dataset: "digits", learningRate: 0.004, batchSize: 32, maxSteps: 1600};

/** A run measured every 100 steps; `counts` are the pictures by digit, of 500. `lead` is the judge's. */
function run(counts: readonly (readonly number[])[], changed = {}, lead = 0.5): RunEvidence {
  const steps = counts.length * 100;
  const scores = (value: number) => new Float32Array(steps).fill(value);
  return {
    number: 1,
    params: {...params, ...changed},
    changes: [],
    steps,
    backend: "wasm",
    curves: {realScore: scores(0.5 + lead / 2), fakeScore: scores(0.5 - lead / 2)},
    measurements: counts.map((coverage, i) => ({
      step: 100 * (i + 1),
      scalars: {coverage: coverage.filter((count) => count >= 5).length, samples: 500},
      arrays: {coverage},
    })),
  };
}

const noise = [0, 4, 2, 40, 0, 0, 0, 9, 0, 0];
const one = [0, 0, 0, 0, 0, 0, 0, 0, 480, 2];
const nine = [40, 41, 50, 39, 44, 50, 2, 61, 50, 55];
const seven = [0, 41, 0, 39, 44, 50, 2, 61, 50, 55];
const high = {learningRate: 0.03};

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {
    now: {...now, number: earlier.length + 1},
    earlier: earlier.map((run, i) => ({...run, number: i + 1})),
  });

describe("collapse and recover", () => {
  it("is right when a collapsed run is followed by a good one of the same seed, and says what cured it", () => {
    const verdict = graded(run([noise, seven, nine]), run([noise, one, one], high, 0.95));
    expect(verdict).toMatchObject({state: "correct", points: 5});
    expect(verdict.tests[0]?.yours).toBe(
      "run 1, step 300: 1 digit, mostly 8; the classifier is sure of 96 % of the pictures. " +
        "Your discriminator won by step 20, with a learning rate of 0.03: it tells nearly all pictures apart, and has no slope left to teach with.",
    );
    expect(verdict.tests[1]?.yours).toContain("What cured it: learningRate 0.03 → 0.004.");
  });

  it("is right when one run does both", () => {
    const both = run([one, one, seven, nine], high);
    const changes = [{step: 200, name: "learningRate", value: 0.001}];
    const verdict = graded({...both, changes});
    expect(verdict.state).toBe("correct");
    expect(verdict.tests[0]?.yours).toContain("Neither network won for long");
    expect(verdict.tests[1]?.yours).toContain("learningRate 0.03 → 0.001");
  });

  it.each<[what: string, now: RunEvidence, earlier: RunEvidence[], points: number, said: RegExp]>([
    ["noise", run([noise, noise]), [], 0, /this is noise, not yet a collapse/],
    ["one measurement", run([seven, one]), [], 0, /Train 100 steps more/],
    ["a good run alone", run([seven, nine]), [], 0, /make it collapse first/],
    [
      "a good run before the collapse",
      run([one, one], high),
      [run([nine])],
      2,
      /press Reset and train anew/,
    ],
    [
      "another seed",
      run([nine], {seed: 8}),
      [run([one, one], high)],
      2,
      /other pictures or another seed/,
    ],
    [
      "other pictures",
      run([nine], {dataset: "clothes"}),
      [run([one, one], high)],
      2,
      /put the pictures and the seed back/,
    ],
    ["seven digits", run([seven]), [run([one, one], high)], 2, /closer. Train longer/],
    ["a cure that comes too late", run([one, one, one], high), [], 2, /have gone too far/],
    ["no measurement", run([]), [], 0, /it has taken no step/],
    ["another back end", {...run([one, one]), backend: "webgpu"}, [], 0, /computed on webgpu/],
  ])("is not fooled by %s, and says what to do", (_, now, earlier, points, said) => {
    const verdict = graded(now, ...earlier);
    expect(verdict.points).toBe(points);
    expect(verdict.state).not.toBe("correct");
    const words = verdict.tests.flatMap(({yours, advice}) => [yours, advice]);
    expect([verdict.problem, ...words].join("\n")).toMatch(said);
  });
});
