/**
 * When more workers are worth it. Each worker computes its shards one after the other, then all exchange, then all do the rest
 * (the optimiser, what is drawn at random) for themselves:
 *
 *   step(W) = ceil(S / W) · shard + rest + exchange (0 for W = 1)
 *
 * The number of shards S changes the numbers of a training (sums in another order, smaller batches for batch normalisation), so
 * it must not depend on the machine: choose it from the network by `shardsThatPay`. The number of workers W does not: choose
 * it from what was measured on the machine by `workersThatPay`.
 */

/** Measured on one worker, on the machine in question. */
export interface StepTimes {
  /** The loss and gradients of one shard. */
  readonly shardMs: number;
  /** Work of every worker once a step, whatever the number of workers. */
  readonly restMs: number;
  /** The exchange of as many numbers as there are weights, without waiting for the slower worker. */
  readonly exchangeMs: number;
}

/** A worker more must save this part of the step, or it only warms the room. */
const leastGain = 0.1;

/**
 * How many workers to use for `shards` shards on `cores` cores: the fewest that come near the shortest step, 1 if none is
 * shorter by a tenth. Leave a core to the page where it draws a lot.
 */
export function workersThatPay(times: StepTimes, shards: number, cores: number): number {
  for (const [name, value] of Object.entries({...times, shards, cores}))
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`invalid ${name}: ${value} (a number from 0)`);
  let best = 1;
  for (let workers = 2; workers <= Math.min(shards, cores); workers++)
    if (stepMs(times, workers, shards) < (1 - leastGain) * stepMs(times, best, shards))
      best = workers;
  return best;
}

/** The expected time of a step. */
function stepMs({shardMs, restMs, exchangeMs}: StepTimes, workers: number, shards: number): number {
  return Math.ceil(shards / workers) * shardMs + restMs + (workers > 1 ? exchangeMs : 0);
}

/** Cost of a training step: additions and multiplications for the whole batch, forward and back, and numbers to exchange. */
export interface StepSize {
  readonly flops: number;
  readonly weights: number;
}

/** Round figures of bench/parallel.ts (2 cores of 2026, wasm): a network's kernels, a pass over few examples, the exchange. */
const flopsPerMs = 1e7;
const passMs = 1;
const exchangeMs = ({weights}: StepSize) => 0.2 + 3e-6 * weights;

/**
 * How many shards to cut batches into: a power of two up to `limit`, doubled as long as twice the workers would save a fifth of
 * the step. 1 for tiny networks, whose steps are mostly calls of kernels, which every shard repeats.
 */
export function shardsThatPay(size: StepSize, limit: number): number {
  const expectedMs = (shards: number) =>
    passMs + size.flops / flopsPerMs / shards + (shards > 1 ? exchangeMs(size) : 0);
  let shards = 1;
  while (2 * shards <= limit && expectedMs(2 * shards) < 0.8 * expectedMs(shards)) shards *= 2;
  return shards;
}
