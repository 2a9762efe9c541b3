import {expect, it} from "vitest";
import {type ClaimRun, claim, everySeed, numbersOf, rangesOf} from "../../../lib/training/claim.js";
import type {toyExperiment} from "./toy-experiment.js";

type Run = ClaimRun<typeof toyExperiment>;
const parts = {says: "", seeds: [1], rule: "", holds: () => true};

it("takes some numbers of a measurement, and no other names", () => {
  const measurement = {scalars: {gaps: 3, coverage: 7, samples: 512}};
  expect(numbersOf(measurement, "gaps", "samples")).toEqual({gaps: 3, samples: 512});
  expect(() => numbersOf(measurement, "gap")).toThrow(
    "not measured: gap (one of gaps, coverage, samples)",
  );
});

it("holds for every seed, or not at all", () => {
  const trials = [1, 2].map((seed) => ({seed, runs: {one: {gaps: seed}}}));
  const below = (most: number) =>
    everySeed<"one", {gaps: number}>(({one}) => one.gaps < most)(trials);
  expect(below(3)).toBe(true);
  expect(below(2)).toBe(false);
});

it("tells the least and the most over the seeds, of one run", () => {
  const trials = [3, 1, 2].map((gaps, seed) => ({
    seed,
    runs: {one: {gaps, kinds: -gaps}, other: {gaps: 9, kinds: 9}},
  }));
  expect(rangesOf(trials, "one")).toEqual({
    ...{"one.gapsLeast": 1, "one.gapsMost": 3},
    ...{"one.kindsLeast": -3, "one.kindsMost": -1},
  });
  expect(rangesOf(trials, "one", ["gaps"])).toEqual({"one.gapsLeast": 1, "one.gapsMost": 3});
});

it("is checked by the compiler: params, runs and findings", () => {
  const measure = async (run: Run) => ({steps: run.measureSteps});
  // @ts-expect-error: no such param
  claim({...parts, runs: {one: {learningRat: 1}}, measure});
  // @ts-expect-error: no such run
  claim({...parts, runs: {one: {}}, measure, holds: everySeed(({two}) => two.steps > 0)});
  // @ts-expect-error: nothing found by this name
  claim({...parts, runs: {one: {}}, measure, holds: everySeed(({one}) => one.step > 0)});
  expect(claim({...parts, runs: {one: {}}, measure}).seeds).toEqual([1]);
});
