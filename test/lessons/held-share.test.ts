import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/10-ethics/exercises/held-share/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {defaultParams} from "../../lib/params.js";
import {amplification} from "../../src/experiments/amplification/experiment.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("held-share"));
if (exercise.kind !== "experiment") throw new Error("not about a run");
const params = defaultParams(amplification.params);

/** With `minority` per cent of the rare kind after its sixth generation, and more before. */
function run(changed: object, minority: number, steps = 1800): RunEvidence {
  const all = {...params, ...changed};
  const ends = Array.from({length: 8}, (_, g) => (g + 1) * all.generationSteps);
  return {
    ...{number: 1, params: all, changes: [], steps, backend: "wasm"},
    curves: {},
    measurements: ends
      .filter((step) => step <= steps)
      .map((step, g) => ({
        ...{step, arrays: {}},
        scalars: {minority: g === 5 ? minority : 14, learned: 15},
      })),
  };
}

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});
const kept = {kept: 50};

describe("a share, lost and held", () => {
  it("takes two runs in any order, and one that went on", () => {
    expect(graded(run(kept, 12), run({}, 1))).toMatchObject({state: "correct", points: 5});
    expect(graded(run({}, 1), run(kept, 12))).toMatchObject({state: "correct", points: 5});
    const longer = run({...kept, maxSteps: 2400}, 12, 2400);
    expect(graded(longer, run({}, 1))).toMatchObject({state: "correct", points: 5});
    const slower = {generationSteps: 400};
    const pair = [run({...slower, ...kept}, 12, 2400), run(slower, 1, 2400)] as const;
    expect(graded(...pair)).toMatchObject({state: "correct", points: 5});
  });

  it.each<[what: string, now: RunEvidence, points: number, said: RegExp]>([
    ["the default run", run({}, 1), 2, /now the same run again, same seed/],
    ["one that ends in its sixth", run({}, 1, 1790), 0, /1790 of 1800 steps/],
    ["one that begins with few", run({share: 10}, 1), 0, /begin with a larger share/],
    ["one that keeps real ones alone", run(kept, 12), 0, /Keep none of them/],
    ["one that has more left", run({}, 7.25), 0, /at a lower temperature/],
  ])("%s", (_, now, points, said) => {
    const verdict = graded(now);
    expect(verdict.points).toBe(points);
    expect(JSON.stringify(verdict)).toMatch(said);
  });

  it.each<[what: string, held: RunEvidence, said: RegExp]>([
    ["another seed", run({...kept, seed: 8}, 12), /now the same run again/],
    ["another temperature", run({...kept, temperature: 0.9}, 14), /now the same run again/],
    ["too many kept", run({kept: 60}, 14), /keep at most 50 %/],
    ["too few kept", run({kept: 10}, 4.75), /Keep more real pictures/],
    [
      "a rate that was changed on the way",
      {...run(kept, 12), changes: [{step: 9, name: "learningRate", value: 0.001}]},
      /now the same run again/,
    ],
  ])("a pair that is none: %s", (_, held, said) => {
    const verdict = graded(held, run({}, 1));
    expect(verdict.points).toBe(2);
    expect(JSON.stringify(verdict)).toMatch(said);
  });
});
