import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/10-ethics/exercises/by-heart-and-cured/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {defaultParams} from "../../lib/params.js";
import {memorisation} from "../../src/experiments/memorisation/experiment.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("by-heart-and-cured"));
if (exercise.kind !== "experiment") throw new Error("not about a run");
const params = defaultParams(memorisation.params);

function run(changed: object, copies: number, repeated = 0, steps = 2000): RunEvidence {
  const scalars = {copies, repeated, frechet: 30};
  return {
    ...{number: 1, params: {...params, ...changed}, changes: [], steps, backend: "wasm"},
    curves: {},
    measurements: [
      {step: 0, scalars: {copies: 0, repeated: 0}, arrays: {}},
      {step: steps, scalars, arrays: {}},
    ],
  };
}

/** The same, with other numbers in its last measurement. */
function measuring({measurements, ...rest}: RunEvidence, scalars: Record<string, number>) {
  return {
    ...rest,
    measurements: [...measurements.slice(0, -1), {...measurements.at(-1)!, scalars}],
  };
}

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});
const famous = {pictures: 500, repeats: 20};
const cured = {...famous, withoutRepeats: true};

describe("by heart, and cured", () => {
  it("takes three runs in any order: the cured one has new pictures, too", () => {
    const all = [run({}, 99), run(famous, 22, 18), run(cured, 4, 0.5)] as const;
    expect(graded(...all)).toMatchObject({state: "correct", points: 6});
    expect(graded(all[2], all[0], all[1])).toMatchObject({state: "correct", points: 6});
  });

  it.each<[what: string, now: RunEvidence, points: number, said: RegExp]>([
    ["the default run", run({}, 99), 1, /give it more pictures/],
    ["one that ends too soon", run({}, 99, 0, 1990), 0, /1990 of 2000 steps/],
    ["too many pictures", run({pictures: 600}, 4), 0, /more pictures than are allowed/],
    ["new ones from 500", run({pictures: 500}, 4), 2, /give it fewer pictures/],
    ["repeats among them", run(famous, 5, 2), 0, /there more than once/],
    [
      "smears, which copy nobody",
      measuring(run({weightDecay: 10}, 0), {copies: 2, repeated: 0, frechet: 300}),
      0,
      /far from any digit/,
    ],
    [
      "one of before distances were measured",
      measuring(run({pictures: 500}, 0), {copies: 4, repeated: 0}),
      0,
      /not measured then/,
    ],
    ["famous ones alone", run(famous, 22, 18), 0, /now the same run again, same seed/],
    ["the first ten of few, without repeats", run({}, 99, 60), 1, /many times among some hundred/],
  ])("%s", (_, now, points, said) => {
    const verdict = graded(now);
    expect(verdict.points).toBe(points);
    expect(JSON.stringify(verdict)).toMatch(said);
  });

  it.each<[what: string, cure: RunEvidence]>([
    ["another seed", run({...cured, seed: 8}, 4, 0.5)],
    ["another number of pictures", run({...cured, pictures: 400}, 4, 0.5)],
    ["too many copies left", run(cured, 4, 4)],
    [
      "a rate that was changed on the way",
      {...run(cured, 4, 0.5), changes: [{step: 9, name: "learningRate", value: 0.001}]},
    ],
  ])("a pair that is none: %s", (_, cure) => {
    const verdict = graded(cure, run(famous, 22, 18));
    expect(verdict.points).toBe(2);
    expect(JSON.stringify(verdict)).toMatch(/now the same run again/);
  });
});
