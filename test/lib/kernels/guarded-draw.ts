/** Chance for the guarded cases: sizes that programs have, and those at the edges of what a kernel may meet. */
import type {Random} from "../../../lib/random.js";
import type * as tf from "../../../lib/tf.js";

export interface Input {
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int32" | "bool";
  readonly values: ArrayLike<number>;
}

/** Numbers at which functions of one value are asked for their manners. */
const odd = [Number.NaN, Infinity, -Infinity, 0, -0, 1e30, -1e30, 1e-40, 88, -88, 104, -104, 6, 20];

export class Draw {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  chance(share: number): boolean {
    return this.#random.uniform() < share;
  }

  /** Whole, both ends within. */
  from(least: number, most: number): number {
    return least + this.#random.integer(most - least + 1);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.#random.integer(items.length)]!;
  }

  uniform(low: number, high: number): number {
    return this.#random.uniform(low, high);
  }

  /** The length of an axis: at times 0 or 1, mostly a few, at times up to `most`. */
  length(most = 70): number {
    const kind = this.#random.uniform();
    if (kind < 0.03) return 0;
    if (kind < 0.12) return 1;
    return this.from(1, kind < 0.6 ? Math.min(9, most) : most);
  }

  /** Lengths of `rank` axes, not more than `mostValues` together. */
  shape(rank: number, mostValues = 6000, mostLength = 70): number[] {
    const shape = Array.from({length: rank}, () => this.length(mostLength));
    while (product(shape) > mostValues) {
      const axis = shape.indexOf(Math.max(...shape));
      shape[axis] = Math.max(1, Math.floor(shape[axis]! / 2));
    }
    return shape;
  }

  /** Standard normal numbers. */
  floats(shape: readonly number[]): Input {
    return {shape, dtype: "float32", values: this.#random.normals(product(shape))};
  }

  /** Normal numbers with odd ones among them. */
  oddFloats(shape: readonly number[]): Input {
    const values = this.#random.normals(product(shape)).map((value) => value * 4);
    return {
      ...{shape, dtype: "float32"},
      values: values.map((value) => (this.chance(0.3) ? this.pick(odd) : value)),
    };
  }

  /** Normal numbers with one among them, at times, that must not show elsewhere. */
  mostlyFloats(shape: readonly number[]): Input {
    const {values} = this.floats(shape);
    const spoilt = Float32Array.from(values);
    if (spoilt.length > 0)
      spoilt[this.#random.integer(spoilt.length)] = this.pick([Number.NaN, Infinity, 1e30, 1e6]);
    return {shape, dtype: "float32", values: spoilt};
  }

  /** Few different numbers, so that there are many equal ones. */
  ties(shape: readonly number[]): Input {
    return {shape, dtype: "float32", values: this.wholes(shape, -2, 2).values};
  }

  wholes(shape: readonly number[], least: number, most: number): Input {
    const values = Array.from({length: product(shape)}, () => this.from(least, most));
    return {shape, dtype: "int32", values};
  }

  truths(shape: readonly number[]): Input {
    return {...this.wholes(shape, 0, 1), dtype: "bool"};
  }

  /** Some of the axes of `rank`. */
  axes(rank: number): number[] {
    return Array.from({length: rank}, (_, axis) => axis).filter(() => this.chance(0.5));
  }

  order(rank: number): number[] {
    return [...this.#random.permutation(rank)];
  }

  /** Padding of a convolution or of pooling, with the rounding that it goes with. */
  padding(
    least = -1,
    roundings: readonly Rounding[] = ["floor", "round", "ceil"],
  ): {pad: Pad; rounding?: Rounding} {
    const kind = this.from(0, 9);
    if (kind < 3) return {pad: "same"};
    if (kind < 6) return {pad: "valid"};
    const rounding = this.pick(roundings);
    if (kind < 8) return {pad: this.from(0, 3), rounding};
    const zeros = (): [number, number] => [this.from(least, 3), this.from(least, 3)];
    return {pad: [[0, 0], zeros(), zeros(), [0, 0]], rounding};
  }
}

type Rounding = "floor" | "round" | "ceil";
export type Pad = "same" | "valid" | number | tf.backend_util.ExplicitPadding;

export function product(shape: readonly number[]): number {
  return shape.reduce((total, length) => total * length, 1);
}
