/**
 * Random features of samples x [m, d], max(0, x·V), computed when asked for and kept, in blocks of columns of V [d, w]: block i has the
 * columns from `edges[i]` to `edges[i + 1]`.
 */
import * as tf from "../tf.js";

export class FeatureBlocks {
  readonly #inputs: tf.Tensor2D;
  readonly #weights: tf.Tensor2D;
  readonly #edges: readonly number[];
  readonly #blocks: Promise<Float32Array>[] = [];

  /** Takes `inputs` [m, d]; `weights` [d, w] stay their owner's. */
  constructor(inputs: tf.Tensor2D, weights: tf.Tensor2D, edges: readonly number[]) {
    this.#inputs = inputs;
    this.#weights = weights;
    this.#edges = edges;
  }

  get samples(): number {
    return this.#inputs.shape[0];
  }

  /** [m, b] */
  block(index: number): Promise<Float32Array> {
    this.#blocks[index] ??= this.#compute(index);
    return this.#blocks[index]!;
  }

  async #compute(index: number): Promise<Float32Array> {
    const [from, to] = [this.#edges[index]!, this.#edges[index + 1]!];
    const block = tf.tidy(() => {
      const columns = tf.slice(this.#weights, [0, from], [-1, to - from]);
      return tf.relu(tf.matMul(this.#inputs, columns as tf.Tensor2D));
    });
    const values = await block.data<"float32">();
    block.dispose();
    return values;
  }

  dispose(): void {
    this.#inputs.dispose();
  }
}
