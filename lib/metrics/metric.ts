/**
 * The one form of every metric of chapter 8: real pictures and made ones, seen through the same features, give a value with its
 * interval and its floor.
 *
 *     (real, made, features) -> {value, interval, floor, n, remarks}
 *
 * The interval says where the value might as well lie with other pictures of the same generator; the floor says where it lies for
 * pictures that are real. What cannot be judged throws a RangeError that says why and what to try; what can, and yet
 * means less than it seems, comes with a remark.
 */
import {type ByteImages, imageSize} from "../image.js";
import type {Random} from "../random.js";
import type {Floor} from "./floor.js";

/** Pictures, and what a network sees in them. Pictures that are asked for may lack `probabilities`: then it is empty. */
export interface Sample {
  /** [n, h, w, c] */
  readonly pictures: ByteImages;
  /** [n, size] */
  readonly features: Float32Array;
  /** Rows of a softmax. [n, classes] */
  readonly probabilities: Float32Array;
}

/** The eyes that all pictures are seen with, and what bands are drawn with. */
export interface FeatureSpace {
  /** Features of a picture. */
  readonly size: number;
  readonly classes: number;
  /** Real pictures that are not among `real`, at least as many as there are made ones: the floor is drawn with them. */
  readonly held: Sample;
  /** Draws for interval and floor; the same state gives the same bands. */
  readonly random: Random;
  /** Number of draws for each band, at least 20. */
  readonly draws: number;
}

export interface MetricValue {
  readonly value: number;
  /** Of 95 %: the middle of what other draws of the same generator would give. */
  readonly interval: Floor;
  /** The middle 95 % of what as many real pictures give. */
  readonly floor: Floor;
  /** Made pictures that were judged. */
  readonly n: number;
  /** Why the value means less than it seems, in sentences; none for most. */
  readonly remarks: readonly string[];
}

export type Metric = (real: Sample, made: Sample, features: FeatureSpace) => MetricValue;

/** Throws a RangeError unless `sample` is at least `least` pictures, each with finite features and its row of probabilities. */
export function checkSample(
  name: string,
  {pictures, features, probabilities}: Sample,
  {size, classes}: Pick<FeatureSpace, "size" | "classes">,
  least: number,
): void {
  const n = pictures.shape[0];
  if (n < least)
    throw new RangeError(`too few ${name} pictures: ${n} (at least ${least}; judge more of them)`);
  const counts = {bytes: pictures.data.length, features: features.length};
  const wanted = {bytes: n * imageSize(pictures.shape), features: n * size};
  for (const key of ["bytes", "features"] as const)
    if (counts[key] !== wanted[key])
      throw new RangeError(
        `invalid ${name} pictures: ${counts[key]} ${key} for ${n} pictures (${wanted[key]})`,
      );
  if (probabilities.length !== 0 && probabilities.length !== n * classes)
    throw new RangeError(
      `invalid ${name} pictures: ${probabilities.length} probabilities for ${n} pictures (${n * classes})`,
    );
  if (!(features.every(Number.isFinite) && probabilities.every(Number.isFinite)))
    throw new RangeError(
      `invalid ${name} pictures: NaN or infinity in what the network sees (finite numbers; a model whose training broke draws such pictures, so go back to a step before)`,
    );
}

/** What is wrong with a sample that can be judged all the same: all equal, or all of one class. */
export function remarksOn(
  name: string,
  {pictures, features, probabilities}: Sample,
  {size, classes}: Pick<FeatureSpace, "size" | "classes">,
): string[] {
  const n = pictures.shape[0];
  if (n < 2) return [];
  if (rowsAreEqual(features, size))
    return [
      `All ${n} ${name} pictures look the same to the network: the value is that of one picture, and its interval says nothing.`,
    ];
  const tops = new Set(probabilities.length > 0 ? topsOf(probabilities, classes) : []);
  if (tops.size !== 1) return [];
  return [
    `The network takes all ${n} ${name} pictures for one class, number ${[...tops][0]}: whatever counts classes sees one.`,
  ];
}

function rowsAreEqual(rows: Float32Array, size: number): boolean {
  return rows.every((value, i) => value === rows[i % size]);
}

function topsOf(probabilities: Float32Array, classes: number): number[] {
  return Array.from({length: probabilities.length / classes}, (_, i) => {
    const row = probabilities.subarray(i * classes, (i + 1) * classes);
    return row.reduce((top, value, k) => (value > row[top]! ? k : top), 0);
  });
}
