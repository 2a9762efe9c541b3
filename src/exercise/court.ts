/** One judgement in the page: starts the judge and the place for learner code, and ends both when it is over. */
import {type TestResult, type Verdict, verdictOf} from "../lib/grading/verdict.js";
import type {FromJudge, ToJudge} from "./judge-messages.js";
import {type LearnerFrame, learnerFrame} from "./learner-frame.js";

export interface CourtOptions {
  /** What is to be judged. */
  readonly matter: Extract<ToJudge, {kind: "judge" | "grade-run"}>;
  readonly signal?: AbortSignal;
  readonly report?: (results: readonly TestResult[]) => void;
  /** Starts the judge. */
  readonly startJudge: () => Worker;
  /** The address of `sandbox.html`. */
  readonly sandboxUrl: string;
  /** The file of the engine for learner code, fetched when it is asked for. */
  readonly quickJs: () => Promise<ArrayBuffer>;
}

/** What the judge and the start of two workers may take beside the exercise's own time. */
const extraMs = 30_000;

/** The verdict. Rejects with the signal's reason when it aborts; everything is stopped then. */
export function holdCourt({
  matter,
  signal,
  report,
  startJudge,
  sandboxUrl,
  quickJs,
}: CourtOptions): Promise<Verdict> {
  return new Promise<Verdict>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const judge = startJudge();
    let learner: LearnerFrame | undefined;
    const tell = (message: ToJudge, ports: Transferable[] = []) =>
      judge.postMessage(message, ports);
    const start = async (script: string) => {
      const {port1, port2} = new MessageChannel();
      const program = {script, quickJs: await quickJs()};
      if (isOver) return;
      learner = learnerFrame(sandboxUrl, program, port1, (why) => tell({kind: "ended", why}));
      tell({kind: "started"}, [port2]);
    };
    let isOver = false;
    const close = () => {
      isOver = true;
      learner?.remove();
      judge.terminate();
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
      matter.exercise.timeLimitMs + extraMs,
    );
    signal?.addEventListener("abort", abort);
    judge.onerror = (event) => fail(`the judge failed: ${event.message}`);
    judge.onmessage = ({data}: MessageEvent<FromJudge>) => {
      if (data.kind === "start") start(data.script).catch((error) => fail(unfetched(error)));
      else if (data.kind === "kill") learner?.remove();
      else if (data.kind === "report") report?.(data.results);
      else if (data.kind === "verdict") finish(data.verdict);
      else fail(data.problem);
    };
    tell(matter);
  });
}

function unfetched(error: unknown): string {
  return `the engine for your code could not be fetched: ${error instanceof Error ? error.message : error}`;
}
