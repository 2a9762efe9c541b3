/** A verdict in words. */
import type {ExerciseState, TestResult, TestStatus, Verdict} from "../lib/grading/verdict.js";

/** How each state is called on the page. */
export const stateWords: Readonly<Record<ExerciseState, string>> = {
  "not-attempted": "not tried yet",
  running: "running",
  incorrect: "not right yet",
  partly: "partly right",
  correct: "correct",
  error: "stopped by an error",
  "timed-out": "stopped: too slow",
};

export const testWords: Readonly<Record<TestStatus, string>> = {
  passed: "Passed",
  failed: "Failed",
  error: "Error",
  "timed-out": "Too slow",
  "not-run": "Not run",
};

/** Shapes, so that colour is never all that tells two states apart. */
export const testSigns: Readonly<Record<TestStatus, string>> = {
  passed: "✓",
  failed: "✗",
  error: "!",
  "timed-out": "◷",
  "not-run": "–",
};

/** The outcome in one or two sentences, for the eye and for a screen reader. */
export function outcome({state, points, maxPoints, tests, problem}: Verdict): string {
  const score = `${points} of ${plural(maxPoints, "point")}`;
  const first = firstFailed(tests);
  switch (state) {
    case "correct":
      return `Correct: ${passed(tests)}, ${score}.`;
    case "partly":
      return `Partly right: ${passed(tests)}, ${score}.${firstToFail(first)}`;
    case "incorrect":
      return `Not right yet: ${passed(tests)}, ${score}.${firstToFail(first)}`;
    case "timed-out":
      return `Stopped: ${end(problem ?? "the time was over before the tests had ended")} Look for a loop or a promise that never ends. Your code is kept.`;
    case "error":
      return `Error: ${end(problem ?? "no test could be completed")}${firstToFail(first)}`;
  }
}

/** The one to look at first. */
export function firstFailed(tests: readonly TestResult[]): TestResult | undefined {
  return tests.find(({status}) => status !== "passed" && status !== "not-run");
}

function passed(tests: readonly TestResult[]): string {
  const count = tests.filter(({status}) => status === "passed").length;
  if (count === tests.length) return `${plural(count, "test")} passed`;
  return `${count} of ${plural(tests.length, "test")} passed`;
}

function firstToFail(test: TestResult | undefined): string {
  return test ? ` Look first at “${test.name}”.` : "";
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function end(text: string): string {
  return `${text.replace(/\.$/, "")}.`;
}
