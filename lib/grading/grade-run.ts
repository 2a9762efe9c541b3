/** The grader of a run: a spec looks at the evidence and says what holds, in words made of that very run. */
import type {Evidence} from "./evidence.js";
import type {ExperimentExercise} from "./exercise.js";
import {specProblem} from "./spec-problem.js";
import {type Feedback, type TestResult, type Verdict, verdictOf} from "./verdict.js";

/** Something that was asked of the run. */
export interface Finding extends Feedback {
  /** The id of a task in `exercise.json`. */
  readonly task: string;
  readonly name: string;
  readonly points: number;
  readonly holds: boolean;
}

/** Exports of a `spec.ts` of an experiment exercise. */
export interface RunSpec {
  readonly gradeRun: (evidence: Evidence) => readonly Finding[];
}

/** The verdict on the runs of `evidence`. */
export function gradeEvidence(
  {gradeRun}: RunSpec,
  exercise: ExperimentExercise,
  evidence: Evidence,
): Verdict {
  const problem = runProblem(exercise, evidence);
  if (problem !== undefined) return verdictOf([], "", problem);
  const findings = gradeRun(evidence);
  const fault = specProblem({tests: findings}, exercise);
  if (fault !== undefined) return verdictOf([], "", `the exercise itself is at fault: ${fault}`);
  return verdictOf(findings.map(resultOf), "");
}

function runProblem({backend}: ExperimentExercise, {now}: Evidence): string | undefined {
  if (now.steps === 0) return "there is no run yet: it has taken no step";
  if (backend !== "none" && now.backend !== backend)
    return `this run was computed on ${now.backend}; only a run on ${backend} is the same on every machine`;
  return undefined;
}

function resultOf({holds, points, ...rest}: Finding): TestResult {
  return {
    ...rest,
    status: holds ? "passed" : "failed",
    points: holds ? points : 0,
    maxPoints: points,
  };
}
