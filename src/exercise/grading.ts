/** Answers to an exercise's page: its files, the verdict of the tests on an answer, and its solution. */
import {maxPointsOf, parseExercise} from "../lib/grading/exercise.js";
import type {TestResult, TestRun, Verdict} from "../lib/grading/verdict.js";
import {named} from "../lib/named.js";
import {exerciseTexts} from "../vendor/exercises.js";
import type {CountingRuns} from "./counting-runs.js";
import {exhibitInPage} from "./exhibit-in-page.js";
import {gradeInPage} from "./grade-in-page.js";
import {learnerProgram, sandboxUrl} from "./learner-program.js";
import {evidenceOf} from "./run-evidence.js";

const workers = {
  startGrader: () =>
    new Worker(import.meta.resolve("../vendor/grader-worker.js"), {type: "module"}),
  sandboxUrl,
  program: learnerProgram,
};

export interface ExerciseEntry {
  readonly slug: string;
  readonly chapter: string;
  readonly title: string;
  readonly kind: "code" | "experiment";
  readonly maxPoints: number;
}

/** Every exercise, by chapter. */
export const exercises: readonly ExerciseEntry[] = Object.values(exerciseTexts).map(
  ({description}) => {
    const {slug, chapter, title, kind, tasks} = parseExercise(description);
    return {
      slug,
      chapter,
      title,
      kind,
      maxPoints: maxPointsOf(tasks),
    };
  },
);

/** The files that the reader begins with. */
export async function exerciseFiles(slug: string) {
  const {description, starter} = named("exercise", exerciseTexts, slug);
  const exercise = parseExercise(description);
  return {exercise, starter, hints: exercise.hints};
}

export interface TestOptions {
  readonly seed: number;
  readonly signal?: AbortSignal;
  /** Is told after each test of all that ended so far. */
  readonly report?: (results: readonly TestResult[]) => void;
}

/** Runs the tests of `slug` on `code`. Rejects with the signal's reason when it aborts. */
export async function runTests(slug: string, code: string, options: TestOptions): Promise<Verdict> {
  const {exercise} = await exerciseFiles(slug);
  if (exercise.kind !== "code") throw new RangeError(`${slug} is about a run, not about code`);
  const {seed, ...rest} = options;
  return gradeInPage({job: {kind: "grade-code", exercise, code, seed}, ...workers, ...rest});
}

/** Grades the run `now` of an experiment, with those before it in sight. */
export async function gradeRun(
  slug: string,
  runs: CountingRuns,
  {signal}: {readonly signal?: AbortSignal} = {},
): Promise<Verdict> {
  const {exercise} = await exerciseFiles(slug);
  if (exercise.kind !== "experiment")
    throw new RangeError(`${slug} is about code, not about a run`);
  const job = {kind: "grade-run", exercise, evidence: evidenceOf(runs)} as const;
  return gradeInPage({job, ...workers, ...(signal && {signal})});
}

/** The run of a bug hunt's starter, made anew. Rejects with the signal's reason when it aborts. */
export function exhibitOf(slug: string, signal: AbortSignal): Promise<TestRun> {
  return exhibitInPage(slug, workers.startGrader, signal);
}

/** The worked solution and its why as HTML, fetched when asked for. */
export async function solutionOf(slug: string): Promise<{code: string; why: string}> {
  const packed = await named("exercise", exerciseTexts, slug).solution.arrayBuffer();
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(stream).json()) as {code: string; why: string};
}
