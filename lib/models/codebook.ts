/**
 * A codebook whose entries are the means of k-means (k-means.ts), followed while the vectors move: each batch is one round of assigning
 * and updating, with a memory of earlier batches (van den Oord et al., 2017, appendix A.1).
 *
 *     N_k <- g N_k + (1 - g) n_k        e_k <- (g N_k e_k + (1 - g) Σ {z : k(z) = k}) / (g N_k + (1 - g) n_k)
 *
 * n_k vectors of the batch are nearest to e_k, N_k is their running mean. An entry that hardly any vector uses may begin again at
 * one of the batch's vectors, chosen by chance (Dhariwal et al., 2020, section 3.1): otherwise it may never be used again.
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {kMeans} from "./k-means.js";
import {variableOf} from "./model-state.js";

export interface CodebookOptions {
  /** K. */
  readonly entries: number;
  /** D. */
  readonly codeSize: number;
  /** Whether entries out of use begin again. */
  readonly revives: boolean;
}

/** g. */
const memory = 0.95;
/** Of the vectors that each entry would have if all were used alike: with less it is out of use. */
const leastShare = 0.03;

/** Its two networks are its own to dispose; whoever keeps a state keeps them both. */
export class Codebook {
  /** One-hot tokens [n, K] -> entries [n, D]. */
  readonly network: tf.Sequential;
  /** One-hot tokens [n, K] -> N_k [n, 1]. */
  readonly uses: tf.Sequential;
  readonly #revives: boolean;

  constructor({entries, codeSize, revives}: CodebookOptions) {
    this.network = table("codebook", entries, codeSize);
    this.uses = table("uses", entries, 1);
    this.#revives = revives;
  }

  /** The entries as they are now, [K, D]. It stays the codebook's. */
  get entries(): tf.Tensor2D {
    return variableOf(this.network.weights[0]!) as tf.Tensor as tf.Tensor2D;
  }

  /** The entries that k-means makes of `vectors` [n, D], n >= K, from two beginnings; all used alike. */
  begin(vectors: Float32Array, random: Random): void {
    const [clusters, d] = this.entries.shape;
    const {means} = kMeans(vectors, d, {clusters, restarts: 2, mostRounds: 20}, random);
    const fair = vectors.length / d / clusters;
    tf.tidy(() => {
      this.#assign(this.network, tf.tensor2d(Float32Array.from(means), [clusters, d]));
      this.#assign(this.uses, tf.fill([clusters, 1], fair));
    });
  }

  /** One round on `vectors` [n, D] with their one-hot `tokens` [n, K]. Within a `tf.tidy`. */
  follow(vectors: tf.Tensor2D, tokens: tf.Tensor2D, random: Random): void {
    const [clusters] = this.entries.shape;
    const old = tf.mul(variableOf(this.uses.weights[0]!), memory); // [K, 1]
    const counts = tf.mul(tf.reshape(tf.sum(tokens, 0), [clusters, 1]), 1 - memory);
    const sums = tf.mul(tf.matMul(tokens, vectors, true), 1 - memory);
    const uses = tf.add(old, counts);
    const means = tf.div(tf.add(tf.mul(this.entries, old), sums), tf.maximum(uses, 1e-6));
    const fair = vectors.shape[0] / clusters;
    const isUsed = tf.greaterEqual(uses, this.#revives ? leastShare * fair : 0);
    const others = Int32Array.from({length: clusters}, () => random.integer(vectors.shape[0]));
    const begun = tf.gather(vectors, tf.tensor1d(others, "int32"));
    this.#assign(this.network, tf.where(tf.tile(isUsed, [1, means.shape[1]!]), means, begun));
    this.#assign(this.uses, tf.where(isUsed, uses, tf.fill([clusters, 1], fair)));
  }

  #assign(network: tf.Sequential, values: tf.Tensor): void {
    variableOf(network.weights[0]!).assign(values);
  }
}

/** A layer whose kernel is a table with a row for each entry. */
function table(name: string, rows: number, width: number): tf.Sequential {
  const layer = tf.layers.dense({
    name: "rows",
    units: width,
    useBias: false,
    inputShape: [rows],
    kernelInitializer: "zeros",
  });
  return tf.sequential({name, layers: [layer]});
}
