import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/08-evaluation/exercises/break-the-score/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {panelMeasures} from "../../src/experiments/fool-the-metric/experiment.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("break-the-score"));
if (exercise.kind !== "experiment") throw new Error("not about a run");

const bands: Readonly<Record<(typeof panelMeasures)[number], readonly [number, number]>> = {
  certainty: [97, 99.6],
  inception: [8.9, 9.6],
  frechet: [11, 25],
  witnessInception: [8.9, 9.6],
  witnessFrechet: [13, 28],
  agreement: [95, 100],
  precision: [86, 95],
  coverage: [79, 91],
  nearest: [0.19, 0.21],
};
const flat = panelMeasures.flatMap((name) => bands[name]);

interface Point {
  readonly inception: number;
  readonly frechet: number;
  readonly witnessFrechet: number;
}

/** A run measured every 20 steps. */
function run(points: readonly Point[], changed = {}): RunEvidence {
  return {
    number: 1,
    params: {seed: 7, attack: "inception", start: "noise", learningRate: 0.02, ...changed},
    changes: [],
    steps: 20 * points.length,
    backend: "wasm",
    curves: {},
    measurements: points.map((point, i) => ({
      step: 20 * (i + 1),
      scalars: {...point},
      arrays: {bands: flat},
    })),
  };
}

const weak = {inception: 7, frechet: 400, witnessFrechet: 700};
const broken = {inception: 9.8, frechet: 300, witnessFrechet: 690};
const near = {inception: 9.7, frechet: 60, witnessFrechet: 70};
const fallen = {inception: 7.8, frechet: 5, witnessFrechet: 330};
const halfway = {inception: 7.5, frechet: 40, witnessFrechet: 400};
const good = {inception: 9.3, frechet: 8, witnessFrechet: 20};
const distance = {attack: "frechet"};

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {
    now: {...now, number: earlier.length + 1},
    earlier: earlier.map((each, i) => ({...each, number: i + 1})),
  });

describe("break the score", () => {
  it("is right when both scores are broken, in either order, and says by how much", () => {
    const verdict = graded(run([halfway, fallen], distance), run([weak, broken]));
    expect(verdict).toMatchObject({state: "correct", points: 7});
    expect(verdict.tests.map(({yours}) => yours)).toEqual([
      "run 1, step 40: 9.80; real pictures have 8.90 to 9.60",
      "run 1, step 40: 300.0 for the judge; real pictures have 11.0 to 25.0.",
      "run 2, step 40: 5.0 for the judge; real pictures have 11.0 to 25.0. For the witness it is 12 times the band.",
    ]);
    expect(graded(run([broken]), run([fallen], distance)).state).toBe("correct");
  });

  it.each<[what: string, now: RunEvidence, earlier: RunEvidence[], points: number, said: RegExp]>([
    ["a climb that has not arrived", run([weak]), [], 0, /it is climbing. Train on/],
    ["another score that is attacked", run([weak], {attack: "certainty"}), [], 0, /choose it as/],
    ["one broken score", run([broken]), [], 4, /nothing brings this distance down/],
    ["pictures near to real ones", run([near]), [], 2, /too near to real ones/],
    ["both at different steps", run([weak, near, weak]), [], 2, /too near to real ones/],
    ["a distance halfway down", run([halfway], distance), [run([broken])], 4, /it is falling/],
    [
      "really good pictures",
      run([good], distance),
      [run([broken])],
      4,
      /finds these pictures too good/,
    ],
    ["no step", run([]), [], 0, /it has taken no step/],
    ["another back end", {...run([broken]), backend: "webgpu"}, [], 0, /computed on webgpu/],
  ])("is not fooled by %s, and says what to do", (_, now, earlier, points, said) => {
    const verdict = graded(now, ...earlier);
    expect(verdict.points).toBe(points);
    expect(verdict.state).not.toBe("correct");
    const words = verdict.tests.flatMap(({yours, advice}) => [yours, advice]);
    expect([verdict.problem, ...words].join("\n")).toMatch(said);
  });
});
