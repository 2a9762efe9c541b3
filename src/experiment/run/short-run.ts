import type {NamedArrays} from "../../lib/array.js";
import type {Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Snapshot} from "../../lib/training/protocol.js";
import type {LinkHandlers, Notice, WorkerLink} from "./worker-link.js";

/** A worker that has started, and how many weights its networks have. */
export interface OpenRun {
  readonly link: Pick<WorkerLink, "request" | "terminate">;
  readonly weights: number;
}

export type OpenShortRun = (
  experiment: Experiment,
  params: Params,
  handlers: LinkHandlers,
) => Promise<OpenRun>;

export interface ShortRunOptions {
  readonly experiment: Experiment;
  readonly params: Params;
  /** Milliseconds of steps, without what pictures and measurements take. */
  readonly ms: number;
  readonly signal: AbortSignal;
  onstep(step: number, ms: number): void;
}

export interface ShortRunEnd {
  readonly step: number;
  readonly ms: number;
  readonly weights: number;
  readonly snapshot: Snapshot<NamedArrays>;
}

/**
 * Trains an experiment on wasm in a worker of its own until its steps have taken `ms`, or it comes to its end, and hands over its last picture.
 * Nothing is kept, and the worker is gone afterwards. Rejects where it fails, and when the signal aborts.
 */
export function shortRun(open: OpenShortRun, options: ShortRunOptions): Promise<ShortRunEnd> {
  const {experiment, params, ms, signal, onstep} = options;
  return new Promise((resolve, reject) => {
    let run: OpenRun | undefined;
    let [step, spent, isOver] = [0, 0, false];
    const end = (finish: () => void) => {
      run?.link.terminate();
      signal.removeEventListener("abort", stop);
      finish();
    };
    const fail = (message: string) => end(() => reject(new Error(message)));
    const stop = () => fail("It was stopped.");
    const onevent = (event: Notice) => {
      if (event.type === "failed") return fail(event.problem.message);
      if (event.type === "progress") {
        const taken = Object.values(event.progress.curves)[0]?.length ?? 0;
        step += taken;
        spent += taken * event.progress.msPerStep;
        onstep(step, spent);
        if (spent >= ms && !isOver) pause();
      }
      if (event.type === "status" && event.status !== "running" && step > 0) isOver = true;
      if (event.type !== "snapshot") return;
      if (isOver && event.snapshot.step === step) {
        const {snapshot} = event;
        return end(() => resolve({step, ms: spent, weights: run!.weights, snapshot}));
      }
      void run?.link.request({type: "shown"}).catch(() => {});
    };
    const pause = () => {
      isOver = true;
      run!.link.request({type: "pause"}).catch((error: Error) => fail(error.message));
    };
    const begin = async () => {
      signal.throwIfAborted();
      run = await open(experiment, params, {onevent, ondeath: fail});
      if (signal.aborted) return stop();
      await run.link.request({type: "shown"}); // its first picture may have come before there was anyone to say so
      await run.link.request({type: "train"});
    };
    signal.addEventListener("abort", stop);
    begin().catch((error: Error) => fail(error.message));
  });
}
