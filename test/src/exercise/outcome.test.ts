import {describe, expect, it} from "vitest";
import {type TestResult, verdictOf} from "../../../lib/grading/verdict.js";
import {outcome, stateWords, testSigns, testWords} from "../../../src/exercise/outcome.js";

const test = (name: string, status: TestResult["status"], points = 0): TestResult => ({
  name,
  task: "t",
  status,
  points,
  maxPoints: 2,
});

describe("an outcome in words", () => {
  it.each([
    [[test("a", "passed", 2), test("b", "passed", 2)], "Correct: 2 tests passed, 4 of 4 points."],
    [
      [test("a", "passed", 2), test("b", "failed"), test("c", "error")],
      "Partly right: 1 of 3 tests passed, 2 of 6 points. Look first at “b”.",
    ],
    [[test("a", "failed")], "Not right yet: 0 of 1 test passed, 0 of 2 points. Look first at “a”."],
    [[test("a", "error")], "Error: no test could be completed. Look first at “a”."],
  ])("%#", (tests, words) => {
    expect(outcome(verdictOf(tests, ""))).toBe(words);
  });

  it("says why there was no test, and what was too slow", () => {
    expect(outcome(verdictOf([], "", "line 3: unexpected }"))).toBe("Error: line 3: unexpected }.");
    const slow = verdictOf([test("a", "timed-out"), test("b", "not-run")], "", "more than 5 s.");
    expect(outcome(slow)).toBe(
      "Stopped: more than 5 s. Look for a loop or a promise that never ends. Your code is kept.",
    );
  });

  it("has a word and a sign of its own for every state", () => {
    for (const words of [stateWords, testWords, testSigns])
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });
});
