/** Grades in the page: starts the grader and the place for learner code, and ends both when it is over. */
import {limitsOf} from "../lib/grading/sandbox.js";
import {type TestResult, type Verdict, verdictOf} from "../lib/grading/verdict.js";
import type {FromGrader, ToGrader} from "./grader-messages.js";
import {type LearnerFrame, type LearnerProgram, learnerFrame} from "./learner-frame.js";

export interface GradeOptions {
  /** The answer or the run to be graded. */
  readonly job: Extract<ToGrader, {kind: "grade-code" | "grade-run"}>;
  readonly signal?: AbortSignal;
  readonly report?: (results: readonly TestResult[]) => void;
  /** Starts the grader. */
  readonly startGrader: () => Worker;
  /** The address of `sandbox.html`. */
  readonly sandboxUrl: string;
  /** What it starts, fetched when it is asked for. */
  readonly program: () => Promise<LearnerProgram>;
}

/** Time for the grader and the start of two workers, beside the exercise's own. */
const extraMs = 30_000;

/** The verdict. Rejects with the signal's reason when it aborts; everything is stopped then. */
export function gradeInPage({
  job,
  signal,
  report,
  startGrader,
  sandboxUrl,
  program,
}: GradeOptions): Promise<Verdict> {
  return new Promise<Verdict>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const grader = startGrader();
    let learner: LearnerFrame | undefined;
    const tell = (message: ToGrader, ports: Transferable[] = []) =>
      grader.postMessage(message, ports);
    const start = async () => {
      const {port1, port2} = new MessageChannel();
      const fetched = await program();
      if (isOver) return;
      learner = learnerFrame(sandboxUrl, fetched, port1, (why) => tell({kind: "ended", why}));
      tell({kind: "started"}, [port2]);
    };
    let isOver = false;
    const close = () => {
      isOver = true;
      learner?.remove();
      grader.terminate();
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const finish = (verdict: Verdict) => {
      close();
      resolve(verdict);
    };
    const fail = (problem: string) => finish(verdictOf([], "", problem));
    const abort = () => {
      close();
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => fail("the tests did not end, and were stopped"),
      limitsOf(job.exercise.timeLimitMs).timeLimitMs + extraMs,
    );
    signal?.addEventListener("abort", abort);
    grader.onerror = (event) => fail(`the judge failed: ${event.message}`);
    grader.onmessage = ({data}: MessageEvent<FromGrader>) => {
      if (data.kind === "start") start().catch((error) => fail(unfetched(error)));
      else if (data.kind === "kill") learner?.remove();
      else if (data.kind === "report") report?.(data.results);
      else if (data.kind === "verdict") finish(data.verdict);
      else if (data.kind === "broken") fail(data.problem);
    };
    tell(job);
  });
}

function unfetched(error: unknown): string {
  return `the engine for your code could not be fetched: ${error instanceof Error ? error.message : error}`;
}
