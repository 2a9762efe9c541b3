/** Workers of Node's that take the steps of parallel-steps.ts together, in the ways they are given. */
import {MessageChannel, type Transferable} from "node:worker_threads";
import {connectWorkers} from "../lib/kernels/index.js";
import {NodeWorker} from "./node-worker.js";
import type {Order, Way, WorkerSetup} from "./parallel-worker.js";

/** By name, each worker's part. */
export type Ways = Readonly<Record<string, readonly Way[]>>;

/** The batch in `shards`, all on one worker. */
export function alone(shards: number): Way[] {
  return [{shards, ports: [undefined], memory: "transferred"}];
}

/** The batch in two shards on two workers. */
export function together(memory: Way["memory"]): Way[] {
  const ports = connectWorkers(2, () => new MessageChannel());
  return ports.map((own) => ({shards: 2, ports: own, memory}));
}

export class WorkerTeam {
  private constructor(
    readonly ways: Ways,
    readonly workers: readonly NodeWorker<Order, number[]>[],
  ) {}

  static async start(ways: Ways): Promise<WorkerTeam> {
    const workers = await Promise.all([0, 1].map((worker) => start(worker, ways)));
    return new WorkerTeam(ways, workers);
  }

  /** The ms of the slowest worker at each step. */
  async times(order: Order): Promise<number[]> {
    const parts = this.ways[order.way]!.map((_, worker) => this.workers[worker]!.ask(order));
    const [first, ...others] = await Promise.all(parts);
    return first!.map((ms, i) => Math.max(ms, ...others.map((each) => each[i]!)));
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }
}

function start(worker: number, ways: Ways): Promise<NodeWorker<Order, number[]>> {
  const own = Object.entries(ways).flatMap(([name, way]) =>
    way[worker] ? [[name, way[worker]] as const] : [],
  );
  const workerData: WorkerSetup = {worker, ways: Object.fromEntries(own)};
  const transferList = own.flatMap(([, {ports}]) => ports.filter((port) => !!port));
  return NodeWorker.start(
    "bench/parallel-worker.ts",
    workerData,
    transferList as unknown as Transferable[],
  );
}
