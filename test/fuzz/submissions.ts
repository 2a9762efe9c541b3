/** Answers to exercises: each comes to a verdict in its time, takes no more memory than it may, harms nobody and gets no false point. */
import type {CodeExercise} from "../../lib/grading/exercise.js";
import {grade} from "../../lib/grading/grader.js";
import {memoryLimitMb as engineLimitMb} from "../../lib/grading/quickjs.js";
import {limitsOf} from "../../lib/grading/sandbox.js";
import {textLimit} from "../../lib/grading/shorten.js";
import {type Spec, test} from "../../lib/grading/spec.js";
import type {Verdict} from "../../lib/grading/verdict.js";
import {
  exerciseFolders,
  importSpec,
  readExercise,
  readText,
  wrongAnswers,
} from "../../tools/exercise/folders.js";
import {nodeSandbox} from "../../tools/exercise/node-sandbox.js";
import {verdictWords} from "../../tools/exercise/verdict-words.js";
import {doubleTests, doubling} from "../lib/grading/graded.js";
import {attacks, deep, endless, waysOut} from "../tools/exercise/attacks.js";
import {watchChildren} from "./children.js";
import {mutateCode} from "./mutate-code.js";
import {changesSince, ownProperties} from "./own-realm.js";
import {probes} from "./probes.js";
import {hasControls, type Outcome, type Target} from "./target.js";

interface Graded extends Outcome {
  readonly verdict: Verdict;
  /** The most memory of the process that the answer ran in, in MB. */
  readonly memoryMb: number;
  /** What of this process's own objects has changed. */
  readonly harm: readonly string[];
}

const timeLimitMs = 1000;
/** What the sandbox says it allows, and what its process takes by itself. */
const memoryLimitMb = engineLimitMb + 200;
const wordsLimit = 2 * textLimit;
const consoleLimit = 140_000;

const sandbox = nodeSandbox();
const courses = await codeExercises();
const untouched = ownProperties();

export const submissions: Target<Graded> = {
  name: "submissions",
  pauseLimitMs: limitsOf(timeLimitMs).timeLimitMs + 2000,
  seeds: [
    ...[...attacks, ...waysOut, ...deep, ...endless].map(({code}) => code),
    ...probes,
    ...courses.flatMap(({answers}) => answers),
  ],
  mutate: mutateCode,
  async run(code) {
    const {spec, exercise} = courseOf(code);
    const memory = watchChildren();
    const verdict = await grade({...withCanary(spec, exercise), code, sandbox, seed: 1});
    const memoryMb = memory.stop();
    return {kind: kindOf(verdict), verdict, memoryMb, harm: changesSince(untouched)};
  },
  holds({verdict, memoryMb, harm}) {
    if (harm.length > 0) return `the grader's own ${harm.slice(0, 3)} changed`;
    if (passed(verdict, canary)) return "a point for a value that only the grader knows";
    if (textsOf(verdict).some((text) => text.includes("host:function")))
      return "the code has left its realm";
    if (memoryMb > memoryLimitMb) return `${Math.round(memoryMb)} MB were taken`;
    return longText(verdict) ?? controls(verdict);
  },
};

const canary = "is what only the grader knows";
const secret = 8128.0078125;

/** The same, and a test that no honest answer passes: its value is nowhere beside the code. */
function withCanary(spec: Spec, exercise: CodeExercise) {
  const [name = ""] = exercise.functions;
  const hidden = test("canary", canary, 1, async ({call, check}) =>
    check.same(await call(name, 3), secret),
  );
  const tasks = [...exercise.tasks, {id: "canary", title: "Canary", points: 1}];
  return {spec: {tests: [...spec.tests, hidden]}, exercise: {...exercise, tasks, timeLimitMs}};
}

function passed({tests}: Verdict, name: string): boolean {
  return tests.some((each) => each.name === name && each.status === "passed");
}

/** All that a verdict quotes, without what was printed. */
function textsOf({tests, problem = ""}: Verdict): readonly string[] {
  const words = tests.flatMap(({yours, expected, advice, input}) => [
    yours,
    expected,
    advice,
    input,
  ]);
  return [problem, ...words.filter((text) => text !== undefined)];
}

function longText(verdict: Verdict): string | undefined {
  const longest = Math.max(...textsOf(verdict).map(({length}) => length));
  if (longest > wordsLimit) return `a text of ${longest} characters in the verdict`;
  const printed = verdict.console.length;
  return printed > consoleLimit ? `${printed} characters printed` : undefined;
}

function controls(verdict: Verdict): string | undefined {
  return hasControls(verdictWords(verdict)) ? "control characters for a terminal" : undefined;
}

function kindOf({state, tests, problem = ""}: Verdict): string {
  const said = problem || tests.map(({yours = ""}) => yours.split("\n")[0]).join(" ");
  return `${state} ${said.replace(/[^a-zA-Z ]+/g, "").slice(0, 50)}`;
}

interface Course {
  readonly spec: Spec;
  readonly exercise: CodeExercise;
  /** Right and wrong ones. */
  readonly answers: readonly string[];
}

async function codeExercises(): Promise<readonly Course[]> {
  const folders = exerciseFolders().filter((folder) => readExercise(folder).kind === "code");
  return Promise.all(
    folders.map(async (folder) => ({
      spec: await importSpec(folder),
      exercise: readExercise(folder) as CodeExercise,
      answers: [
        readText(folder, "solution.ts"),
        ...(await wrongAnswers(folder)).slice(0, 3).map(({code}) => code),
      ],
    })),
  );
}

/** The exercise whose functions the code has, or the doubling of a number. */
function courseOf(code: string): Omit<Course, "answers"> {
  const has = (name: string) => code.includes(`function ${name}`);
  const own = courses.find(({exercise}) => exercise.functions.every(has));
  return own ?? {spec: {tests: doubleTests}, exercise: doubling(doubleTests)};
}
