/**
 * Seeded chance: uniform and normal numbers, permutations and independent child streams.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand, 2010), seeded through splitmix32. Every draw uses only
 * integer operations, `+ - * /` and `sqrt`, which IEEE 754 makes exact, so a seed gives the same bits in every engine.
 */

/** The whole state of a `Random`: four unsigned 32-bit words. JSON-safe, so that a checkpoint can hold it. */
export type RandomState = readonly [number, number, number, number];

export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  /** A stream for `seed`, an integer from 0 to 4294967295. Throws a RangeError otherwise. */
  constructor(seed: number) {
    if (!isWord(seed))
      throw new RangeError(`invalid seed: ${seed} (an integer from 0 to 4294967295)`);
    const next = splitmix32(seed);
    this.#a = next();
    this.#b = next();
    this.#c = next();
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** The next 32 bits, an integer from 0 to 4294967295. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }

  /** A uniform number in [low, high), with 32 random bits. */
  uniform(low = 0, high = 1): number {
    return low + (high - low) * (this.bits() / 4294967296);
  }

  /** A uniform integer in [0, count), without modulo bias. */
  integer(count: number): number {
    if (!Number.isInteger(count) || count < 1 || count > 0x100000000)
      throw new RangeError(`invalid count: ${count} (an integer from 1 to 4294967296)`);
    const limit = 0x100000000 - (0x100000000 % count);
    let bits = this.bits();
    while (bits >= limit) bits = this.bits();
    return bits % count;
  }

  /** A standard normal number, by the polar method (Marsaglia & Bray, 1964) with an exact-operations logarithm. */
  normal(): number {
    for (;;) {
      const u = this.uniform(-1, 1);
      const v = this.uniform(-1, 1);
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * naturalLog(s)) / s);
    }
  }

  /** `count` standard normal numbers as 32-bit floats. */
  normals(count: number): Float32Array {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = this.normal();
    return values;
  }

  /** A uniformly random permutation of 0 … count-1 (Fisher & Yates). */
  permutation(count: number): Uint32Array {
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`invalid count: ${count} (a whole number, 0 or more)`);
    const order = Uint32Array.from({length: count}, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
    }
    return order;
  }

  /** A new array with the items of `items` in random order. */
  shuffle<T>(items: readonly T[]): T[] {
    return Array.from(this.permutation(items.length), (i) => items[i]!);
  }

  /** An independent stream named `label`. It depends on this stream's present state and leaves it untouched. */
  fork(label: string): Random {
    let hash = 0x811c9dc5;
    for (const word of this.state()) hash = Math.imul(hash ^ word, 0x01000193) ^ (hash >>> 15);
    for (let i = 0; i < label.length; i++)
      hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193) ^ (hash >>> 15);
    return new Random(hash >>> 0);
  }

  /** The state, to be given to `Random.from`. */
  state(): RandomState {
    return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#counter >>> 0];
  }

  /** A stream that goes on where `state` was taken. Throws a RangeError for what is no state: it may come from a file. */
  static from(state: RandomState): Random {
    if (!isRandomState(state))
      throw new RangeError(`invalid random state: ${state} (four integers from 0 to 4294967295)`);
    const random = new Random(0);
    random.#a = state[0] | 0;
    random.#b = state[1] | 0;
    random.#c = state[2] | 0;
    random.#counter = state[3] | 0;
    return random;
  }
}

/** Whether `value`, which may come from a file, is a state. */
export function isRandomState(value: unknown): value is RandomState {
  return Array.isArray(value) && value.length === 4 && value.every(isWord);
}

function isWord(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 0xffffffff;
}

/** Fills the state from one seed; the constants are from the hash-prospector project. */
function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
}

/**
 * ln x for 0 < x <= 1 from exact operations only: x = m 2^-e with m in [1/sqrt 2, sqrt 2), and
 * ln m = 2 artanh((m-1)/(m+1)) as a series in odd powers. `Math.log` may differ in the last bit between engines.
 */
export function naturalLog(x: number): number {
  let m = x;
  let e = 0;
  while (m < Math.SQRT1_2) {
    m *= 2;
    e++;
  }
  const z = (m - 1) / (m + 1);
  const z2 = z * z;
  let sum = 0;
  for (let k = 25; k >= 1; k -= 2) sum = sum * z2 + 1 / k;
  return 2 * z * sum - e * Math.LN2;
}
