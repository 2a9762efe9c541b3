/**
 * Milliseconds per reference step with the batch in two shards, on one worker and on two, and of the exchange alone:
 *
 *     npx tsx bench/parallel.ts [rounds]
 *
 * The ways take turns, so that whatever else the machine does meets all of them; the least time says what the code needs.
 */
import {cpus} from "node:os";
import {MessageChannel, type Transferable, Worker} from "node:worker_threads";
import {connectWorkers} from "../lib/kernels/index.js";
import {bundleWorker} from "../test/kernels/parallel-workers.js";
import {parallelSteps} from "./parallel-steps.js";
import type {Order, Way, WorkerSetup} from "./parallel-worker.js";

const rounds = Number(process.argv[2] ?? 8);

/** By name, each worker's part. */
const ways: Readonly<Record<string, readonly Way[]>> = {
  "whole batch": alone(1),
  "1 worker": alone(2),
  "2 workers, transferred": together("transferred"),
  "2 workers, shared": together("shared"),
};

function alone(shards: number): Way[] {
  return [{shards, ports: [undefined], memory: "transferred"}];
}

function together(memory: Way["memory"]): Way[] {
  const ports = connectWorkers(2, () => new MessageChannel());
  return ports.map((own) => ({shards: 2, ports: own, memory}));
}

const workers = await Promise.all([0, 1].map(start));

async function start(worker: number): Promise<Worker> {
  const own = Object.entries(ways).flatMap(([name, way]) =>
    way[worker] ? [[name, way[worker]] as const] : [],
  );
  const workerData: WorkerSetup = {worker, ways: Object.fromEntries(own)};
  const transferList = own.flatMap(([, {ports}]) => ports.filter((port) => !!port));
  return new Worker(await bundleWorker("bench/parallel-worker.ts"), {
    workerData,
    transferList: transferList as unknown as Transferable[],
  });
}

/** The times of the slowest worker at each step. */
async function times(order: Order): Promise<number[]> {
  const parts = ways[order.way]!.map((_, worker) => ask(workers[worker]!, order));
  const [first, ...others] = await Promise.all(parts);
  return first!.map((ms, i) => Math.max(ms, ...others.map((each) => each[i]!)));
}

function ask(worker: Worker, order: Order): Promise<number[]> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (answer) => {
      worker.off("error", reject);
      resolve(answer);
    });
    worker.postMessage(order);
  });
}

async function compare(step: Order["step"], names: readonly string[], count: number) {
  const all: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await times({way: name, step, count: 3});
  for (let round = 0; round < rounds; round++)
    for (const name of names) all[name]!.push(...(await times({way: name, step, count})));
  return Object.entries(all).map(([way, ms]) => ({step, way, ...summary(ms)}));
}

function summary(ms: number[]) {
  ms.sort((a, b) => a - b);
  return {leastMs: round(ms[0]!), medianMs: round(ms[ms.length >> 1]!), steps: ms.length};
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}

const rows = [];
for (const step of Object.keys(parallelSteps))
  rows.push(...(await compare(step, Object.keys(ways), 5)));
const both = Object.keys(ways).filter((name) => ways[name]!.length === 2);
for (const numbers of [1_000, 20_000, 100_000, 1_000_000])
  rows.push(...(await compare(numbers, both, 50)));
console.table(rows);
const machine = {cpu: cpus()[0]?.model.trim(), cores: cpus().length, node: process.version};
console.log(JSON.stringify({...machine, rows}));
await Promise.all(workers.map((worker) => worker.terminate()));
