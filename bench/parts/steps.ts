/**
 * The reference steps on the processor: this project's ways, TF.js's and PyTorch's. They take turns, a few steps each, so that
 * whatever else the machine does meets all of them, and only one is at work at a time.
 */
import {NodeWorker} from "../node-worker.js";
import type {Part, Row, Say} from "../part.js";
import {findPython, startPyTorch} from "../pytorch.js";
import type {StepOrder, StepWorkerSetup} from "../step-worker.js";
import {referenceNames} from "../steps.js";
import {round, summary} from "../summary.js";
import type {Way} from "../way.js";
import {together, WorkerTeam} from "../worker-team.js";

const rounds = 8;
const stepsPerRound = 5;
const warmUpSteps = 4;
const team = "wasm, kernels, 2 workers";
const knownToTeam = ["cnn reference", "gan reference"];
const yardstick = "PyTorch, 2 threads";

export const steps: Part = {
  title: "Reference steps on the processor",
  async measure(say) {
    const ways = await startWays();
    try {
      const rows = [];
      for (const name of referenceNames) rows.push(...(await compare(name, ways, say)));
      return [{title: "ms per step, batch 64, Adam", rows, note: noteOf(ways)}];
    } finally {
      await Promise.all(Object.values(ways).map((way) => way.close()));
    }
  },
};

async function startWays(): Promise<Record<string, Way>> {
  const ours = {backend: "wasm", kernels: "ours"} as const;
  const python = findPython();
  return {
    [team]: await startTeam(),
    "wasm, kernels, 2 threads": await startWorker({...ours, optimiser: "ours", threads: 2}),
    "wasm, kernels, their Adam": await startWorker({...ours, optimiser: "ours"}),
    "wasm, kernels, TF.js's Adam": await startWorker({...ours, optimiser: "stock"}),
    "wasm, TF.js alone": await startWorker({...ours, kernels: "stock", optimiser: "stock"}),
    ...(python && {
      [yardstick]: await startPyTorch(python, 2),
      "PyTorch, 1 thread": await startPyTorch(python, 1),
    }),
  };
}

async function startWorker(setup: StepWorkerSetup): Promise<Way> {
  const worker = await NodeWorker.start<StepOrder, number[]>("bench/step-worker.ts", setup);
  return {
    take: (step, count) => worker.ask({step, count}),
    close: () => worker.close(),
  };
}

async function startTeam(): Promise<Way> {
  const team = await WorkerTeam.start({both: together("transferred")});
  return {
    take: (step, count) => team.times({way: "both", step, count}),
    close: () => team.close(),
  };
}

async function compare(step: string, ways: Readonly<Record<string, Way>>, say: Say) {
  const times: Record<string, number[]> = {};
  const able = Object.entries(ways).filter(([name]) => name !== team || knownToTeam.includes(step));
  for (const [name, way] of able) {
    say(`${step}: warming up ${name}`);
    await way.take(step, warmUpSteps);
    times[name] = [];
  }
  for (let turn = 1; turn <= rounds; turn++) {
    say(`${step}: round ${turn} of ${rounds}`);
    for (const [name, way] of able) times[name]!.push(...(await way.take(step, stepsPerRound)));
  }
  return rowsOf(step, times);
}

function rowsOf(step: string, times: Readonly<Record<string, number[]>>): Row[] {
  const unit = times[yardstick] && summary(times[yardstick]);
  return Object.entries(times).map(([way, ms]) => {
    const {leastMs, medianMs} = summary(ms);
    const ratios = unit && {
      "least / PyTorch": round(leastMs / unit.leastMs, 2),
      "median / PyTorch": round(medianMs / unit.medianMs, 2),
    };
    return {step, way, "least ms": leastMs, "median ms": medianMs, ...ratios};
  });
}

function noteOf(ways: Readonly<Record<string, Way>>): string {
  const shared =
    "Ways take turns in one run, one at work at a time. wasm runs one thread per worker where nothing else is said. TF.js alone cannot train a " +
    "convolution on wasm: here it has the filter gradient composed of its own kernels. ";
  return yardstick in ways
    ? `${shared}Ratios are to PyTorch with 2 threads; its transposed convolution is a 3 x 3 convolution and a pixel shuffle.`
    : `${shared}PyTorch is not installed here (Debian: apt-get install python3-torch libopenblas0-pthread), so there are no ratios.`;
}
