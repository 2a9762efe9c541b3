/** The grader: runs a spec against learner code that lives in a sandbox, and says what came of it. */
import {Random} from "../random.js";
import type {CodeExercise} from "./exercise.js";
import {Failure, Stopped} from "./failure.js";
import {withInput} from "./property.js";
import {endingInWords, isTimedOut, refusal} from "./reply-words.js";
import {limitsOf, type Sandbox, type Session} from "./sandbox.js";
import {nameLimit, shorten} from "./shorten.js";
import type {Spec, SpecTest} from "./spec.js";
import {specProblem} from "./spec-problem.js";
import {startTrial} from "./trial.js";
import {type Feedback, type TestResult, type Verdict, verdictOf} from "./verdict.js";

export interface Case {
  readonly spec: Spec;
  readonly exercise: CodeExercise;
  /** The learner's TypeScript. */
  readonly code: string;
  readonly sandbox: Sandbox;
  /** Decides every draw: the spec's, and the learner's `Math.random`. */
  readonly seed: number;
  /** Is told after each test of all that ended so far. */
  readonly report?: (results: readonly TestResult[]) => void;
}

const codeLimit = 200_000;

function tooLong({length}: string): string {
  return `the code is too long: ${length} characters (at most ${codeLimit})`;
}

/** The verdict. It rejects only when the sandbox cannot be started. */
export async function grade(given: Case): Promise<Verdict> {
  const {spec, exercise, code, sandbox} = given;
  const fault = specProblem(spec, exercise);
  if (fault !== undefined) return verdictOf([], "", `the exercise itself is at fault: ${fault}`);
  if (code.length > codeLimit) return notRun(spec, "", tooLong(code));
  const session = await sandbox.start(code, limitsOf(exercise.timeLimitMs));
  try {
    return await gradeSession(session, given);
  } finally {
    session.close();
  }
}

async function gradeSession(session: Session, given: Case): Promise<Verdict> {
  const {spec, exercise} = given;
  await session.seed(given.seed);
  const loading = await loadProblem(session, exercise);
  let printed = session.takeConsole();
  if (loading) return notRun(spec, printed, loading.problem, loading.status);
  const results: TestResult[] = [];
  let problem: string | undefined;
  for (const test of spec.tests) {
    const outcome = problem === undefined ? await runTest(session, test, given) : undefined;
    problem ??= outcome?.problem;
    results.push(outcome?.result ?? unrun(test));
    printed += outcome?.result.console ?? "";
    if (outcome) given.report?.(results.slice());
  }
  return verdictOf(results, printed, problem);
}

interface Outcome {
  readonly result: TestResult;
  /** Why no further test can run. */
  readonly problem?: string;
}

async function runTest(session: Session, test: SpecTest, given: Case): Promise<Outcome> {
  const random = new Random(given.seed).fork(test.name);
  const trial = startTrial(session, random, given.exercise);
  const ended = await endOf(test, trial, random, session);
  const [console, run] = [session.takeConsole(), trial.shown()];
  const more = {...(console !== "" && {console}), ...(run && {run})};
  return {...ended, result: {...ended.result, ...more}};
}

async function endOf(
  test: SpecTest,
  trial: ReturnType<typeof startTrial>,
  random: Random,
  {limits}: Session,
): Promise<Outcome> {
  try {
    await trial.seed(random.fork("the code's chance").bits());
    await test.run(trial);
    if (trial.lastCall() === undefined) throw new Error("it called nothing of the learner's");
    return {result: {...unrun(test), status: "passed", points: test.points}};
  } catch (error) {
    if (error instanceof Failure) return {result: failed(test, withInput(error, trial))};
    if (!(error instanceof Stopped)) return fault(test, error);
    const problem = endingInWords(error.why, limits);
    const status = isTimedOut(error.why) ? "timed-out" : "error";
    return {
      result: failed(test, withInput(new Failure(problem, status), trial)),
      problem: problem.yours,
    };
  }
}

function fault(test: SpecTest, error: unknown): Outcome {
  const problem = shorten(`the exercise itself is at fault: test "${test.name}": ${error}`);
  return {result: {...unrun(test), status: "error", yours: problem}, problem};
}

function failed(test: SpecTest, {feedback, status}: Failure): TestResult {
  return {...unrun(test), ...shortened(feedback), status};
}

/** Whatever a spec says of an answer may hold words of that answer. */
function shortened(feedback: Feedback): Feedback {
  const texts = (["expected", "yours", "advice", "input"] as const).flatMap((part) => {
    const text = feedback[part];
    return text === undefined ? [] : [[part, shorten(text)]];
  });
  return {...feedback, ...Object.fromEntries(texts)};
}

function unrun({task, name, points}: SpecTest): TestResult {
  return {task, name, status: "not-run", points: 0, maxPoints: points};
}

interface LoadProblem {
  readonly problem: string;
  readonly status?: "timed-out";
}

async function loadProblem(
  session: Session,
  {functions}: CodeExercise,
): Promise<LoadProblem | undefined> {
  const reply = await session.load();
  if (reply.kind === "ended") {
    const problem = endingInWords(reply.why, session.limits).yours;
    return isTimedOut(reply.why) ? {problem, status: "timed-out"} : {problem};
  }
  if (reply.kind === "unreadable") return {problem: `syntax error: ${reply.text}`};
  if (reply.kind !== "value") return {problem: `before any test: ${refusal(reply).yours}`};
  const names = Array.isArray(reply.value) ? reply.value.map(shownName) : [];
  const missing = functions.filter((name) => !names.includes(name));
  if (missing.length === 0) return undefined;
  const there = names.length > 0 ? shorten(names.join(", ")) : "nothing";
  return {problem: `missing function: ${missing.join(", ")} (your code exports ${there})`};
}

function shownName(name: unknown): string {
  return shorten(String(name), nameLimit);
}

function notRun(spec: Spec, printed: string, problem: string, status?: "timed-out"): Verdict {
  const results = spec.tests.map((test, i) =>
    status !== undefined && i === 0 ? {...unrun(test), status} : unrun(test),
  );
  return verdictOf(results, printed, problem);
}
