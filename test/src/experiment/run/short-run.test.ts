import {describe, expect, test} from "vitest";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {type OpenShortRun, shortRun} from "../../../../src/experiment/run/short-run.js";
import type {LinkHandlers, Notice} from "../../../../src/experiment/run/worker-link.js";

const experiment = {id: "made-up"} as Experiment;
const progress = (steps: number, msPerStep: number) =>
  ({
    type: "progress",
    progress: {first: 1, curves: {loss: new Float32Array(steps)}, msPerStep},
  }) as unknown as Notice;
const snapshot = (step: number) => ({type: "snapshot", snapshot: {step, arrays: {}}}) as Notice;
const status = (name: "paused" | "done", step: number) =>
  ({type: "status", status: name, step, why: ""}) as Notice;

/** A worker that answers every request, and notes it; `hears` is what is done at each. */
function worker(hears: Record<string, (tell: (event: Notice) => void) => void> = {}) {
  const heard: string[] = [];
  let handlers: LinkHandlers | undefined;
  const open: OpenShortRun = async (_experiment, _params, given) => {
    handlers = given;
    const request = async ({type}: {readonly type: string}) => {
      heard.push(type);
      hears[type]?.(given.onevent);
    };
    return {
      link: {request: request as never, terminate: () => heard.push("terminate")},
      weights: 12,
    };
  };
  return {open, heard, die: (reason: string) => handlers!.ondeath(reason)};
}

const run = (open: OpenShortRun, signal = new AbortController().signal, steps: number[] = []) =>
  shortRun(open, {experiment, params: {}, ms: 1000, signal, onstep: (step) => steps.push(step)});

describe("shortRun", () => {
  test("pauses when its steps have taken the time, and hands over the picture of its last step", async () => {
    const steps: number[] = [];
    const {open, heard} = worker({
      train: (tell) => [progress(5, 100), snapshot(4), progress(5, 120)].forEach(tell),
      pause: (tell) => [status("paused", 10), snapshot(10)].forEach(tell),
    });
    const end = await run(open, undefined, steps);
    expect(end).toMatchObject({step: 10, ms: 1100, weights: 12});
    expect(end.snapshot.step).toBe(10);
    expect(steps).toEqual([5, 10]);
    expect(heard).toEqual(["shown", "train", "shown", "pause", "terminate"]);
  });

  test("one that comes to its end before is over then", async () => {
    const {open, heard} = worker({
      train: (tell) => [progress(3, 10), status("done", 3), snapshot(3)].forEach(tell),
    });
    expect(await run(open)).toMatchObject({step: 3, ms: 30});
    expect(heard).not.toContain("pause");
  });

  test("a failure, a death and a stop end it with their words, and the worker is gone", async () => {
    const failing = worker({
      train: (tell) =>
        tell({type: "failed", step: 1, problem: {message: "It diverged."}} as Notice),
    });
    await expect(run(failing.open)).rejects.toThrow("It diverged.");
    expect(failing.heard.at(-1)).toBe("terminate");
    const dying = worker({train: () => dying.die("it stopped without a word")});
    await expect(run(dying.open)).rejects.toThrow("without a word");
    const stopped = new AbortController();
    const waiting = worker({train: () => stopped.abort()});
    await expect(run(waiting.open, stopped.signal)).rejects.toThrow("It was stopped.");
    expect(waiting.heard.at(-1)).toBe("terminate");
  });

  test("one that cannot start says why", async () => {
    await expect(run(() => Promise.reject(new Error("no such file")))).rejects.toThrow(
      "no such file",
    );
  });
});
