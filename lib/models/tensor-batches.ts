import type {ArrayBatches} from "../pipeline/batches.js";
import type {RandomState} from "../random.js";
import * as tf from "../tf.js";

/** An endless source of training batches whose place can be kept in a checkpoint. */
export interface Batches {
  /** The next batch, [B, ...] in [-1, 1]. The caller disposes it. */
  next(): tf.Tensor;
  state(): {readonly random: RandomState; readonly position: number};
  restore(state: {readonly random: RandomState; readonly position: number}): void;
}

/** The same batches as tensors: here arrays become what the networks take. */
export function tensorBatches(source: ArrayBatches): Batches {
  return {
    next: () => tf.tensor(source.next(), [...source.shape]),
    state: () => source.state(),
    restore: (state) => source.restore(state),
  };
}
