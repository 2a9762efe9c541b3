import {describe, expect, it} from "vitest";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {keepBack, reveal, withoutKeptBack} from "../../../../src/experiment/questions/kept-back.js";
import {
  howMade,
  predictionStatus,
  stateWords,
} from "../../../../src/experiment/questions/prediction-words.js";
import {newRun} from "../../../../src/experiment/run/run-record.js";
import {digitClassifier} from "../../../../src/experiments/digit-classifier/experiment.js";
import {emptyGuess, withPlace} from "../../../../src/figures/guess/guess.js";
import {defaultParams} from "../../../../src/lib/params.js";

const whole = withPlace(withPlace(emptyGuess, 0, 10), 20, 90);
const part = withPlace(withPlace(emptyGuess, 0, 10), 5, 90);

describe("a prediction", () => {
  it.each([
    ["idle", 0, false, false, "open"],
    ["paused", 0, false, false, "open"],
    ["loading", 0, false, false, "running"],
    ["running", 0, false, false, "running"],
    ["running", 0, false, true, "running"],
    ["running", 40, false, false, "running"],
    ["paused", 40, false, false, "running"],
    ["done", 600, false, false, "done"],
    ["paused", 600, true, false, "done"],
    ["done", 0, false, false, "open"],
    ["idle", 0, false, true, "recorded"],
    ["running", 40, false, true, "running"],
  ] as const)(
    "of a run that is %s at step %i (over: %s, recorded: %s) is %s",
    (status, step, isOver, recorded, expected) => {
      expect(predictionStatus({status, step}, isOver, recorded)).toBe(expected);
    },
  );

  it("says what is to be done next", () => {
    expect(stateWords("open", emptyGuess, 600)).toMatch(/^Draw a line/);
    expect(stateWords("open", part, 600)).toContain("from step 0 to step 150");
    expect(stateWords("open", whole, 600)).toContain("press Train");
    expect(stateWords("running", whole, 600)).toContain("your guess stands");
    expect(stateWords("running", part, 600)).toContain("press Reset");
    expect(stateWords("done", part, 600)).toMatch(/^This is your run\. You had drawn no guess/);
    expect(stateWords("recorded", part, 600)).toMatch(/^This is the recorded run/);
  });
});

const run = {
  ...newRun(digitClassifier as Experiment, 1, defaultParams(digitClassifier.params)),
  measurements: [{step: 50, scalars: {testAccuracy: 90, right: 1800}, floors: {}, arrays: {}}],
  step: 600,
  backend: "wasm" as const,
};

it("a run says how it was made", () => {
  expect(howMade(run, "guessing", true)).toBe(
    "Line with dots: the run, with intervals of 95 %. Live: 600 steps, seed 7, wasm. Dashed: your guess. Grey: guessing, at the end.",
  );
  const recorded = {...run, origin: "recorded", date: "2026-11-24T10:00:00Z"} as const;
  expect(howMade(recorded, undefined, false)).toMatch(
    /^Line with dots: the run\. Recorded 2026-11-24: 600 steps/,
  );
});

it("a measure that is to be guessed is kept back until it may be seen", () => {
  expect(withoutKeptBack("digit-classifier", run)).toBe(run);
  keepBack("digit-classifier", "testAccuracy");
  const behind = withoutKeptBack("digit-classifier", run);
  expect(behind.measurements[0]!.scalars).toEqual({right: 1800});
  expect(behind.keptBack).toEqual(["testAccuracy"]);
  expect(run.measurements[0]!.scalars.testAccuracy).toBe(90);
  expect(withoutKeptBack("gan-digits", run)).toBe(run);
  reveal("digit-classifier", "testAccuracy");
  expect(withoutKeptBack("digit-classifier", run)).toBe(run);
});
