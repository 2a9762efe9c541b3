/** A worker of the benchmark parallel.ts: takes steps, or exchanges numbers, and tells how long each took. */
import {parentPort, workerData} from "node:worker_threads";
import {type ExchangePort, GradientExchange, type Ports} from "../lib/kernels/index.js";
import {useWasm} from "../tools/runs/start-run.js";
import {parallelSteps} from "./parallel-steps.js";

/** How the batch is shared. */
export interface Way {
  readonly shards: number;
  readonly ports: Ports<ExchangePort>;
  readonly memory: "shared" | "transferred";
}

export interface WorkerSetup {
  readonly worker: number;
  readonly ways: Readonly<Record<string, Way>>;
}

export interface Order {
  readonly way: string;
  /** One of parallelSteps, or how many numbers to exchange without any step. */
  readonly step: string | number;
  readonly count: number;
}

const {worker, ways} = workerData as WorkerSetup;
const startTimer = (expired: () => void) => {
  const timer = setTimeout(expired, 120_000);
  return () => clearTimeout(timer);
};
const exchanges = Object.fromEntries(
  Object.entries(ways).map(([name, way]) => {
    const place = way.ports.length === 1 ? 0 : worker;
    return [name, new GradientExchange({...way, worker: place, startTimer})];
  }),
);
await useWasm();
const steps = Object.fromEntries(
  Object.entries(parallelSteps).map(([name, make]) => [name, make()]),
);
parentPort!.on("message", async (order: Order) => parentPort!.postMessage(await timesOf(order)));

async function timesOf({way, step, count}: Order): Promise<number[]> {
  const exchange = exchanges[way]!;
  const take = typeof step === "string" ? steps[step]! : exchangeOf(step);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await take(exchange);
    times.push(performance.now() - start);
  }
  return times;
}

function exchangeOf(length: number) {
  return async (exchange: GradientExchange) => void (await exchange.sum(exchange.room(length)));
}
