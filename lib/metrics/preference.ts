/**
 * What somebody likes who only ever chooses one of several, as a weight for each of k features φ, by the most probable weights after all choices:
 *
 *     P(c is chosen) = e^(w·φ_c) / Σ_j e^(w·φ_j)                    (of two: Bradley & Terry, 1952; of more: Luce, 1959)
 *     maximise  Σ ln P - r/2 |w|²                                   w ~ N(0, 1/r) before the first choice
 *     covariance of w ≈ the inverse of the curvature there          (Laplace)
 *
 * Newton's steps; one that leads too far is halved. No function that engines compute differently is used, so that a run is the same everywhere.
 */
import {exponential} from "../exact-functions.js";
import {naturalLog} from "../random.js";
import {inverse} from "./inverse.js";

/** One choice among several: the features of each, and the place of what was taken. */
export interface Choice {
  readonly offered: readonly ArrayLike<number>[];
  readonly chosen: number;
}

export interface Preference {
  /** w, [k] */
  readonly weights: Float64Array;
  /** Standard deviation of each weight, [k]. */
  readonly spreads: Float64Array;
}

const mostSteps = 50;
const smallEnough = 1e-9;
const leastChance = 1e-300;

/** The weights that `choices` speak for. Without any, all are 0, as unsure as they were assumed to be. */
export function preferenceOf(
  choices: readonly Choice[],
  {features, ridge}: {readonly features: number; readonly ridge: number},
): Preference {
  let weights = new Float64Array(features);
  let bent = curvature(choices, weights, ridge);
  for (let step = 0; step < mostSteps; step++) {
    const rise = slope(choices, weights, ridge);
    const way = product(bent, rise);
    weights = upwards(choices, weights, way, ridge);
    bent = curvature(choices, weights, ridge);
    if (way.every((value) => Math.abs(value) < smallEnough)) break;
  }
  const spreads = weights.map((_, i) => Math.sqrt(bent[i * features + i]!));
  return {weights, spreads};
}

/** w·φ */
export function worthOf(weights: ArrayLike<number>, features: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return sum;
}

/** How probable each of several is to be chosen, from what they are worth. */
export function choiceChances(values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => exponential(value - most));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

function chancesIn({offered}: Choice, weights: Float64Array): readonly number[] {
  return choiceChances(offered.map((features) => worthOf(weights, features)));
}

/** Features of what was chosen, less what was to be expected; and the pull to 0. */
function slope(choices: readonly Choice[], weights: Float64Array, ridge: number): Float64Array {
  const rise = weights.map((weight) => -ridge * weight);
  for (const choice of choices) {
    const chances = chancesIn(choice, weights);
    for (const [j, features] of choice.offered.entries()) {
      const share = Number(j === choice.chosen) - chances[j]!;
      for (let i = 0; i < rise.length; i++) rise[i]! += share * features[i]!;
    }
  }
  return rise;
}

/** The covariance: the inverse of r plus how much the features vary by those chances. */
function curvature(choices: readonly Choice[], weights: Float64Array, ridge: number): Float64Array {
  const size = weights.length;
  const data = new Float64Array(size * size);
  for (let i = 0; i < size; i++) data[i * size + i] = ridge;
  for (const choice of choices) {
    const chances = chancesIn(choice, weights);
    const mean = weights.map((_, i) =>
      chances.reduce((sum, chance, j) => sum + chance * choice.offered[j]![i]!, 0),
    );
    for (const [j, features] of choice.offered.entries())
      for (let a = 0; a < size; a++)
        for (let b = 0; b < size; b++)
          data[a * size + b]! +=
            chances[j]! * (features[a]! - mean[a]!) * (features[b]! - mean[b]!);
  }
  return inverse({data, size}).data;
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  return vector.map((_, i) => worthOf(vector, matrix.subarray(i * vector.length)));
}

function upwards(
  choices: readonly Choice[],
  from: Float64Array,
  way: Float64Array,
  ridge: number,
): Float64Array<ArrayBuffer> {
  const before = height(choices, from, ridge);
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = new Float64Array(from.map((value, i) => value + share * way[i]!));
    if (height(choices, next, ridge) >= before) return next;
  }
  return new Float64Array(from);
}

/** Σ ln P - r/2 |w|². */
function height(choices: readonly Choice[], weights: Float64Array, ridge: number): number {
  const surprise = choices.reduce(
    (sum, choice) =>
      sum + naturalLog(Math.max(leastChance, chancesIn(choice, weights)[choice.chosen]!)),
    0,
  );
  return surprise - (ridge / 2) * worthOf(weights, weights);
}
