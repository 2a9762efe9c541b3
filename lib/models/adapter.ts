/**
 * What is learned beside a network that rests: of some of its weights a low-rank change (low-rank.ts), of one whose rows stand for classes
 * a row for a new class. Together they are an adapter: a small file that turns one network into another.
 *
 * It moves the weights of a network as an optimiser does: with their slopes it takes a step of Adam in its own numbers, and writes what comes
 * of it into the network.
 */
import type {NamedArrays} from "../array.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {adapted, factorSlopes, firstFactors} from "./low-rank.js";
import {
  checkArrays,
  type NamedShapes,
  type NamedVariables,
  readVariables,
  shapesOf,
  variableOf,
  writeVariables,
} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

export interface AdapterOptions {
  /** The network that it moves, with the weights that rest. */
  readonly network: tf.LayersModel;
  /** Rank of the changes; 0 leaves all but the row as it is. */
  readonly rank: number;
  /** The weight whose last row is learned whole, such as `told/kernel`. */
  readonly row: string;
}

/** A weight of the network, what it was, and the numbers that change it. */
interface Part {
  readonly name: string;
  readonly weight: tf.Variable;
  readonly rest: tf.Tensor;
  readonly learned: NamedVariables;
  /** Slopes by what is learned. */
  slopes(slope: tf.Tensor): readonly tf.Tensor[];
  /** The weight with its change, at a strength. */
  changed(strength: number): tf.Tensor;
}

export class Adapter implements Optimiser {
  readonly weights: readonly tf.Variable[];
  readonly #parts: readonly Part[];
  readonly #adam: Adam;

  /** The network stays the caller's. */
  constructor({network, rank, row}: AdapterOptions, random: Random) {
    this.#parts = network.weights.flatMap((weight): Part[] => {
      const name = weight.originalName;
      if (name === row) return [lastRow(name, variableOf(weight))];
      if (rank === 0 || !name.endsWith("/kernel")) return [];
      return [lowRank(name, variableOf(weight), rank, random.fork(name))];
    });
    this.weights = this.#parts.map(({weight}) => weight);
    this.#adam = new Adam(Object.values(this.#learned));
  }

  get learningRate(): number {
    return this.#adam.learningRate;
  }

  set learningRate(rate: number) {
    this.#adam.learningRate = rate;
  }

  get steps(): number {
    return this.#adam.steps;
  }

  /** Numbers that are learned. */
  get size(): number {
    return Object.values(this.#learned).reduce((sum, {size}) => sum + size, 0);
  }

  apply(gradients: readonly tf.Tensor[]): void {
    this.#adam.apply(this.#parts.flatMap((part, i) => part.slopes(gradients[i]!)));
    this.#write();
  }

  /** Puts the network's weights, each change at `strength`, into `target`, a network of the same layers. The row is whole at any strength. */
  writeTo(target: tf.LayersModel, strength: number): void {
    const places = new Map(target.weights.map((each) => [each.originalName, variableOf(each)]));
    for (const {name, changed} of this.#parts)
      tf.tidy(() => places.get(name)!.assign(changed(strength)));
  }

  async state(prefix: string): Promise<NamedArrays> {
    const numbers = await readVariables(prefixed(prefix, this.#learned));
    return {...numbers, ...(await this.#adam.state(prefix))};
  }

  shapes(prefix: string): NamedShapes {
    return {...shapesOf(prefixed(prefix, this.#learned)), ...this.#adam.shapes(prefix)};
  }

  restore(prefix: string, state: NamedArrays): void {
    checkArrays(state, this.shapes(prefix));
    writeVariables(prefixed(prefix, this.#learned), state);
    this.#adam.restore(prefix, state);
    this.#write();
  }

  dispose(): void {
    this.#adam.dispose();
    for (const {rest, learned} of this.#parts) tf.dispose([rest, ...Object.values(learned)]);
  }

  get #learned(): NamedVariables {
    return Object.assign({}, ...this.#parts.map(({learned}) => learned));
  }

  #write(): void {
    for (const {weight, changed} of this.#parts) tf.tidy(() => weight.assign(changed(1)));
  }
}

function lowRank(name: string, weight: tf.Variable, rank: number, random: Random): Part {
  const rest = tf.clone(weight);
  const first = firstFactors(weight.shape, rank, random);
  const [a, b] = [tf.variable(first.a), tf.variable(first.b)];
  tf.dispose([first.a, first.b]);
  return {
    ...{name, weight, rest, learned: {[`${name}/a`]: a, [`${name}/b`]: b}},
    slopes: (slope) => factorSlopes(slope, {a, b}),
    changed: (strength) => adapted(rest, {a, b}, strength),
  };
}

function lastRow(name: string, weight: tf.Variable): Part {
  const [rows, columns] = weight.shape as [number, number];
  const rest = tf.tidy(() => tf.slice(weight, [0, 0], [rows - 1, columns]));
  const row = tf.tidy(() => tf.variable(tf.slice(weight, [rows - 1, 0], [1, columns])));
  return {
    ...{name, weight, rest, learned: {[`${name}/row`]: row}},
    slopes: (slope) => [tf.slice(slope, [rows - 1, 0], [1, columns])],
    changed: () => tf.concat([rest, row], 0),
  };
}

function prefixed(prefix: string, variables: NamedVariables): NamedVariables {
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [`${prefix}/${name}`, variable]),
  );
}
