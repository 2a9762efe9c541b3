/**
 * A batch is cut into a number of shards that is a setting of the training, not of the machine: however many workers
 * share them, the sums are the same to the bit, because they are always made over shards and in the order of shards.
 */

/** A run of examples of the batch: `start` up to, not including, `start + rows`. */
export interface Shard {
  readonly index: number;
  readonly start: number;
  readonly rows: number;
  /** Its part of the batch: rows / batch size. The shares of a batch add up to 1. */
  readonly share: number;
}

/** Cuts `batchSize` examples into `count` shards, the first ones a row longer if it does not come out even. */
export function cutIntoShards(batchSize: number, count: number): Shard[] {
  checkCount("number of shards", count);
  if (!Number.isInteger(batchSize) || batchSize < count)
    throw new RangeError(`invalid batch size: ${batchSize} (an integer from ${count}, the shards)`);
  const edge = (index: number) =>
    index * Math.floor(batchSize / count) + Math.min(index, batchSize % count);
  return Array.from({length: count}, (_, index) => {
    const rows = edge(index + 1) - edge(index);
    return {index, start: edge(index), rows, share: rows / batchSize};
  });
}

/** The shards, by index, that `worker` (from 0) of `workers` computes: a run, at most one shorter than the longest. */
export function shardsOf(worker: number, workers: number, shards: number): number[] {
  checkCount("number of shards", shards);
  checkCount("number of workers", workers, shards);
  if (!Number.isInteger(worker) || worker < 0 || worker >= workers)
    throw new RangeError(`invalid worker: ${worker} (an integer from 0 to ${workers - 1})`);
  const edge = (index: number) => Math.ceil((index * shards) / workers);
  const start = edge(worker);
  return Array.from({length: edge(worker + 1) - start}, (_, i) => start + i);
}

function checkCount(what: string, count: number, limit = Number.POSITIVE_INFINITY): void {
  const legal = Number.isFinite(limit) ? `an integer from 1 to ${limit}` : "an integer from 1";
  if (!Number.isInteger(count) || count < 1 || count > limit)
    throw new RangeError(`invalid ${what}: ${count} (${legal})`);
}
