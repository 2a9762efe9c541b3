/**
 * The sum of gradients over all shards of a batch, on every one of several workers (synchronous data parallelism; Goyal et
 * al., "Accurate, Large Minibatch SGD", 2017, section 3). Every worker sends the records of its shards to every other, and each adds all
 * of them up in the order of shards, s = ((r0 + r1) + r2) + ..., in 32-bit floats: the bits of the sum depend on how many shards
 * there are, and neither on how many workers, nor on who is faster.
 */
import {type Carrier, canShareMemory, SharedBuffers, TransferredBuffers} from "./carriers.js";
import {Link, type Records} from "./link.js";
import type {ExchangePort, Ports} from "./port.js";
import {shardsOf} from "./shards.js";

export interface ExchangeOptions {
  /** How many shards every batch is cut into: the same on every worker, and for every number of workers. */
  readonly shards: number;
  /** This worker's index, from 0. */
  readonly worker: number;
  /** One of `connectWorkers`; `[undefined]` where this worker is the only one. */
  readonly ports: Ports<ExchangePort>;
  /**
   * Starts the time that the others have to answer in a round: calls `expired` when it is over, unless the function it returned
   * was called first. Be generous: kernels are compiled in the first round, and hidden pages are slowed down.
   */
  readonly startTimer: (expired: () => void) => () => void;
  /** "shared" needs `SharedArrayBuffer`; the default is what there is. */
  readonly memory?: "shared" | "transferred";
}

export class GradientExchange {
  readonly shards: number;
  readonly workers: number;
  /** The shards that this worker computes, by index. */
  readonly ownShards: readonly number[];
  /** How gradients get to the other workers. */
  readonly memory: "shared" | "transferred";
  readonly #worker: number;
  readonly #links: readonly Link[];
  readonly #carrier: Carrier;
  readonly #startTimer: ExchangeOptions["startTimer"];
  #total = new Float32Array(0);
  #round = 0;
  #isBusy = false;
  #failure: Error | undefined;

  constructor({shards, worker, ports, startTimer, memory}: ExchangeOptions) {
    this.shards = shards;
    this.workers = ports.length;
    this.ownShards = shardsOf(worker, ports.length, shards);
    this.#worker = worker;
    this.#startTimer = startTimer;
    this.memory = memory ?? (canShareMemory() ? "shared" : "transferred");
    this.#carrier = this.memory === "shared" ? new SharedBuffers() : new TransferredBuffers();
    this.#links = ports.flatMap((port, other) => (port ? [new Link(other, port)] : []));
    if (this.#links.length !== ports.length - 1 || ports[worker])
      throw new RangeError(
        `invalid ports of worker ${worker}: ${this.#links.length} (one for each of the other ${ports.length - 1})`,
      );
  }

  /** How many sums have been asked for. */
  get rounds(): number {
    return this.#round;
  }

  /** How many buffers have been made so far: stays the same after the first rounds. */
  get buffersMade(): number {
    return this.#carrier.buffersMade;
  }

  /** Where to write the records of `ownShards`, one after the other, `length` numbers each; then call `sum`. */
  room(length: number): Float32Array {
    return this.#carrier.room(length * this.ownShards.length);
  }

  /**
   * The sum of the records of all shards; `own` is what `room` gave, filled. It is valid until the next call. A fingerprint of
   * the weights, given by all or none, is compared. Rejects, now and ever after, when any worker has failed, is gone or
   * does not answer in time, or when the workers are not at the same point of the same training.
   */
  async sum(own: Float32Array, fingerprint?: number): Promise<Float32Array> {
    if (this.#failure) throw this.#failure;
    if (this.#isBusy) throw new Error("the round before is not over yet (await it)");
    this.#isBusy = true;
    try {
      const mine = {round: ++this.#round, numbers: own, fingerprint};
      for (const link of this.#links) this.#carrier.send(link, mine);
      const received = await this.#receive();
      for (const [i, theirs] of received.entries())
        this.#check(this.#links[i]!.worker, mine, theirs);
      return this.#add(own, received);
    } catch (error) {
      throw this.fail(error);
    } finally {
      this.#isBusy = false;
    }
  }

  /** Tells the other workers that this one cannot go on, so that none waits for it. Returns what is thrown from now on. */
  fail(error: unknown): Error {
    if (this.#failure) return this.#failure;
    this.#failure = error instanceof Error ? error : new Error(String(error));
    for (const link of this.#links) {
      link.sendFailure(this.#failure.message);
      link.fail(this.#failure);
    }
    return this.#failure;
  }

  /**
   * Tells this worker that another one is gone. Node's ports notice it themselves. In browsers, let each worker hold a Web Lock
   * of its own for life and ask, after the first round, for those of the others: whoever is granted one knows that its holder is
   * gone. Without, the time given runs out.
   */
  lose(worker: number): void {
    const link = this.#links.find((each) => each.worker === worker);
    if (!link) throw new RangeError(`invalid worker: ${worker} (another one of ${this.workers})`);
    link.lose();
  }

  /** Ends it: the others, should they still wait, learn that this worker is gone. */
  close(): void {
    this.#failure ??= new Error("the exchange is closed");
    for (const link of this.#links) link.close();
  }

  async #receive(): Promise<Records[]> {
    if (this.#links.length === 0) return [];
    const stop = this.#startTimer(() => this.fail(new Error(this.#lateness())));
    try {
      return await Promise.all(this.#links.map((link) => link.take()));
    } finally {
      stop();
    }
  }

  #lateness(): string {
    const late = this.#links.filter(({isLate}) => isLate).map(({worker}) => worker);
    return `no gradients from worker ${late.join(", ")} in the time given (round ${this.#round})`;
  }

  #check(worker: number, mine: Records, theirs: Records): void {
    const expected = this.#lengthOf(worker, mine.numbers.length / this.ownShards.length);
    if (theirs.round !== mine.round || theirs.numbers.length !== expected)
      throw new Error(
        `worker ${worker} is elsewhere: ${theirs.numbers.length} numbers in round ${theirs.round} (expected ${expected} in round ${mine.round}; all must train the same network)`,
      );
    if (theirs.fingerprint !== mine.fingerprint)
      throw new Error(
        `different weights on workers ${this.#worker} and ${worker} in round ${mine.round} (all must start from the same ones and be given the same batches)`,
      );
  }

  #lengthOf(worker: number, length: number): number {
    return length * shardsOf(worker, this.workers, this.shards).length;
  }

  #add(own: Float32Array, received: readonly Records[]): Float32Array {
    const length = own.length / this.ownShards.length;
    if (this.#total.length < length) this.#total = new Float32Array(length);
    const total = this.#total.subarray(0, length);
    const inOrder = received.map(({numbers}) => numbers);
    // There is a link to every worker but this one, in order of workers, who have the shards in order.
    inOrder.splice(this.#worker, 0, own);
    for (const [i, record] of inOrder.flatMap((each) => cut(each, length)).entries())
      if (i === 0) total.set(record);
      else addTo(total, record);
    for (const [i, {numbers}] of received.entries())
      this.#carrier.recycle(this.#links[i]!, numbers);
    return total;
  }
}

function cut(numbers: Float32Array, length: number): Float32Array[] {
  return Array.from({length: numbers.length / length}, (_, i) =>
    numbers.subarray(i * length, (i + 1) * length),
  );
}

/** The store rounds a sum of two 32-bit floats as an addition of 32 bits would (Figueroa, 1995). */
function addTo(total: Float32Array, record: Float32Array): void {
  for (let i = 0; i < total.length; i++) total[i]! += record[i]!;
}
