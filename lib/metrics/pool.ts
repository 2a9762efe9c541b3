/**
 * All pictures of a judgement in one row, real, held-out and made ones, so that bands can be drawn by numbers of rows, and what is dear to
 * compute is computed once for all metrics: draws, and the squared distances of all pairs of features,
 *
 *     D_ij = |f_i - f_j|²,   [n, n]
 */
import {halvesOf} from "./bootstrap-interval.js";
import {checkSample, type FeatureSpace, remarksOn, type Sample} from "./metric.js";
import {joined} from "./sample.js";

/** Rows of the pool. */
export type Rows = Uint32Array;

/** Its table of distances has the square of it, 4 bytes each: 50 MB. */
const mostPictures = 3600;

export class Pool {
  readonly all: Sample;
  readonly space: FeatureSpace;
  readonly real: Rows;
  readonly held: Rows;
  readonly made: Rows;
  readonly remarks: readonly string[];
  /** What neighbours.ts has found of the rows that it was asked about. */
  readonly neighbours = new WeakMap<Rows, Float32Array>();
  #distances: Float32Array | undefined;
  #halves: readonly Rows[] | undefined;
  #partings: readonly (readonly [Rows, Rows])[] | undefined;

  /** Throws a RangeError for pictures that cannot be judged. */
  constructor(real: Sample, made: Sample, space: FeatureSpace) {
    checkSample("real", real, space, 2);
    checkSample("made", made, space, 4);
    checkSample("held-out real", space.held, space, countOf(made));
    this.all = joined(joined(real, space.held), made);
    this.space = space;
    const ends = [countOf(real), countOf(real) + countOf(space.held), countOf(this.all)];
    this.real = rows(0, ends[0]!);
    this.held = rows(ends[0]!, ends[1]!);
    this.made = rows(ends[1]!, ends[2]!);
    this.remarks = [...remarksOn("real", real, space), ...remarksOn("made", made, space)];
  }

  /** D, [n, n]. Throws a RangeError where its table would be too large. */
  get distances(): Float32Array {
    this.#distances ??= squaredDistances(this.all.features, this.space.size);
    return this.#distances;
  }

  /** Random halves of the made pictures. */
  get halves(): readonly Rows[] {
    const {random, draws} = this.space;
    this.#halves ??= halvesOf(this.made.length, draws, random.fork("interval")).map((half) =>
      half.map((i) => this.made[i]!),
    );
    return this.#halves;
  }

  /** Random partings of the real pictures: as many as `real` has, and as many as were made. */
  get partings(): readonly (readonly [Rows, Rows])[] {
    this.#partings ??= this.#drawnPartings();
    return this.#partings;
  }

  #drawnPartings(): [Rows, Rows][] {
    const [count, n] = [this.real.length, this.made.length];
    const random = this.space.random.fork("floor");
    return Array.from({length: this.space.draws}, () => {
      const order = random.permutation(count + this.held.length); // real and held-out ones come first
      return [order.slice(0, count), order.slice(count, count + n)];
    });
  }
}

/** Of all pairs of rows of `features` [n, size]; [n, n]. Those of equal rows are 0. */
export function squaredDistances(features: Float32Array, size: number): Float32Array {
  const n = features.length / size;
  if (n > mostPictures)
    throw new RangeError(
      `too many pictures for distances of all pairs: ${n} (at most ${mostPictures}, real, held-out and made; judge fewer)`,
    );
  const table = new Float32Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) {
        const difference = features[i * size + k]! - features[j * size + k]!;
        sum += difference * difference;
      }
      table[i * n + j] = table[j * n + i] = sum;
    }
  return table;
}

function rows(first: number, end: number): Rows {
  return Uint32Array.from({length: end - first}, (_, i) => first + i);
}

function countOf({pictures}: Sample): number {
  return pictures.shape[0];
}
