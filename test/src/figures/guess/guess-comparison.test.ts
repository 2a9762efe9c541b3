import {describe, expect, it} from "vitest";
import type {Measure} from "../../../../lib/training/experiment.js";
import {emptyGuess, type Guess, withStroke} from "../../../../src/figures/guess/guess.js";
import {compareGuess} from "../../../../src/figures/guess/guess-comparison.js";
import {
  comparisonWords,
  guessSummary,
  guessText,
} from "../../../../src/figures/guess/guess-words.js";

const axis = {low: 0, high: 100};
const log = {low: 10, high: 1000, log: true};
const limit = 600;
const steps = [0, 100, 200, 300, 400, 500, 600];
const run = (...values: number[]) => values.map((value, i) => ({step: steps[i]!, value}));
const straight = (from: number, to: number, on = axis): Guess =>
  withStroke(emptyGuess, on, {x: 0, y: from}, {x: 1, y: to});
const accuracy: Measure = {
  label: "test accuracy",
  unit: "%",
  better: "higher",
  floor: {name: "guessing", meaning: ""},
  help: "",
};

describe("a guess beside the run", () => {
  it("that is the run is nowhere off", () => {
    const truth = run(0, 10, 20, 30, 40, 50, 60);
    const same = compareGuess(straight(0, 0.6), truth, axis, limit)!;
    expect(same.meanGap).toBeCloseTo(0, 9);
    expect(same.direction).toEqual({guess: "rises", truth: "rises"});
    expect(same.halfWay).toEqual({guess: 300, truth: 300});
  });

  it("has a mean gap, a worst step and a half-way by hand", () => {
    const found = compareGuess(straight(0, 0.6), run(0, 60, 60, 60, 60, 60, 60), axis, limit)!;
    expect(found.meanGap).toBeCloseTo((0 + 50 + 40 + 30 + 20 + 10 + 0) / 7, 9);
    expect(found.worst).toMatchObject({step: 100, truth: 60});
    expect(found.worst.guess).toBeCloseTo(10, 9);
    expect(found.halfWay).toEqual({guess: 300, truth: 50});
  });

  it("on a logarithmic axis is off by a factor, whichever way", () => {
    const guess = straight(0.5, 0.5, log);
    const truth = run(200, 50, 200, 50);
    expect(compareGuess(guess, truth, log, limit)!.meanGap).toBeCloseTo(2, 9);
    expect(compareGuess(guess, run(0, 50, 200), log, limit)!.meanGap).toBeCloseTo(2, 9);
  });

  it("is compared only where it says something", () => {
    const half = withStroke(emptyGuess, axis, {x: 0, y: 0.1}, {x: 0.5, y: 0.1});
    const found = compareGuess(half, run(10, 10, 10, 10, 90, 90, 90), axis, limit)!;
    expect(found.end.step).toBe(300);
    expect(found.meanGap).toBeCloseTo(0, 9);
    expect(compareGuess(emptyGuess, run(1, 2, 3), axis, limit)).toBeUndefined();
    expect(compareGuess(half, run(1), axis, limit)).toBeUndefined();
    const longer = [{step: 900, value: 3}, ...run(1, 2)];
    expect(compareGuess(half, longer, axis, limit)!.end.step).toBe(100);
  });

  it("of another direction has no half-way, nor has one that stays", () => {
    const falls = compareGuess(straight(0.9, 0.1), run(0, 90), axis, limit)!;
    expect(falls.direction).toEqual({guess: "falls", truth: "rises"});
    expect(falls.halfWay).toBeUndefined();
    const stays = compareGuess(straight(0.5, 0.53), run(50, 50, 54), axis, limit)!;
    expect(stays.direction).toEqual({guess: "stays", truth: "stays"});
    expect(stays.halfWay).toBeUndefined();
  });
});

describe("the words", () => {
  const words = (guess: Guess, values: number[], floor = {low: 8, high: 12.5}) =>
    comparisonWords(
      compareGuess(guess, run(...values), axis, limit)!,
      accuracy,
      axis,
      limit,
      floor,
    );

  it("say how far, where, and what was right", () => {
    expect(words(straight(0, 0.6), [0, 60, 60, 60, 60, 60, 60])).toEqual([
      "On average your line was 21.4 percentage points off.",
      "Furthest off at step 100: you drew 10 %, it was 60.0 %.",
      "Direction: right. You let it rise, and it rose.",
      "End: right. At step 600 you drew 60 %, it was 60.0 % (guessing: 8.00 to 12.5).",
      "Half-way: too late. Half of the rise was done by about step 50; in your line, by step 300.",
    ]);
  });

  it("give the interval of the last number, where it has one", () => {
    const truth = run(0, 60).map((point) => ({...point, interval: {low: 58, high: 61.5, n: 900}}));
    const found = compareGuess(straight(0, 0.6), truth, axis, limit)!;
    expect(comparisonWords(found, accuracy, axis, limit, {low: 8, high: 12.5})[3]).toContain(
      "it was 60.0 % (95 % interval 58.0 to 61.5, n = 900; guessing: 8.00 to 12.5).",
    );
    expect(comparisonWords(found, accuracy, axis, limit, undefined)[3]).toContain("n = 900).");
  });

  it("do not claim to know what was before the first measurement", () => {
    const late = run(0, 20, 60).slice(1);
    const found = compareGuess(straight(0, 0.6), late, axis, limit)!;
    expect(comparisonWords(found, accuracy, axis, limit, undefined).at(-1)).toContain(
      "Half of the rise from step 100 on was done by about step 150;",
    );
  });

  it("call a guess wrong where it is", () => {
    const wrong = words(straight(0.9, 0.1), [0, 20, 30, 40, 50, 55, 60]).join("\n");
    expect(wrong).toContain("Direction: wrong. You let it fall, but it rose.");
    expect(wrong).toContain("End: too low.");
    expect(wrong).not.toContain("Half-way");
    const high = words(straight(0.53, 0.53), [50, 50, 50, 50, 50, 50, 47]).join("\n");
    expect(high).toContain("You let it stay about where it was, and it stayed about where it was.");
    expect(high).toContain("End: too high.");
    const early = words(straight(0, 0.6), [0, 0, 0, 0, 0, 0, 60]).join("\n");
    expect(early).toContain("Half-way: too early.");
  });

  it("count in factors on a logarithmic axis, and in units elsewhere", () => {
    const distance: Measure = {label: "distance", unit: "", better: "lower", help: ""};
    const factor = compareGuess(straight(0.5, 0.5, log), run(200, 50, 200, 50), log, limit)!;
    expect(comparisonWords(factor, distance, log, limit, undefined)[0]).toBe(
      "On average your line was off by a factor of 2.00.",
    );
    const bits: Measure = {...distance, unit: "bit"};
    const plain = compareGuess(straight(0.5, 0.5), run(40, 40, 60), axis, limit)!;
    expect(comparisonWords(plain, bits, axis, limit, undefined)[0]).toBe(
      "On average your line was 10.0 bit off.",
    );
  });

  it("sum a guess up", () => {
    expect(guessSummary(straight(0.1, 0.9), limit, "%")).toBe(
      "from 10 % at step 0 to 90 % at step 600",
    );
    expect(guessSummary(emptyGuess, limit, "%")).toBe("nothing drawn yet");
    expect(guessText(0.35, "")).toBe("0.35");
  });
});
