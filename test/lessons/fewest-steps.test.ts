import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/07-generation/exercises/fewest-steps/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("fewest-steps"));
if (exercise.kind !== "experiment") throw new Error("not about a run");

type Distances = readonly [one: number, two: number, five: number];

const params = {seed: 7, reflowFrom: 800, maxSteps: 1400, learningRate: 0.006};

/** A run measured every 400 steps. */
function run(measured: readonly Distances[], changed = {}): RunEvidence {
  return {
    number: 1,
    params: {...params, ...changed},
    changes: [],
    steps: 400 * measured.length,
    backend: "wasm",
    curves: {},
    measurements: measured.map(([one, two, five], i) => ({
      step: 400 * (i + 1),
      scalars: {one, two, three: (two + five) / 2, five},
      arrays: {},
    })),
  };
}

const raw: Distances = [240, 90, 31];
const trained: Distances = [200, 61, 15];
const straight: Distances = [14, 12, 11];

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {
    now: {...now, number: earlier.length + 1},
    earlier: earlier.map((run, i) => ({...run, number: i + 1})),
  });

describe("the fewest steps", () => {
  it("is right when one step is near enough, and says what reflow did", () => {
    const verdict = graded(run([raw, trained, straight]));
    expect(verdict).toMatchObject({state: "correct", points: 5});
    expect(verdict.tests[2]?.yours).toBe(
      "run 1, step 1200: a distance of 14 in one step. It took 400 steps of reflow. In one step the same network was 200 away at step 800, before reflow.",
    );
  });

  it("takes each from the run that does it best", () => {
    const plain = run([raw, trained], {reflowFrom: 0});
    const leaping = run([raw, trained, [15, 14, 22]]);
    const verdict = graded(leaping, plain);
    expect(verdict.state).toBe("correct");
    expect(verdict.tests[0]?.yours).toContain("run 1, step 800: a distance of 15 in five steps");
    expect(verdict.tests[0]?.yours).toContain("No reflow was needed");
  });

  it("counts reflow from where it was set to begin on the way", () => {
    const changes = [{step: 400, name: "reflowFrom", value: 500}];
    const later = {...run([raw, straight], {reflowFrom: 0}), changes};
    expect(graded(later).tests[2]?.yours).toContain("It took 300 steps of reflow.");
  });

  it.each<[what: string, now: RunEvidence, points: number, said: RegExp]>([
    ["a run without reflow", run([raw, trained], {reflowFrom: 0}), 1, /ways still bend/],
    ["one that ends before reflow", run([raw, trained]), 1, /Let reflow begin/],
    ["a poor teacher", run([raw, [50, 40, 35]], {reflowFrom: 200}), 0, /begin later/],
    ["too little reflow", run([raw, trained, [60, 25, 14]]), 1, /Give reflow more steps/],
    [
      "two steps alone",
      run([raw, trained, [25, 15.5, 14]]),
      3,
      /one step.*Give reflow|at most \d+ in one step/,
    ],
    ["a run with five steps too far", run([raw]), 0, /train longer before reflow/],
    ["a short run", {...run([]), steps: 20}, 0, /every 400 steps/],
    ["no run", run([]), 0, /it has taken no step/],
    ["another back end", {...run([straight]), backend: "webgpu"}, 0, /computed on webgpu/],
    [
      "a distance that is no number",
      run([[Number.NaN, Number.NaN, Number.NaN]]),
      0,
      /a distance of/,
    ],
  ])("is not fooled by %s, and says what to do", (_, now, points, said) => {
    const verdict = graded(now);
    expect(verdict.points).toBe(points);
    expect(verdict.state).not.toBe("correct");
    const words = verdict.tests.flatMap(({expected, yours, advice}) => [expected, yours, advice]);
    expect([verdict.problem, ...words].join("\n")).toMatch(said);
  });
});
