/**
 * A classifier with a hidden layer that is never trained: w random features of a picture, of which only a linear readout W is learned, in
 * closed form and not by descent (Rahimi & Recht, 2008; as a model of double descent: Belkin et al., 2019, section 2).
 *
 *     h(x) = max(0, V x),   v ~ N(0, 2/d),      W = argmin Σ |Wᵀ h(x_i) - y_i|² + r |W|²,   y one-hot, less 1/10
 *
 * A step adds features, up to the next of the widths, and solves for W anew: so a run goes through the widths, and at each the model is as
 * good as its features allow. After the last of them it stays as it is. Pictures are [n, d] from 0 to 1.
 */
import type {NamedArrays} from "../array.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {FeatureBlocks} from "./feature-blocks.js";
import {addAnswers, addProducts, dualReadout, readoutOf} from "./kernel-ridge.js";
import type {Model} from "./model.js";
import {
  checkArrays,
  checkNames,
  type NamedVariables,
  readVariables,
  shapesOf,
  variableOf,
  writeVariables,
} from "./model-state.js";

export interface Labelled {
  /** [n, d] */
  readonly pixels: Float32Array;
  /** Class numbers, [n]. */
  readonly labels: Uint8Array;
}

export interface RandomFeaturesOptions {
  /** Numbers of features, ascending: of each step. */
  readonly widths: readonly number[];
  /** r > 0. */
  readonly ridge: number;
  readonly classes: number;
}

interface Solution {
  /** A, [n, classes]. */
  readonly dual: Float64Array;
  /** W, by blocks of features, [b, classes] each. */
  readonly readout: readonly Float64Array[];
}

export class RandomFeatures implements Model {
  readonly networks: {readonly classifier: tf.Sequential};
  readonly #options: RandomFeaturesOptions;
  readonly #train: FeatureBlocks;
  readonly #targets: Float64Array;
  readonly #hidden: tf.Tensor2D;
  /** What is learned, [w, classes]: rows of features yet to come are 0. */
  readonly #readout: NamedVariables;
  #products: Float64Array;
  /** Of these, how many have their features in the products. */
  #added = 0;
  /** Widths gone through. */
  #place = 0;
  /** The last solution. */
  #solved: (Solution & {readonly place: number}) | undefined;

  constructor(learned: Labelled, options: RandomFeaturesOptions, random: Random) {
    const {widths, classes} = options;
    const n = learned.labels.length;
    const d = learned.pixels.length / n;
    this.#options = options;
    this.networks = {classifier: network(d, widths.at(-1)!, classes, random)};
    const [hidden, readout] = kernelsOf(this.networks.classifier);
    this.#hidden = hidden as tf.Variable<tf.Rank.R2>;
    this.#readout = {readout: readout!};
    this.#train = this.featuresOf(learned.pixels, n);
    this.#targets = targetsOf(learned.labels, classes);
    this.#products = new Float64Array(n * n);
  }

  /** Another number at each width. */
  get version(): number {
    return this.#place;
  }

  /** The features of `count` pictures, for `answers`. Whoever asks disposes of them. */
  featuresOf(pixels: Float32Array, count: number): FeatureBlocks {
    const inputs = tf.tensor2d(pixels, [count, pixels.length / count]);
    return new FeatureBlocks(inputs, this.#hidden, [0, ...this.#options.widths]);
  }

  /** The length |W| of the readout. */
  async step() {
    this.#place = Math.min(this.#place + 1, this.#options.widths.length);
    const {readout} = await this.#solution();
    this.#write(readout);
    return {readoutLength: lengthOf(readout)};
  }

  /** What it says of the pictures that it learned from, [n, classes]: (Y - r A), since (ΦΦᵀ + r I) A = Y. */
  async fitted(): Promise<Float64Array> {
    if (this.#place === 0) return this.#targets.map(() => 0);
    const {dual} = await this.#solution();
    return this.#targets.map((target, i) => target - this.#options.ridge * dual[i]!);
  }

  /** What it says of other pictures, [m, classes]. */
  async answers(features: FeatureBlocks): Promise<Float64Array> {
    const answers = new Float64Array(features.samples * this.#options.classes);
    if (this.#place === 0) return answers;
    const {readout} = await this.#solution();
    for (const [i, rows] of readout.entries())
      addAnswers(answers, await features.block(i), rows, features.samples);
    return answers;
  }

  /** It has no live params. */
  set(name: string): void {
    throw new RangeError(`unknown live param: ${name} (none)`);
  }

  /** How many widths it has gone through, and the readout. The features follow from the seed. */
  async state(): Promise<NamedArrays> {
    const place = {data: Float32Array.of(this.#place), shape: [1]};
    return {place, ...(await readVariables(this.#readout))};
  }

  restore(state: NamedArrays): void {
    const shapes = {place: [1], ...shapesOf(this.#readout)};
    checkNames(state, shapes);
    checkArrays(state, shapes);
    const place = state.place!.data[0]!;
    const most = this.#options.widths.length;
    if (!Number.isInteger(place) || place < 0 || place > most)
      throw new RangeError(`invalid place: ${place} (a whole number from 0 to ${most})`);
    writeVariables(this.#readout, state);
    this.#place = place;
  }

  dispose(): void {
    this.#train.dispose();
    this.networks.classifier.dispose();
  }

  async #solution(): Promise<Solution> {
    if (this.#solved?.place !== this.#place) {
      const [place, n] = [this.#place, this.#train.samples];
      const products = await this.#productsNow();
      const dual = dualReadout(products, this.#targets, n, this.#options.ridge);
      const readout: Float64Array[] = [];
      for (let i = 0; i < place; i++) readout.push(readoutOf(await this.#train.block(i), dual, n));
      this.#solved = {place, dual, readout};
    }
    return this.#solved;
  }

  /** Those of the present width: after a way back all of them anew, in the same order, for the same bits. */
  async #productsNow(): Promise<Float64Array> {
    const n = this.#train.samples;
    if (this.#added > this.#place) {
      this.#products = new Float64Array(n * n);
      this.#added = 0;
    }
    for (; this.#added < this.#place; this.#added++)
      addProducts(this.#products, await this.#train.block(this.#added), n);
    return this.#products;
  }

  /** Into the network, whose other features have no part in it. */
  #write(readout: readonly Float64Array[]): void {
    const variable = this.#readout.readout!;
    const values = new Float32Array(variable.size);
    let at = 0;
    for (const rows of readout) {
      values.set(rows, at);
      at += rows.length;
    }
    tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
  }
}

function lengthOf(readout: readonly Float64Array[]): number {
  let squares = 0;
  for (const rows of readout) for (const value of rows) squares += value * value;
  return Math.sqrt(squares);
}

function network(d: number, width: number, classes: number, random: Random): tf.Sequential {
  const made = tf.sequential({
    layers: [
      tf.layers.dense({
        ...{name: "features", units: width, activation: "relu", useBias: false, trainable: false},
        ...{inputShape: [d], kernelInitializer: "zeros"},
      }),
      tf.layers.dense({
        ...{name: "readout", units: classes, useBias: false, kernelInitializer: "zeros"},
      }),
    ],
  });
  const scale = Math.sqrt(2 / d);
  const values = random.normals(d * width).map((value) => scale * value);
  tf.tidy(() => kernelsOf(made)[0]!.assign(tf.tensor2d(values, [d, width])));
  return made;
}

/** The layers' weights, in their order. */
function kernelsOf({layers}: tf.Sequential): tf.Variable[] {
  return layers.map(({weights}) => variableOf(weights[0]!));
}

function targetsOf(labels: Uint8Array, classes: number): Float64Array {
  const targets = new Float64Array(labels.length * classes).fill(-1 / classes);
  for (const [i, label] of labels.entries()) targets[i * classes + label]! += 1;
  return targets;
}
