import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/06-training/exercises/no-peak/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {defaultParams} from "../../lib/params.js";
import {doubleDescent} from "../../src/experiments/double-descent/experiment.js";
import {stepCount, widthsOf} from "../../src/experiments/double-descent/widths.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("no-peak"));
if (exercise.kind !== "experiment") throw new Error("not about a run");
const params = defaultParams(doubleDescent.params);
const widths = widthsOf(500);

type Course = (width: number) => number;

/** From 60 to 28 %, then up to `top` at 500 features, then down to `end`. */
const peaked =
  (top: number, end: number): Course =>
  (width) =>
    width <= 150
      ? 60 - (32 * width) / 150
      : width <= 500
        ? 28 + ((top - 28) * (width - 150)) / 350
        : top - ((top - end) * (width - 500)) / 5500;
const level =
  (end: number): Course =>
  (width) =>
    end + 30 * (1 - width / 6000);

function run(course: Course, changed = {}, steps: number = stepCount): RunEvidence {
  const measurements = widths
    .slice(0, steps)
    .map((width, i) => ({step: i + 1, scalars: {testError: course(width)}, arrays: {}}));
  return {
    ...{
      number: 1,
      params: {...params, ...changed},
      changes: [],
      steps,
      backend: "wasm",
      curves: {},
    },
    measurements: [{step: 0, scalars: {testError: 90}, arrays: {}}, ...measurements],
  };
}

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});
const ridge = {ridgePower: 1};

describe("a curve without a peak", () => {
  it("takes two runs, in either order", () => {
    const [with_, without] = [run(peaked(85, 21)), run(level(18), ridge)];
    expect(graded(without, with_)).toMatchObject({state: "correct", points: 5});
    expect(graded(with_, without)).toMatchObject({state: "correct", points: 5});
  });

  it.each<[what: string, now: RunEvidence, points: number, said: RegExp]>([
    ["the default run", run(peaked(85, 21)), 1, /the error still rises. Raise the ridge/],
    ["a level run that ends badly", run(level(23), ridge), 2, /Try the next power of ten/],
    ["one with a ridge beyond the best", run(level(23), {ridgePower: 3}), 2, /Lower it/],
    ["a bump of more than three points", run(peaked(32, 18), ridge), 0, /still rises/],
    ["a bump of less", run(peaked(30.5, 18), ridge), 4, /next to nothing/],
    ["no wrong labels", run(level(12), {labelNoise: 0}), 0, /0 % of the labels are wrong/],
    ["few pictures", run(level(12), {pictures: 400}), 0, /400 pictures to learn from, not 500/],
    ["clothes", run(level(12), {dataset: "clothes"}), 0, /clothes, not digits/],
    ["half of the widths", run(level(12), ridge, 20), 0, /20 of 39 widths/],
    [
      "narrow models that are as bad",
      run((width) => 85 - 60 * (width / 6000), ridge),
      2,
      /next power/,
    ],
  ])("%s", (_, now, points, said) => {
    const {tests, points: earned} = graded(now);
    expect(earned).toBe(points);
    const words = tests.map(({yours, advice}) => `${yours} ${advice}`).join(" ");
    expect(words).toMatch(said);
  });

  it("knows how many widths there are", () => {
    expect(graded(run(level(18), ridge, stepCount)).points).toBe(4);
    expect(graded(run(level(18), ridge, stepCount - 1)).points).toBe(0);
  });
});
