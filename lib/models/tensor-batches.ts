import type {Batches} from "../experiments/setup.js";
import type {ArrayBatches} from "../pipeline/batches.js";
import * as tf from "../tf.js";

/** The same batches as tensors: here arrays become what the networks take. */
export function tensorBatches(source: ArrayBatches): Batches {
  return {
    next: () => tf.tensor(source.next(), [...source.shape]),
    state: () => source.state(),
    restore: (state) => source.restore(state),
  };
}
