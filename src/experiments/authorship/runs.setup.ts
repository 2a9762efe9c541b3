/**
 * Runs of one seed, side by side, that differ only in which pictures they are made without. All begin with the same weights, and in each step
 * all are given the same places in the set, the same noise and the same times:
 *
 *     run r learns from picture(place) where r has it, and else from picture(spare) among those that r has
 *
 * So what differs between two of them comes from the pictures alone: a run without nothing is the whole one, to the last bit. Each is a
 * flow of its own (flow-model.ts), that would do the same by itself.
 */
import {type NamedArrays, partWith, withPrefix} from "../../lib/array.js";
import {type ByteImages, imageSize, toFloats} from "../../lib/image.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import type {LiveValue} from "../../lib/models/live-params.js";
import type {Model} from "../../lib/models/model.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";

/** Numbers from 0 to 1 that name the pictures of a batch, [B, 2]: a place in the set, and a spare one. */
type Places = {readonly x: tf.Tensor};

export class Runs implements Model<Places> {
  readonly flows: readonly FlowModel[];
  readonly #rows: Float32Array;
  readonly #size: number;
  readonly #without: readonly Without[];

  /** Takes a flow over for each of `without`, which are all alike at first. The first one is the whole run. */
  constructor(
    flows: readonly FlowModel[],
    images: ByteImages,
    without: readonly (readonly number[])[],
  ) {
    if (flows.length !== without.length)
      throw new RangeError(`invalid runs: ${flows.length} flows (${without.length}, one for each)`);
    this.flows = flows;
    this.#rows = toFloats(images).data;
    this.#size = imageSize(images.shape);
    this.#without = without.map((places) => new Without(images.shape[0], places));
  }

  /** Of the whole run: what is exported and looked into. */
  get networks() {
    return this.flows[0]!.networks;
  }

  /** A step of each, with the same chance. The loss is the whole run's. */
  async step({x}: Places, random: Random): Promise<{readonly loss: number}> {
    const places = await x.data();
    const chance = random.state();
    let loss = Number.NaN;
    for (const [r, flow] of this.flows.entries()) {
      const rows = this.#rowsOf(this.#without[r]!, places);
      const batch = tf.tensor2d(rows, [rows.length / this.#size, this.#size]);
      const seen = await flow.step({x: batch}, r === 0 ? random : Random.from(chance));
      batch.dispose();
      if (r === 0) loss = seen.loss;
    }
    return {loss};
  }

  set(name: string, value: LiveValue): void {
    for (const flow of this.flows) flow.set(name, value);
  }

  async state(): Promise<NamedArrays> {
    const states = await Promise.all(this.flows.map((flow) => flow.state()));
    return Object.assign({}, ...states.map((state, r) => withPrefix(`${r}/`, state)));
  }

  /** The runs are all alike, so that what fits the first one fits them all: where it does not, nothing has changed. */
  restore(state: NamedArrays): void {
    const parts = this.flows.map((_, r) => partWith(`${r}/`, state));
    const known = parts.reduce((sum, part) => sum + Object.keys(part).length, 0);
    const isAlike = parts.every((part) => shapesText(part) === shapesText(parts[0]!));
    if (!isAlike || known !== Object.keys(state).length)
      throw new RangeError(
        `invalid state: runs that differ, or more of them (${this.flows.length} that are alike)`,
      );
    for (const [r, flow] of this.flows.entries()) flow.restore(parts[r]!);
  }

  dispose(): void {
    for (const flow of this.flows) flow.dispose();
  }

  #rowsOf(without: Without, places: ArrayLike<number>): Float32Array {
    const count = places.length / 2;
    const rows = new Float32Array(count * this.#size);
    for (let i = 0; i < count; i++) {
      const at = this.#size * without.entryAt(places[2 * i]!, places[2 * i + 1]!);
      rows.set(this.#rows.subarray(at, at + this.#size), i * this.#size);
    }
    return rows;
  }
}

/** The pictures that a run has, of `count`. */
export class Without {
  readonly #count: number;
  readonly #isGone: Uint8Array;
  readonly #left: readonly number[];

  constructor(count: number, gone: readonly number[]) {
    this.#count = count;
    this.#isGone = new Uint8Array(count);
    for (const i of gone) this.#isGone[i] = 1;
    this.#left = [...this.#isGone.keys()].filter((i) => this.#isGone[i] === 0);
    if (this.#left.length === 0)
      throw new RangeError(`nothing is left of ${count} pictures (at least 1)`);
  }

  /** The picture at `place` of the whole set, or the one at `spare` of those left where it is gone; both from 0 to 1. */
  entryAt(place: number, spare: number): number {
    const entry = indexAt(place, this.#count);
    return this.#isGone[entry] ? this.#left[indexAt(spare, this.#left.length)]! : entry;
  }
}

function indexAt(place: number, count: number): number {
  return Math.min(count - 1, Math.floor(place * count));
}

function shapesText(arrays: NamedArrays): string {
  const shapes = Object.entries(arrays).map(([name, {data, shape}]) => [name, data.length, shape]);
  return JSON.stringify(shapes.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}
