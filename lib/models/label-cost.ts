/**
 * The cost of wrong labels: how often a classifier is right about new pictures, by the share of wrong labels it learned from.
 *
 *     h(x) = max(0, xᵀ V),  v ~ N(0, 2/d),       W = argmin Σ |Wᵀ h(x_i) - y_i|² + r |W|²
 *
 * The model is that of random-features.ts at one width, in plain arithmetic: V is drawn and stays, W is solved in closed form. The labels stand on the right side only,
 * so one factor of ΦΦᵀ + r I serves all shares. Labels are given by one labeller, or by three who err apart, of whose labels that of the majority holds, and
 * that of the first where all differ. Pictures are [n, d] from 0 to 1.
 */
import type {ImageDataset} from "../datasets/dataset.js";
import {wrongLabels} from "../datasets/wrong-labels.js";
import {imageSize} from "../image.js";
import type {Random} from "../random.js";
import {addAnswers, addProducts, dualReadout, readoutOf} from "./kernel-ridge.js";

export interface LabelCostOptions {
  readonly train: ImageDataset;
  readonly test: ImageDataset;
  /** Pictures drawn of each, and how many features. */
  readonly learned: number;
  readonly tested: number;
  readonly features: number;
  readonly ridge: number;
  /** Shares of wrong labels. */
  readonly shares: readonly number[];
}

/** Share of the tested pictures that are right, for each share of wrong labels. */
export interface LabelCost {
  readonly one: readonly number[];
  readonly majority: readonly number[];
}

/** Features that are made between two yields. */
const blockSize = 50;

/** Yields between pieces of some 20 ms, so that whoever runs it may do other things. */
export function* labelCost(options: LabelCostOptions, random: Random): Generator<void, LabelCost> {
  const {train, test, learned, tested, features, ridge, shares} = options;
  const places = random.permutation(train.labels.length).subarray(0, learned);
  const asked = random.permutation(test.labels.length).subarray(0, tested);
  const truth = Uint8Array.from(places, (i) => train.labels[i]!);
  const blocks: (readonly [learned: Float32Array, tested: Float32Array])[] = [];
  const products = new Float64Array(learned * learned);
  for (let made = 0; made < features; made += blockSize) {
    const weights = drawnWeights(imageSize(train.images.shape), blockSize, random);
    const block = randomFeatures(train, places, weights);
    yield;
    blocks.push([block, randomFeatures(test, asked, weights)]);
    addProducts(products, block, learned);
    yield;
  }
  const told = shares.map((share) => toldLabels(truth, train.classNames.length, share, random));
  const rightness = function* (labels: readonly Uint8Array[]) {
    const targets = targetsOf(labels, train.classNames.length);
    const dual = dualReadout(products, targets, learned, ridge);
    yield;
    const answers = new Float64Array((tested * targets.length) / learned);
    for (const [block, other] of blocks) {
      addAnswers(answers, other, readoutOf(block, dual, learned), tested);
      yield;
    }
    return rightShares(answers, test, asked, shares.length);
  };
  return {
    one: yield* rightness(told.map(({one}) => one)),
    majority: yield* rightness(told.map(({majority}) => majority)),
  };
}

/** As three labellers tell `truth`, each with this share of wrong labels: what the first says, and what most say. */
export function toldLabels(truth: Uint8Array, classes: number, share: number, random: Random) {
  const [one, second, third] = [0, 1, 2].map(() => wrongLabels(truth, classes, share, random));
  const majority = one!.map((label, i) => (second![i] === third![i] ? second![i]! : label));
  return {one: one!, majority};
}

function drawnWeights(d: number, width: number, random: Random): Float32Array {
  const scale = Math.sqrt(2 / d);
  return random.normals(d * width).map((value) => scale * value);
}

/** max(0, xᵀ V) of the pictures at `places`, [places, width]. Most pixels are black, and add nothing. */
function randomFeatures(
  {images}: ImageDataset,
  places: Uint32Array,
  weights: Float32Array,
): Float32Array {
  const d = imageSize(images.shape);
  const width = weights.length / d;
  const sums = new Float32Array(places.length * width);
  for (const [i, place] of places.entries())
    for (let p = 0; p < d; p++) {
      const pixel = images.data[place * d + p]! / 255;
      if (pixel === 0) continue;
      for (let k = 0; k < width; k++) sums[i * width + k]! += pixel * weights[p * width + k]!;
    }
  return sums.map((sum) => Math.max(0, sum));
}

/** One-hot less the mean, one set of labels beside the other, [n, sets · classes]. */
function targetsOf(labels: readonly Uint8Array[], classes: number): Float64Array {
  const [n, k] = [labels[0]!.length, labels.length * classes];
  const targets = new Float64Array(n * k).fill(-1 / classes);
  for (const [set, each] of labels.entries())
    for (const [i, label] of each.entries()) targets[i * k + set * classes + label]! += 1;
  return targets;
}

function rightShares(
  answers: Float64Array,
  test: ImageDataset,
  asked: Uint32Array,
  sets: number,
): number[] {
  const classes = test.classNames.length;
  const rightOf = (set: number) =>
    asked.filter((place, i) => {
      const row = answers.subarray((i * sets + set) * classes, (i * sets + set + 1) * classes);
      return row.indexOf(Math.max(...row)) === test.labels[place];
    }).length;
  return Array.from({length: sets}, (_, set) => rightOf(set) / asked.length);
}
