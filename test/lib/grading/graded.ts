import type {CodeExercise} from "../../../lib/grading/exercise.js";
import {type Case, grade} from "../../../lib/grading/grader.js";
import type {Sandbox} from "../../../lib/grading/sandbox.js";
import {type SpecTest, test} from "../../../lib/grading/spec.js";
import type {Verdict} from "../../../lib/grading/verdict.js";
import {nodeSandbox} from "../../../tools/exercise/node-sandbox.js";

const usual = nodeSandbox();

/** A sandbox whose clock decides nothing: only turns do, which are the same on a machine with much beside. */
export const patient: Sandbox = {
  start: (code, limits) => usual.start(code, {...limits, timeLimitMs: 3_600_000}),
};

/** An exercise in one task, `double`, worth what its tests give. */
export function doubling(tests: readonly SpecTest[], timeLimitMs = 5000): CodeExercise {
  const points = tests.reduce((sum, test) => sum + test.points, 0);
  return {
    slug: "double",
    chapter: "02-machine-learning",
    kind: "code",
    form: "write",
    title: "Twice",
    functions: ["double"],
    tasks: [{id: "value", title: "The value", points}],
    hints: ["Add it to itself."],
    timeLimitMs,
    backend: "none",
  };
}

/** Twice the number, for a few numbers. */
export const doubleTests: readonly SpecTest[] = [
  test("value", "doubles three", 1, async ({call, check}) => {
    check.close(await call("double", 3), 6, {advice: "add it to itself."});
  }),
  test("value", "doubles any number", 2, async ({call, check, random}) => {
    const x = random.uniform(10, 20);
    check.close(await call("double", x), 2 * x, {advice: "add it to itself."});
  }),
];

interface Options extends Pick<Case, "seed" | "exercise" | "sandbox"> {
  readonly timeLimitMs: number;
  readonly report: NonNullable<Case["report"]>;
}

/** The verdict on `code` in a sandbox of Node. */
export function graded(
  code: string,
  tests: readonly SpecTest[] = doubleTests,
  {
    seed = 1,
    timeLimitMs = 5000,
    exercise = doubling(tests, timeLimitMs),
    sandbox = usual,
    report = () => {},
  }: Partial<Options> = {},
): Promise<Verdict> {
  return grade({spec: {tests}, exercise, code, sandbox, seed, report});
}

/** Source of a function `double` with this body. */
export function double(body: string): string {
  return `export function double(x: number): any { ${body} }`;
}
