/** Training batches as the networks take them: tensors by name, of which `x` is learned from. */
import type {NamedArrays} from "../array.js";
import type {BatchSource, Samples} from "../pipeline/batches.js";
import * as tf from "../tf.js";

/** The parts of a batch, [B, ...] each. `tf.dispose` frees them all. */
export type Batch = {readonly x: tf.Tensor; readonly [part: string]: tf.Tensor};

/** An endless source of batches whose place can be kept in a checkpoint. Whoever takes one disposes of it. */
export type Batches<Parts extends Batch = Batch> = BatchSource<Parts>;

/** What arrays become. */
export type TensorsOf<Arrays extends Samples & NamedArrays> = {
  readonly [Part in keyof Arrays]: tf.Tensor;
};

/** The same batches as tensors. */
export function tensorBatches<Arrays extends Samples & NamedArrays>(
  source: BatchSource<Arrays>,
): Batches<TensorsOf<Arrays>> {
  return {
    next: () => tensorsOf(source.next()),
    state: () => source.state(),
    restore: (state) => source.restore(state),
  };
}

function tensorsOf<Arrays extends Samples & NamedArrays>(arrays: Arrays): TensorsOf<Arrays> {
  const tensors = Object.entries(arrays).map(([part, {data, shape}]) => [
    part,
    tf.tensor(data, [...shape]),
  ]);
  return Object.fromEntries(tensors) as TensorsOf<Arrays>;
}
