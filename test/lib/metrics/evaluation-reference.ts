/** The samples of test/reference/evaluation.py, and what NumPy makes of them. */
import {readFileSync} from "node:fs";
import type {FeatureSpace, Sample} from "../../../lib/metrics/metric.js";
import {Random} from "../../../lib/random.js";

interface Reference {
  readonly size: number;
  readonly classes: number;
  readonly real: readonly number[];
  readonly made: readonly number[];
  readonly probabilities: readonly number[];
  readonly values: Readonly<Record<string, number>>;
  readonly pairs: {
    readonly shape: [number, number, number, number];
    readonly clear: readonly number[];
    readonly noisy: readonly number[];
    readonly ssim: number;
    readonly psnr: number;
    readonly cosine: number;
  };
  readonly line: {
    readonly counts: readonly number[];
    readonly scores: readonly number[];
    readonly slope: number;
    readonly limit: number;
  };
}

export const reference = JSON.parse(
  readFileSync(new URL("../../reference/evaluation.json", import.meta.url), "utf8"),
) as Reference;

/** A sample with these features and no pictures to speak of. */
export function bareSample(
  features: readonly number[],
  probabilities: readonly number[] = [],
): Sample {
  const n = features.length / reference.size;
  return {
    pictures: {data: new Uint8Array(n), shape: [n, 1, 1, 1]},
    features: Float32Array.from(features),
    probabilities: Float32Array.from(probabilities),
  };
}

export const real = bareSample(reference.real, evenRows(reference.real));
export const made = bareSample(reference.made, reference.probabilities);
export const space: FeatureSpace = {
  size: reference.size,
  classes: reference.classes,
  held: real,
  random: new Random(1),
  draws: 20,
};

function evenRows(features: readonly number[]): number[] {
  const rows = (features.length / reference.size) * reference.classes;
  return new Array<number>(rows).fill(1 / reference.classes);
}

/** Relative, as far as numbers of 32 bits in between allow. */
export const precise = 1e-6;
