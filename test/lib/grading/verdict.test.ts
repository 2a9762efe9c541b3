import {describe, expect, it} from "vitest";
import {type TestResult, type TestStatus, verdictOf} from "../../../lib/grading/verdict.js";

/** Results of tests worth two points each. */
function results(...statuses: TestStatus[]): TestResult[] {
  return statuses.map((status, i) => {
    const points = status === "passed" ? 2 : 0;
    return {name: `test ${i}`, task: "a", status, points, maxPoints: 2};
  });
}

describe("the verdict", () => {
  it.each<[TestStatus[], string]>([
    [["passed", "passed"], "correct"],
    [["passed", "failed"], "partly"],
    [["passed", "error"], "partly"],
    [["failed", "error"], "incorrect"],
    [["error", "error"], "error"],
    [["passed", "timed-out", "not-run"], "timed-out"],
    [["passed", "not-run"], "partly"],
  ])("of %j is %s", (statuses, state) => {
    expect(verdictOf(results(...statuses), "").state).toBe(state);
  });

  it("adds points", () => {
    const verdict = verdictOf(results("passed", "failed", "passed"), "printed");
    expect(verdict).toMatchObject({points: 4, maxPoints: 6, console: "printed"});
    expect("problem" in verdict).toBe(false);
  });

  it.each([[results()], [results("not-run", "not-run")]])("is an error without a test run", (t) => {
    expect(verdictOf(t, "")).toMatchObject({state: "error", problem: "no test was run"});
  });

  it("is an error when something else went wrong, whatever passed", () => {
    expect(verdictOf(results("passed"), "", "out of memory").state).toBe("error");
  });
});
