/**
 * Generators that learn from one another. The first learns from real pictures; each one after it from a set of which a share of real ones is
 * kept, k, and the others are pictures that the one before has made, of noise with the spread τ:
 *
 *     set_1 = real,   set_(g+1) = k · N of real and (1 - k) · N of { flow_g(τ · z) : z ~ N(0, 1) }
 *
 * (Alemohammad et al., 2024: a "fully synthetic loop" for k = 0, with a sampling bias for τ < 1). It goes on with the weights that it has,
 * which saves time. Sets are bytes, as saved pictures are. Which set it learns from, and what earlier generations made, is part of its state.
 */
import type {NamedArrays} from "../../lib/array.js";
import {type ByteImages, imageSize, joinedPictures, pick, toFloats} from "../../lib/image.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import type {Kept} from "../../lib/models/learner-state.js";
import {modelWith} from "../../lib/models/model-with.js";
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {rowCount, shownCount} from "./generations.js";
import type {TwoKinds} from "./two-kinds.setup.js";

export interface LineageOptions {
  readonly kinds: TwoKinds;
  /** Steps that each generation learns. */
  readonly generationSteps: number;
  /** Per cent of every later set that are real pictures. */
  readonly kept: number;
  /** Draws the sets. */
  readonly random: Random;
}

/** Pictures of a flow: `count` fresh ones by `random`, and always the same ones to look at and to count. */
export interface Maker {
  fresh(count: number, random: Random): Promise<ByteImages>;
  fixed(): Promise<ByteImages>;
}

/** Rows that say nothing yet. */
const unknown = -1;

export class Lineage implements Kept {
  readonly #options: LineageOptions;
  /** What is learned from, [N, side, side, 1]. */
  #set: ByteImages;
  /** What the latest generations that are over made, [rowCount · shownCount, ...], and how many of all counted were rare. */
  readonly #rows: Uint8Array;
  readonly #rare = new Int32Array(rowCount).fill(unknown);
  #over = 0;

  constructor(options: LineageOptions) {
    this.#options = options;
    this.#set = options.kinds.real;
    this.#rows = new Uint8Array(rowCount * shownCount * imageSize(this.#set.shape));
  }

  /** Generations that are over. */
  get over(): number {
    return this.#over;
  }

  /** What the present generation learns from. */
  get set(): ByteImages {
    return this.#set;
  }

  /** The pictures and rare ones of the last `count` generations that are over, oldest first. */
  past(count: number): {readonly made: Uint8Array; readonly rare: Int32Array} {
    const rows = Math.min(count, this.#over, rowCount);
    const size = this.#rows.length / rowCount;
    const held = Math.min(this.#over, rowCount);
    return {
      made: this.#rows.slice((held - rows) * size, held * size),
      rare: this.#rare.slice(held - rows, held),
    };
  }

  /** Lets the next generation begin, where `steps` steps have brought the present one to its end. */
  async follow(steps: number, maker: Maker): Promise<void> {
    const {generationSteps, random} = this.#options;
    if (steps < generationSteps * (this.#over + 1)) return;
    this.#note(await maker.fixed());
    this.#over += 1;
    this.#set = await this.#next(maker, random.fork(`set ${this.#over}`));
  }

  /** Rows of the set at `places`, each from 0 to 1, as a network takes them. */
  rowsAt(places: ArrayLike<number>): Float32Array {
    const [count] = this.#set.shape;
    const chosen = Array.from(places, (place) => Math.min(count - 1, Math.floor(place * count)));
    return toFloats(pick(this.#set, chosen)).data;
  }

  state(): NamedArrays {
    const {data, shape} = this.#set;
    return {
      "lineage/set": {data: data.slice(), shape: [...shape]},
      "lineage/rows": {data: this.#rows.slice(), shape: [this.#rows.length]},
      "lineage/rare": {data: this.#rare.slice(), shape: [rowCount]},
      "lineage/over": {data: Int32Array.of(this.#over), shape: [1]},
    };
  }

  shapes() {
    return {
      "lineage/set": [...this.#set.shape],
      "lineage/rows": [this.#rows.length],
      "lineage/rare": [rowCount],
      "lineage/over": [1],
    };
  }

  restore(state: NamedArrays): void {
    const {"lineage/set": set, "lineage/rows": rows, "lineage/rare": rare} = state;
    this.#set = {data: Uint8Array.from(set!.data), shape: this.#set.shape};
    this.#rows.set(rows!.data);
    this.#rare.set(rare!.data);
    this.#over = state["lineage/over"]!.data[0]!;
  }

  /** Where all rows are full, the oldest makes room. */
  #note(made: ByteImages): void {
    const size = this.#rows.length / rowCount;
    if (this.#over >= rowCount) {
      this.#rows.copyWithin(0, size);
      this.#rare.copyWithin(0, 1);
    }
    const row = Math.min(this.#over, rowCount - 1);
    this.#rows.set(made.data.subarray(0, size), row * size);
    this.#rare[row] = sum(this.#options.kinds.kindsOf(made));
  }

  async #next(maker: Maker, random: Random): Promise<ByteImages> {
    const {kinds, kept} = this.#options;
    const [count] = kinds.real.shape;
    const real = Math.round((count * kept) / 100);
    const chosen = pick(kinds.real, random.permutation(count).subarray(0, real));
    if (real === count) return chosen;
    return joinedPictures([chosen, await maker.fresh(count - real, random)]);
  }
}

/** `flow` on the sets of `lineage`. A batch says with numbers from 0 to 1, [B, 1], which pictures of the set it takes. */
export function inGenerations(flow: FlowModel, lineage: Lineage, maker: Maker) {
  return modelWith(flow, {
    async step({x: places}: {readonly x: tf.Tensor}, random: Random) {
      await lineage.follow(flow.steps, maker);
      const rows = lineage.rowsAt(await places.data());
      const x = tf.tensor2d(rows, [places.shape[0]!, rows.length / places.shape[0]!]);
      try {
        return await flow.step({x}, random);
      } finally {
        x.dispose();
      }
    },
  });
}

export function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, each) => total + each, 0);
}
