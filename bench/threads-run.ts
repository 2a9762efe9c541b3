/**
 * Takes steps with one thread and with two, in turn, on a memory that they share, and tells as a line of JSON how long each took and where the
 * one spends its time:
 *
 *     npx tsx bench/threads-run.ts step transformer 60
 *     npx tsx bench/threads-run.ts run gan-digits 20      the beginning of a default run
 */
import {startThreads, type Threads} from "../lib/kernels/index.js";
import {Heap, mostParts} from "../lib/kernels/wasm/heap.js";
import {train} from "../lib/training/train.js";
import {nodeWorker, startSharedWasm} from "../test/shared-wasm.js";
import {makeRun} from "../tools/runs/start-run.js";
import {steps} from "./steps.js";
import type {Call} from "./thread-model.js";

/** Of each step. */
export interface ThreadTimes {
  readonly oneMs: readonly number[];
  readonly twoMs: readonly number[];
  readonly calls: readonly (readonly Call[])[];
}

const warmUpSteps = 40;
const [kind = "step", name = "gan reference", count = "60"] = process.argv.slice(2);

await startSharedWasm();
const threads = (await startThreads(1, nodeWorker)) as Threads;
const watched = watchParts();
const take = kind === "run" ? await beginningOf(name) : steps[name]!(64, "ours");
console.log(JSON.stringify(await times(Number(count))));
threads.stop();

async function beginningOf(id: string): Promise<() => Promise<unknown>> {
  const taken = train((await makeRun(id, {})).run);
  return () => taken.next();
}

async function times(count: number): Promise<ThreadTimes> {
  for (let i = 0; i < warmUpSteps || threads.ready < 1; i++) await take();
  const oneMs: number[] = [];
  const twoMs: number[] = [];
  const calls: (readonly Call[])[] = [];
  for (let i = 0; i < count; i++) {
    watched.take();
    oneMs.push(await timeWith(0));
    calls.push(watched.take());
    twoMs.push(await timeWith(1));
  }
  return {oneMs, twoMs, calls};
}

/** Of a step with so many threads beside the own one. */
async function timeWith(others: number): Promise<number> {
  threads.limit = others;
  const start = performance.now();
  await take();
  return performance.now() - start;
}

/** Notes each call of a kernel that may be divided. */
function watchParts(): {take(): readonly Call[]} {
  let calls: Call[] = [];
  const {inParts} = Heap.prototype;
  Heap.prototype.inParts = function (this: Heap, name, work, units, argumentsOf) {
    const most = mostParts(work, units);
    if (most < 2) return inParts.call(this, name, work, units, argumentsOf as never);
    const start = performance.now();
    const result = inParts.call(this, name, work, units, argumentsOf as never);
    calls.push({ms: performance.now() - start, units, most});
    return result;
  };
  return {
    take() {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}
