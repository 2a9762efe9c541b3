/** Each hot kernel by itself, in one thread on wasm, against the processor's peak and TF.js's own. */
import type {Work} from "../kernel-case.js";
import {kernelCases} from "../kernel-cases.js";
import type {KernelOrder} from "../kernel-worker.js";
import {NodeWorker} from "../node-worker.js";
import type {Part, Row, Table} from "../part.js";
import {measurePeak} from "../peak.js";
import {round} from "../summary.js";

const rounds = 3;
const msPerTurn = 60;

type KernelWorker = NodeWorker<KernelOrder, number>;

export const kernels: Part = {
  title: "Kernels on wasm",
  async measure(say) {
    say("measuring the peak");
    const peak = await measurePeak();
    const [ours, stock] = await Promise.all([start("ours"), start("stock")]);
    const rows: {work: Work; row: Row}[] = [];
    for (const [index, {name, work}] of kernelCases.entries()) {
      say(name);
      const times = {ours: await least(ours, index), stock: await least(stock, index)};
      rows.push({work, row: {kernel: name, ...columnsOf(work, times, peak)}});
    }
    await Promise.all([ours.close(), stock.close()]);
    return tablesOf(rows, peak);
  },
};

function start(kernels: "ours" | "stock"): Promise<KernelWorker> {
  return NodeWorker.start("bench/kernel-worker.ts", kernels);
}

async function least(worker: KernelWorker, index: number): Promise<number> {
  let ms = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) ms = Math.min(ms, await worker.ask({index, ms: msPerTurn}));
  return ms;
}

function columnsOf(work: Work, {ours, stock}: Record<"ours" | "stock", number>, peak: number): Row {
  const speed =
    "flops" in work
      ? {
          "GFLOP/s": round(work.flops / ours / 1e6),
          "share of peak": `${Math.round((100 * work.flops) / ours / 1e6 / peak)} %`,
        }
      : {"GB/s": round(work.bytes / ours / 1e6)};
  return {ms: round(ours, 2), ...speed, "TF.js ms": round(stock, 2), ratio: round(stock / ours, 2)};
}

function tablesOf(rows: readonly {work: Work; row: Row}[], peak: number): Table[] {
  const only = (kind: "flops" | "bytes") =>
    rows.filter(({work}) => kind in work).map(({row}) => row);
  return [
    {
      title: "Kernels that compute",
      rows: only("flops"),
      note:
        `Least ms of a call, batch 64. The measured peak is ${peak} GFLOP/s: multiplications and additions in registers, one ` +
        "thread of plain wasm SIMD. TF.js's filter gradient is the composed one.",
    },
    {
      title: "Kernels that move numbers",
      rows: only("bytes"),
      note:
        "64 x 28 x 28 x 16 values where no other count is given. GB/s counts each array once for each time it must be read or " +
        "written.",
    },
  ];
}
