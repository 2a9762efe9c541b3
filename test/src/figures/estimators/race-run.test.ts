import {describe, expect, test} from "vitest";
import {binsOf} from "../../../../src/figures/estimators/race-plot.js";
import {
  type Lane,
  RaceRun,
  type RaceSettings,
} from "../../../../src/figures/estimators/race-run.js";
import {laneText, verdict} from "../../../../src/figures/estimators/race-text.js";
import {Random} from "../../../../src/lib/random.js";

const settings: RaceSettings = {
  cost: "bowl",
  mean: 0,
  spread: 0.5,
  draws: 4,
  added: 0,
  hasBaseline: false,
  parameter: "mean",
};

function raced(changes: Partial<RaceSettings> = {}, count = 2000) {
  const run = new RaceRun({...settings, ...changes}, new Random(3));
  run.advance(count);
  return run;
}

describe("a race", () => {
  test("comes to the spread that it must, for both", () => {
    for (const changes of [
      {},
      {draws: 25},
      {parameter: "logSpread"},
      {added: 10, hasBaseline: true},
    ] as const)
      for (const {spreads, mean, trueMean, trueSpread} of raced(changes).lanes) {
        expect(spreads.at(-1)! / trueSpread).toBeGreaterThan(0.9);
        expect(spreads.at(-1)! / trueSpread).toBeLessThan(1.12);
        expect(Math.abs(mean - trueMean)).toBeLessThan((5 * trueSpread) / Math.sqrt(2000));
      }
  });

  test("has the same numbers in whatever pieces it is run", () => {
    const run = new RaceRun(settings, new Random(3));
    for (const count of [1, 7, 92]) run.advance(count);
    expect(run.lanes).toEqual(raced({}, 100).lanes);
    expect(run.count).toBe(100);
  });

  test("tells a spread from the second estimate on", () => {
    const [{spreads}] = raced({}, 2).lanes as readonly [Lane, Lane];
    expect(spreads[0]).toBeNaN();
    expect(spreads[1]).toBeGreaterThan(0);
  });
});

describe("its words", () => {
  test("compare what certainty costs", () => {
    const {truth, lanes} = raced({}, 0);
    expect(verdict(truth, lanes)).toBe(
      "The truth is −2.00. To be as sure of it, REINFORCE needs 22 times as many draws.",
    );
    const low = raced({cost: "ripples", spread: 1, hasBaseline: true}, 0);
    expect(verdict(low.truth, low.lanes)).toMatch(/the reparameterised draw needs \d/);
  });

  test("say where there is no slope to ask for", () => {
    const {truth, lanes} = raced({cost: "step"}, 0);
    expect(verdict(truth, lanes)).toMatch(/The truth is −0\.108\. .* reads 0 for ever/);
  });

  test("tell a lane's mean and spread, now and in the long run", () => {
    const {lanes} = raced({}, 1);
    expect(laneText(lanes[1]!)).toBe("in the long run −2.00 and 0.500");
    expect(laneText(raced({}, 50).lanes[1]!)).toMatch(
      /^mean −[\d.]+, spread [\d.]+; in the long run −2\.00 and 0\.500$/,
    );
  });
});

test("a histogram counts every estimate, those beyond it in the outermost bins", () => {
  const bins = binsOf([-9, 0.01, 0.99, 1, 9], [0, 1]);
  expect(bins.reduce((sum, count) => sum + count, 0)).toBe(5);
  expect(bins[0]).toBe(2);
  expect(bins.at(-1)).toBe(3);
});
