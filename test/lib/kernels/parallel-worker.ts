/** A worker of Node's that takes part in training one of parallel-nets.ts, and fails in the way it is asked to. */
import {parentPort, workerData} from "node:worker_threads";
import {type ExchangePort, GradientExchange} from "../../../lib/kernels/index.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {type TaskName, trainTask} from "./parallel-nets.js";

export interface WorkerOrder {
  readonly task: TaskName;
  readonly worker: number;
  readonly ports: readonly (ExchangePort | undefined)[];
  readonly shards: number;
  readonly steps: number;
  readonly memory: "shared" | "transferred";
  /** What goes wrong before the fourth step, if anything. */
  readonly trouble?: "throws" | "exits" | "hangs" | "strays";
  readonly patienceMs: number;
}

const {task, steps, trouble, patienceMs, ...order} = workerData as WorkerOrder;
await startWasm();
const exchange = new GradientExchange({
  ...order,
  startTimer: (expired) => {
    // The first rounds wait for the others to start.
    const timer = setTimeout(expired, exchange.rounds < 3 ? 60_000 : patienceMs);
    return () => clearTimeout(timer);
  },
});
try {
  parentPort!.postMessage({trained: await trainTask(task, exchange, steps, beforeStep)});
} catch (error) {
  parentPort!.postMessage({error: (error as Error).message});
}
exchange.close();

async function beforeStep(step: number, network: tf.Sequential): Promise<void> {
  if (step !== 3 || !trouble) return;
  if (trouble === "exits") process.exit();
  if (trouble === "hangs") await new Promise((resolve) => setTimeout(resolve, 3 * patienceMs));
  if (trouble === "throws") network.apply = failingLayer;
  if (trouble === "strays") tf.tidy(() => moveWeights(network.trainableWeights[0]!));
}

function failingLayer(): never {
  throw new Error("out of luck");
}

function moveWeights(weight: tf.LayerVariable): void {
  weight.write(tf.add(weight.read(), 1));
}
