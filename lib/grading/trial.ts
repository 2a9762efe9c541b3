/** The tools of a test while it runs. */
import type {Random} from "../random.js";
import * as check from "./check.js";
import type {CodeExercise} from "./exercise.js";
import {Failure, Stopped} from "./failure.js";
import {complaintOf, refusal} from "./reply-words.js";
import type {Session} from "./sandbox.js";
import {shorten} from "./shorten.js";
import {show} from "./show.js";
import type {TestRun} from "./verdict.js";

const callLimit = 300;

/** The tools of a test. */
export interface Trial {
  /** The chance of this test; another seed of the grader gives another. */
  readonly random: Random;
  readonly check: typeof check;
  /** The value that the learner's function returns, as plain data. A function that throws fails the test. */
  call(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Makes the learner's `Math.random` begin anew. */
  seed(seed: number): Promise<void>;
  /** Shows the reader a run that the test has made of the learner's code. */
  show(run: TestRun): void;
  /** The run to be shown. */
  shown(): TestRun | undefined;
  /** The last call in words, which a failure shows as its input. */
  lastCall(): string | undefined;
}

/** A trial whose calls go to `session`. */
export function startTrial(
  session: Session,
  random: Random,
  {functions, form}: Pick<CodeExercise, "functions" | "form">,
): Trial {
  let last: (() => string) | undefined;
  let shown: TestRun | undefined;
  return {
    random,
    check,
    async call(name, ...args) {
      if (!functions.includes(name))
        throw new RangeError(`unknown function: ${name} (one of ${functions.join(", ")})`);
      last = () => callInWords(name, args);
      const reply = await session.call(name, args);
      if (reply.kind === "value") return reply.value;
      if (reply.kind === "ended") throw new Stopped(reply.why);
      const complaint = form === "reorder" ? complaintOf(reply) : undefined;
      if (complaint) throw new Failure(complaint);
      throw new Failure(refusal(reply), "error");
    },
    async seed(seed) {
      const reply = await session.seed(seed);
      if (reply.kind === "ended") throw new Stopped(reply.why);
    },
    show(run) {
      shown = run;
    },
    shown: () => shown,
    lastCall: () => last?.(),
  };
}

function callInWords(name: string, args: readonly unknown[]): string {
  return `${name}(${shorten(args.map(show).join(", "), callLimit)})`;
}
