/**
 * The bytes that all tensors of a notebook may hold together. Where its memory ends, TF.js gets the address 0 and writes there, so that numbers
 * change unseen; and long before, a loop that frees nothing would have taken the memory of the whole device. An error is thrown instead.
 */

/** The parts of TF.js in use. */
export interface CountedTensors {
  memory(): {readonly numTensors: number; readonly numBytes: number};
}

export interface TensorMemory {
  _malloc(bytes: number): number;
  _free(address: number): void;
}

export const mostTensorBytes = 1_500_000_000;

export function limitTensors(tf: CountedTensors, wasm: TensorMemory, most = mostTensorBytes): void {
  wasm._free(wasm._malloc(1)); // the first call puts the compiled function into this place
  const malloc = wasm._malloc;
  wasm._malloc = (bytes) => {
    const address = tf.memory().numBytes + bytes > most ? 0 : malloc(bytes);
    if (address === 0) throw new RangeError(full(tf.memory(), bytes, most));
    return address;
  };
}

function full(
  {numTensors, numBytes}: ReturnType<CountedTensors["memory"]>,
  bytes: number,
  most: number,
): string {
  const held = `${numTensors} tensors hold ${inMegabytes(numBytes)}`;
  return `no memory for ${inMegabytes(bytes)} more: ${held} (at most ${inMegabytes(most)} together, or less if the device has less). Free those that nobody needs: with tf.tidy, tf.dispose, and invalidation.then(() => tf.dispose(…)) in a cell that keeps some.`;
}

const inMegabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
