/** Messages between the page and its grader, a worker. */
import type {Evidence} from "../lib/grading/evidence.js";
import type {CodeExercise, ExperimentExercise} from "../lib/grading/exercise.js";
import type {Ending} from "../lib/grading/sandbox.js";
import type {TestResult, TestRun, Verdict} from "../lib/grading/verdict.js";

export type ToGrader =
  | {
      readonly kind: "grade-code";
      readonly exercise: CodeExercise;
      readonly code: string;
      readonly seed: number;
    }
  | {
      readonly kind: "grade-run";
      readonly exercise: ExperimentExercise;
      readonly evidence: Evidence;
    }
  /** Asks a bug hunt for the run of its starter. */
  | {readonly kind: "show"; readonly slug: string}
  /** The learner's worker runs; its other end comes along as a port. */
  | {readonly kind: "started"}
  | {readonly kind: "ended"; readonly why: Ending};

export type FromGrader =
  /** Start a worker for learner code, in the place of any other. */
  | {readonly kind: "start"}
  | {readonly kind: "kill"}
  | {readonly kind: "report"; readonly results: readonly TestResult[]}
  | {readonly kind: "verdict"; readonly verdict: Verdict}
  | {readonly kind: "exhibit"; readonly run: TestRun}
  | {readonly kind: "broken"; readonly problem: string};
