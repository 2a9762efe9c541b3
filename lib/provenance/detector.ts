/**
 * A detector of made pictures: logistic regression on a row of numbers for each picture.
 *
 *     p(made | x) = σ(w · (x - mean) / spread + b),   L = ½ mean over real of -ln(1 - p) + ½ mean over made of -ln p + λ/2 |w|²
 *
 * (Hastie, Tibshirani and Friedman, 2009, section 4.4.) Real and made ones count half each, however many there are. By plain descent, which
 * from 0 always ends at the same place.
 */
export interface Detector {
  /** p(made) of each row. */
  probabilities(rows: readonly (readonly number[])[]): Float64Array;
}

type Rows = readonly (readonly number[])[];

const steps = 400;
const rate = 0.5;
const decay = 0.01;

/** Learns from rows of real and of made pictures, at least one of each. */
export function detector(real: Rows, made: Rows): Detector {
  if (real.length === 0 || made.length === 0)
    throw new RangeError(`too few pictures: ${real.length} real, ${made.length} made (1 of each)`);
  const examples = [...weighed(real, 0), ...weighed(made, 1)];
  const scale = scaleOf(examples);
  const scaled = examples.map(({row, ...rest}) => ({row: scaledRow(row, scale), ...rest}));
  const weights = new Float64Array(scale.mean.length + 1);
  for (let step = 0; step < steps; step++) {
    const slopes = weights.map((w, k) => (k < weights.length - 1 ? decay * w : 0));
    for (const {row, truth, weight} of scaled) {
      const error = weight * (probability(weights, row) - truth);
      for (let k = 0; k < row.length; k++) slopes[k]! += error * row[k]!;
    }
    for (let k = 0; k < weights.length; k++) weights[k]! -= rate * slopes[k]!;
  }
  return {
    probabilities: (rows) =>
      Float64Array.from(rows, (row) => probability(weights, scaledRow(row, scale))),
  };
}

interface Example {
  readonly row: readonly number[];
  readonly truth: 0 | 1;
  readonly weight: number;
}

function weighed(rows: Rows, truth: 0 | 1): Example[] {
  return rows.map((row) => ({row, truth, weight: 1 / (2 * rows.length)}));
}

interface Scale {
  readonly mean: readonly number[];
  readonly spread: readonly number[];
}

function scaleOf(examples: readonly Example[]): Scale {
  const meanOf = (value: (example: Example, k: number) => number) =>
    examples[0]!.row.map((_, k) =>
      examples.reduce((sum, example) => sum + example.weight * value(example, k), 0),
    );
  const mean = meanOf(({row}, k) => row[k]!);
  const variance = meanOf(({row}, k) => (row[k]! - mean[k]!) ** 2);
  return {mean, spread: variance.map((value) => Math.sqrt(value) || 1)};
}

/** With a 1 at the end, for the bias. */
function scaledRow(row: readonly number[], {mean, spread}: Scale): number[] {
  return [...row.map((value, k) => (value - mean[k]!) / spread[k]!), 1];
}

function probability(weights: Float64Array, row: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += weights[k]! * row[k]!;
  return 1 / (1 + Math.exp(-sum));
}
