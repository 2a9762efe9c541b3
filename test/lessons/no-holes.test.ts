import {describe, expect, it} from "vitest";
import * as spec from "../../lessons/04-vaes/exercises/no-holes/spec.js";
import type {RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence} from "../../lib/grading/grade-run.js";
import {planeHolesFloor} from "../../lib/metrics/plane-holes.js";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";

const exercise = readExercise(folderOf("no-holes"));
if (exercise.kind !== "experiment") throw new Error("not about a run");

const params = {
  seed: 7,
  dataset: "digits",
  width: 256,
  freeBits: 0,
  learningRate: 0.006,
  maxSteps: 2000,
};

/** A run of `beta`, measured every 100 steps, with `gaps` places without pictures in every measurement from step 500 on. */
function run(beta: number, gaps: number, changed = {}, steps = 500): RunEvidence {
  const measured = (step: number) => ({
    step,
    scalars: {
      gaps: step < 500 ? 200 : gaps,
      heldOutElbo: -155 - beta,
      heldOutKl: 8 - 4 * beta,
    },
    arrays: {},
  });
  return {
    number: 1,
    params: {...params, beta, ...changed},
    changes: [],
    steps,
    backend: "wasm",
    curves: {},
    measurements: Array.from({length: steps / 100}, (_, i) => measured(100 * (i + 1))),
  };
}

const graded = (now: RunEvidence, ...earlier: RunEvidence[]) =>
  gradeEvidence(spec, exercise, {now, earlier});

/** The beta that a reader with this advice takes after one of `beta`. */
function nextBeta(advice: string, beta: number): number {
  const told = /Try ([\d.]+),/.exec(advice)?.[1];
  if (told) return Number(told);
  const lower = /with beta ([\d.]+) had no holes either/.exec(advice)?.[1];
  if (lower) return Number(lower) / 2;
  if (/charge the clouds less/.test(advice)) return 0;
  return 2 * beta;
}

describe("the smallest beta without holes", () => {
  it("allows as many places as chance leaves in 1,000 codes", () => {
    expect(Math.floor(planeHolesFloor(1000, 15).high)).toBe(5);
    expect(graded(run(0.3, 5)).tests[1]?.status).toBe("passed");
    expect(graded(run(0.3, 6)).tests[1]?.status).toBe("failed");
  });

  it("is right with two runs that differ in beta alone, in any order, and says what the holes cost", () => {
    const [low, high] = [run(0.2, 9), run(0.3, 1)];
    for (const verdict of [graded(high, low), graded(low, run(1, 0), high)])
      expect(verdict).toMatchObject({state: "correct", points: 5});
    expect(graded(high, low).tests[2]).toMatchObject({
      yours:
        "beta 0.2, step 500: 9 of 225 places without pictures, KL 7.2 nats; " +
        "beta 0.3, step 500: 1 of 225 places without pictures, KL 6.8 nats",
      advice:
        "what it cost: the codes tell 0.4 nats less of each picture, and the drawing is 0.5 nats worse. Would another seed say the same?",
    });
  });

  it("has many right answers", () => {
    const other = {seed: 3, width: 128, freeBits: 0.5};
    expect(graded(run(3, 2, other), run(2, 40, other))).toMatchObject({state: "correct"});
    expect(graded(run(0.1, 0), run(0, 180))).toMatchObject({state: "correct"});
    const longer = graded(run(0.3, 1, {maxSteps: 600}, 600), run(0.2, 9, {maxSteps: 500}));
    expect(longer).toMatchObject({state: "correct"});
  });

  /** What the runs of bench/SWEEPS.md had, after so many steps; between two of them, what the larger beta had. */
  it.each<[what: string, holesOf: Readonly<Record<string, number>>, border: number]>([
    ["seed 7, 500 steps", {0: 225, 0.1: 52, 0.2: 9, 0.3: 1, 0.5: 1, 1: 0, 2: 1}, 0.3],
    ["seed 2, 500 steps", {0: 225, 0.2: 39, 0.3: 43, 0.5: 9, 1: 0}, 0.6],
    ["seed 3, 500 steps", {0: 225, 0.2: 18, 0.3: 57, 0.5: 1, 1: 3, 2: 0}, 0.4],
    ["seed 5, 500 steps", {0: 225, 0.3: 16, 0.5: 7, 1: 2, 2: 1}, 0.6],
    ["seed 7, 2,000 steps", {0: 225, 0.3: 11, 0.5: 7, 1: 11, 2: 0, 4: 1}, 1.5],
  ])("is passed by whoever follows the advice: %s", (_, holesOf, border) => {
    const betas = Object.keys(holesOf)
      .map(Number)
      .sort((a, b) => a - b);
    const holesAt = (beta: number) => holesOf[betas.find((each) => each >= beta)!]!;
    const runs: RunEvidence[] = [];
    let beta = 1;
    for (let tries = 0; tries < 9; tries++) {
      const now = run(beta, holesAt(beta));
      const verdict = graded(now, ...runs);
      runs.push(now);
      if (verdict.state === "correct") return expect(beta).toBeLessThanOrEqual(1.5 * border);
      beta = nextBeta(verdict.tests.map(({advice}) => advice).join(" "), beta);
    }
    expect.fail(`not passed in nine runs: ${runs.map(({params}) => params.beta).join(", ")}`);
  });

  it("takes the lower border of a plane that opens once more", () => {
    const earlier = [run(0, 200), run(0.3, 4), run(0.5, 9), run(0.6, 2)];
    expect(graded(earlier.at(-1)!, ...earlier.slice(0, -1)).tests[2]?.advice).toBe(
      "the border lies between 0 and 0.3. Try 0.2, with nothing else changed.",
    );
    const verdict = graded(run(0.2, 30), ...earlier);
    expect(verdict.state).toBe("correct");
    expect(verdict.tests[2]?.yours).toMatch(/^beta 0.2, step 500: 30 .*beta 0.3, step 500: 4 /);
  });

  const liveBeta = {step: 300, name: "beta", value: 1};
  it.each<[what: string, now: RunEvidence, earlier: RunEvidence[], points: number, said: RegExp]>([
    ["one run without holes", run(1, 0), [], 2, /train a second run/],
    [
      "pictures of one's own",
      run(1, 0, {dataset: "own-0123456789ab"}),
      [],
      0,
      /of your own.*take the digits or the clothes/s,
    ],
    ["one run with holes", run(0, 190), [], 1, /charge the clouds more/],
    ["two without holes", run(1, 0), [run(0.5, 1)], 2, /small enough for holes/],
    ["betas far apart", run(1, 0), [run(0.1, 52)], 3, /border lies between 0.1 and 1. Try 0.6,/],
    [
      "another seed",
      run(0.3, 1),
      [run(0.2, 9, {seed: 8})],
      3,
      /also differ in seed. Change beta alone/,
    ],
    [
      "another width and free bits",
      run(0.3, 1, {width: 64, freeBits: 1}),
      [run(0.2, 9)],
      3,
      /also differ in width, freeBits/,
    ],
    [
      "another learning rate on the way",
      {...run(0.3, 1), changes: [{step: 10, name: "learningRate", value: 0.1}]},
      [run(0.2, 9)],
      3,
      /no two runs with the same other settings/,
    ],
    [
      "a smaller beta that did without holes, too",
      run(0.3, 1),
      [run(0.1, 2), run(0.2, 9)],
      3,
      /run with beta 0.1 had no holes either/,
    ],
    ["the larger beta having the holes", run(0.3, 9), [run(0.2, 1)], 3, /no two runs/],
    ["a run that is too short", run(0.3, 1, {}, 400), [run(0.2, 9)], 1, /train a second run/],
    [
      "short runs only",
      run(0.3, 1, {}, 400),
      [run(0.2, 9, {}, 300)],
      0,
      /no run of 500 steps; the longest has 400/,
    ],
    [
      "a beta that was changed on the way",
      {...run(0.2, 1), changes: [liveBeta]},
      [],
      0,
      /had its beta changed on the way/,
    ],
    [
      "runs that were never measured at the same step",
      {...run(0.3, 1), measurements: run(0.3, 1, {}, 700).measurements.slice(6)},
      [run(0.2, 9)],
      3,
      /no two runs/,
    ],
    ["another back end", {...run(0.3, 1), backend: "webgl"}, [run(0.2, 9)], 0, /computed on webgl/],
  ])("is not fooled by %s, and says what to do", (_, now, earlier, points, said) => {
    const verdict = graded(now, ...earlier);
    expect(verdict.points).toBe(points);
    expect(verdict.state).not.toBe("correct");
    const words = verdict.tests.flatMap(({yours, advice}) => [yours, advice]);
    expect([verdict.problem, ...words].join("\n")).toMatch(said);
  });
});
