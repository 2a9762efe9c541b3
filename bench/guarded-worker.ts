/** A worker that runs guarded cases of one op at a time. */
import {parentPort} from "node:worker_threads";
import {installKernels} from "../lib/kernels/index.js";
import {Guards} from "../test/lib/kernels/guarded-memory.js";
import {type Report, runCases} from "../test/lib/kernels/guarded-run.js";
import {useWasm} from "../tools/runs/start-run.js";

/** Cases number `first` to `first + count - 1`. */
export interface GuardedOrder {
  readonly op: string;
  readonly first: number;
  readonly count: number;
}

export interface GuardedAnswer extends Report {
  /** How often kernels of ours have run since the worker started. */
  readonly calls: number;
}

await useWasm(installKernels);
const guards = new Guards();

parentPort!.on("message", async (order: GuardedOrder) =>
  parentPort!.postMessage(await answer(order)),
);

async function answer({op, first, count}: GuardedOrder): Promise<GuardedAnswer> {
  const names = Array.from({length: count}, (_, i) => ({op, number: first + i}));
  const report = await runCases(names, guards);
  return {...report, calls: [...guards.calls.values()].reduce((a, b) => a + b, 0)};
}
