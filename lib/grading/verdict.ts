/** The verdict of the tests on an answer, and the rule that makes one state of many results. */
import type {Images} from "../image.js";

/** `failed`: a wrong value. `error`: the code threw, or returned what is no plain data. */
export type TestStatus = "passed" | "failed" | "error" | "timed-out" | "not-run";

export interface TestPicture {
  readonly role: "expected" | "yours" | "difference";
  readonly images: Images;
  /** The picture in words, for those who do not see it. */
  readonly alt: string;
}

/** A curve of a run that a test has made: its value after each step. */
export interface TestCurve {
  readonly label: string;
  readonly role: "real" | "generated" | "judge" | "chance";
  readonly yours: Float32Array;
  /** The same of a step without a mistake, on the same data. */
  readonly right: Float32Array;
}

/** A run that a test has made with the learner's code, and one like it that is known to be right. */
export interface TestRun {
  readonly label: string;
  /** What it is compared with, default "a right step". */
  readonly other?: string;
  readonly curves: readonly TestCurve[];
  /** What came of it: `expected` of the right run, `yours` of the learner's. */
  readonly pictures?: readonly TestPicture[];
}

/** A test's feedback: each part is one or more lines for the reader. */
export interface Feedback {
  readonly expected?: string;
  readonly yours?: string;
  /** The next thing to look at. */
  readonly advice?: string;
  /** The failing input, made as small as it gets. */
  readonly input?: string;
  readonly pictures?: readonly TestPicture[];
}

export interface TestResult extends Feedback {
  readonly name: string;
  /** The id of its task. */
  readonly task: string;
  readonly status: TestStatus;
  readonly points: number;
  readonly maxPoints: number;
  /** Everything that the code printed meanwhile. */
  readonly console?: string;
  /** Shown whether the test passes or not. */
  readonly run?: TestRun;
}

export type ExerciseState =
  | "not-attempted"
  | "running"
  | "incorrect"
  | "partly"
  | "correct"
  | "error"
  | "timed-out";

/** The state of an answer that was graded. */
export type GradedState = Exclude<ExerciseState, "not-attempted" | "running">;

export interface Verdict {
  readonly state: GradedState;
  readonly points: number;
  readonly maxPoints: number;
  readonly tests: readonly TestResult[];
  /** Everything that the code printed. */
  readonly console: string;
  /** Why the whole was an error or stopped: a syntax error, no test, out of memory, out of time … */
  readonly problem?: string;
}

/** The verdict on these results. No test that ran is an error, never a pass. */
export function verdictOf(
  tests: readonly TestResult[],
  console: string,
  problem?: string,
): Verdict {
  const ran = tests.some(({status}) => status !== "not-run");
  const trouble = problem ?? (ran ? undefined : "no test was run");
  return {
    state: stateOf(tests, trouble),
    points: sum(tests, ({points}) => points),
    maxPoints: sum(tests, ({maxPoints}) => maxPoints),
    tests,
    console,
    ...(trouble === undefined ? {} : {problem: trouble}),
  };
}

function stateOf(tests: readonly TestResult[], problem: string | undefined): GradedState {
  const every = (status: TestStatus) => tests.every((test) => test.status === status);
  const some = (status: TestStatus) => tests.some((test) => test.status === status);
  if (some("timed-out")) return "timed-out";
  if (problem !== undefined) return "error";
  if (every("passed")) return "correct";
  if (some("passed")) return "partly";
  return some("failed") ? "incorrect" : "error";
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
