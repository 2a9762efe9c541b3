/** Every kernel on wasm, with gradient, at drawn shapes, in memory whose every allocation has guards: see test/lib/kernels/guarded-cases.ts. */
import {ops} from "../../test/lib/kernels/guarded-cases.js";
import {guardBytes} from "../../test/lib/kernels/guarded-memory.js";
import {tolerance} from "../../test/lib/kernels/guarded-run.js";
import type {GuardedAnswer, GuardedOrder} from "../guarded-worker.js";
import {NodeWorker} from "../node-worker.js";
import type {Part, Row} from "../part.js";

const casesOfEach = 500;
const casesAtOnce = 25;
/** Beside the cases of `npm test`, which begin with 1. */
const firstNumber = 100_000;

export const guarded: Part = {
  title: "Kernels in guarded memory",
  async measure(say) {
    const worker = await NodeWorker.start<GuardedOrder, GuardedAnswer>(
      "bench/guarded-worker.ts",
      {},
    );
    try {
      const rows: Row[] = [];
      let calls = 0;
      for (const op of ops) {
        const {row, calls: now} = await check(worker, op, say);
        rows.push({...row, "kernel calls": now - calls});
        calls = now;
      }
      return [
        {title: "Cases that differ from TF.js's cpu back end", rows, note: noteOf(rows, calls)},
      ];
    } finally {
      await worker.close();
    }
  },
};

async function check(
  worker: NodeWorker<GuardedOrder, GuardedAnswer>,
  op: string,
  say: (text: string) => void,
) {
  say(op);
  let [computed, differ, calls] = [0, 0, 0];
  for (let i = 0; i < casesOfEach; i += casesAtOnce) {
    const answer = await worker.ask({op, first: firstNumber + i, count: casesAtOnce});
    for (const failure of answer.failures) say(failure);
    computed += answer.computed;
    differ += answer.failures.length;
    calls = answer.calls;
  }
  const row = {
    op,
    cases: casesOfEach,
    "both compute": computed,
    "both refuse": casesOfEach - computed,
    differ,
  };
  return {row, calls};
}

function noteOf(rows: readonly Row[], calls: number): string {
  const total = rows.reduce((sum, {cases}) => sum + Number(cases), 0);
  return (
    `${total.toLocaleString("en")} cases, ${calls.toLocaleString("en")} calls of kernels, forward and gradients, numbered from ` +
    `${firstNumber.toLocaleString("en")} on; sizes from 0 to 70. Each tensor, and in three of four cases each part of the scratch, has ${guardBytes} guarded bytes ` +
    `before and behind it; new and freed memory is full of NaN. Largest difference allowed: ${tolerance} of the largest value of a result.`
  );
}
