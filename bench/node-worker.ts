/** A worker of Node's that answers each message with one of its own. */
import {type Transferable, Worker} from "node:worker_threads";
import {bundleWorker} from "../test/lib/kernels/parallel-workers.js";

export class NodeWorker<Order, Answer> {
  private constructor(readonly worker: Worker) {}

  /** Starts the module `entry`, a path from the project's root. */
  static async start<Order, Answer>(
    entry: string,
    workerData: unknown,
    transferList: readonly Transferable[] = [],
  ): Promise<NodeWorker<Order, Answer>> {
    const file = await bundleWorker(entry);
    return new NodeWorker(new Worker(file, {workerData, transferList: [...transferList]}));
  }

  /** The answer to `order`. Rejects when the worker fails instead. */
  ask(order: Order): Promise<Answer> {
    const {worker} = this;
    return new Promise((resolve, reject) => {
      worker.once("error", reject);
      worker.once("message", (answer) => {
        worker.off("error", reject);
        resolve(answer);
      });
      worker.postMessage(order);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
