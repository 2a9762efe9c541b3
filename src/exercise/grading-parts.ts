/** The grader as an exercise on a page needs it; `grading.ts` gives it. */

import type {Exercise} from "../lib/grading/exercise.js";
import type {TestRun, Verdict} from "../lib/grading/verdict.js";
import type {CountingRuns} from "./counting-runs.js";
import type {Solution} from "./solution.js";

export interface ExerciseFiles {
  readonly exercise: Exercise;
  readonly starter: string;
  readonly hints: readonly string[];
}

export interface GradingOptions {
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Is told after each test of all that ended so far. */
  readonly report?: (results: readonly unknown[]) => void;
}

export interface Grading {
  exerciseFiles(slug: string): Promise<ExerciseFiles>;
  runTests(slug: string, code: string, options: GradingOptions): Promise<Verdict>;
  /** Grades runs of an experiment. */
  gradeRun(slug: string, runs: CountingRuns, options: GradingOptions): Promise<Verdict>;
  /** The run of a bug hunt's starter, made anew. */
  exhibitOf(slug: string, signal: AbortSignal): Promise<TestRun>;
  solutionOf(slug: string): Promise<Solution>;
}
