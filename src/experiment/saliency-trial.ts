/** Where networks look in pictures of digits, asked in three ways, and what of the answers holds. */
import {
  type Agreements,
  type Comparison,
  comparisons,
  type Deletion,
  type DeletionOrder,
  type Deletions,
  deletionOrders,
  type Estimate,
  type MapKind,
  type Maps,
  mapKinds,
} from "../figures/saliency/saliency-data.js";
import type {NamedArrays} from "../lib/array.js";
import {topClasses} from "../lib/metrics/accuracy.js";
import {bootstrapInterval} from "../lib/metrics/bootstrap-interval.js";
import {mostMarkedFirst, without} from "../lib/metrics/deletion.js";
import {covered, occlusionMap, type Patches} from "../lib/metrics/occlusion.js";
import {rankCorrelation} from "../lib/metrics/rank-correlation.js";
import {gradientTimesInput, pixelGradient} from "../lib/models/pixel-gradient.js";
import {plainClassifier} from "../lib/models/plain-classifier.js";
import {Random} from "../lib/random.js";
import {shares} from "./cnn-sees-data.js";

/** Pictures of the trial: three of each digit. */
export const triedCount = 30;
const classCount = 10;
export const patches: Patches = {side: 28, edge: 8, stride: 4};
/** Pixels in [-1, 1] that say nothing. */
export const fills = {grey: 0, black: -1} as const;
export type Fill = keyof typeof fills;
/** Brightness, from 0 to 1, above which a pixel has ink. */
const leastInk = 0.1;
const draws = 1000;

export interface Eye {
  /** [10] */
  logits(picture: Float32Array): Float32Array;
  /** Of the logit of `kind`. [28 · 28] */
  gradient(picture: Float32Array, kind: number): Float32Array;
}

export function eyeOf(weights: NamedArrays): Eye {
  const classify = plainClassifier(weights);
  const gradient = pixelGradient(weights);
  return {
    logits: (picture) => classify(picture).logits.data,
    gradient: (picture, kind) => gradient(classify(picture), kind),
  };
}

/** The class that the eye sees in a picture. */
export function seenIn(eye: Eye, picture: Float32Array): number {
  return topClasses(eye.logits(picture), classCount)[0]!;
}

/** Where the eye looks for `kind`. Yields after each pass. */
export function* mapsOf(eye: Eye, picture: Float32Array, kind: number): Generator<void, Maps> {
  const gradient = eye.gradient(picture, kind);
  yield;
  const whole = eye.logits(picture)[kind]!;
  const scores: number[] = [];
  for (const shown of covered(picture, patches, fills.grey)) {
    scores.push(eye.logits(shown)[kind]!);
    yield;
  }
  return {
    gradient: gradient.map(Math.abs),
    timesInput: gradientTimesInput(picture, gradient),
    occlusion: occlusionMap(whole, scores, patches),
  };
}

/** A network, another that has learned the same, and itself before its first step. */
export interface Eyes {
  readonly own: Eye;
  readonly other: Eye;
  readonly first: Eye;
}

/** A picture, [28 · 28] in [-1, 1], the class that `own` sees in it, and where each looks for that. */
export interface LookedAt {
  readonly picture: Float32Array;
  readonly kind: number;
  readonly maps: Readonly<Record<keyof Eyes, Maps>>;
}

/** Yields how many pictures are done. */
export function* lookedAt(
  eyes: Eyes,
  pictures: readonly Float32Array[],
): Generator<number, readonly LookedAt[]> {
  const all: LookedAt[] = [];
  for (const picture of pictures) {
    const kind = seenIn(eyes.own, picture);
    const maps: Partial<Record<keyof Eyes, Maps>> = {};
    for (const name of ["own", "other", "first"] as const) {
      const work = mapsOf(eyes[name], picture, kind);
      let next = work.next();
      for (; !next.done; next = work.next()) yield all.length;
      maps[name] = next.value;
    }
    all.push({picture, kind, maps: maps as LookedAt["maps"]});
  }
  return all;
}

/**
 * How alike the strengths of a network's maps are to those that they are compared with, over all pixels or those with ink alone. Yields after each
 * picture.
 */
export function* agreementsOf(
  all: readonly LookedAt[],
  isInkOnly: boolean,
): Generator<void, Agreements> {
  const lists = recordOf(mapKinds, () => recordOf(comparisons, (): number[] => []));
  for (const [i, looked] of all.entries()) {
    const places = isInkOnly ? inkOf(looked.picture) : undefined;
    const next = all[(i + 1) % all.length]!;
    for (const kind of mapKinds) {
      const others = compared(looked, next, kind);
      for (const comparison of comparisons)
        lists[kind][comparison].push(agreement(looked.maps.own[kind], others[comparison], places));
    }
    yield;
  }
  return recordOf(mapKinds, (kind) => recordOf(comparisons, (each) => estimate(lists[kind][each])));
}

function compared(
  {picture, maps}: LookedAt,
  next: LookedAt,
  kind: MapKind,
): Readonly<Record<Comparison, Float32Array>> {
  return {
    other: maps.other[kind],
    first: maps.first[kind],
    picture: picture.map(brightness),
    next: next.maps.own[kind],
  };
}

/** Of the strengths of two maps, whatever their signs; at `places`, all unless told. */
export function agreement(a: Float32Array, b: Float32Array, places?: readonly number[]): number {
  const strengths = (map: Float32Array) =>
    (places ? Float32Array.from(places, (place) => map[place]!) : map).map(Math.abs);
  return rankCorrelation(strengths(a), strengths(b));
}

export interface Taken {
  /** Pixels that are taken out. */
  readonly count: number;
  readonly fill: Fill;
}

/** What `eye`, which saw them so, gives the pictures' classes without the pixels that come first by each order. Yields after each pass. */
export function* deletionsOf(
  eye: Eye,
  all: readonly LookedAt[],
  {count, fill}: Taken,
): Generator<void, Deletions> {
  const left = recordOf(deletionOrders, (): number[] => []);
  for (const [i, looked] of all.entries()) {
    const random = new Random(1).fork(`picture ${i}`);
    const marks = marksOf(looked);
    for (const order of deletionOrders) {
      const places = mostMarkedFirst(marks[order], random);
      const shown = without(looked.picture, places, count, fills[fill]);
      left[order].push(shares(eye.logits(shown))[looked.kind]!);
      yield;
    }
  }
  const below = (order: DeletionOrder, floor: DeletionOrder) =>
    estimate(left[order].map((p, i) => left[floor][i]! - p));
  return recordOf(
    deletionOrders,
    (order): Deletion => ({
      probability: estimate(left[order]),
      belowRandom: below(order, "random"),
      belowInk: below(order, "ink"),
    }),
  );
}

/** Numbers by which pixels are chosen, the largest first; pixels by lot are all alike, inked ones before others. */
function marksOf({picture, maps}: LookedAt): Readonly<Record<DeletionOrder, Float32Array>> {
  return {
    ...maps.own,
    firstTimesInput: maps.first.timesInput,
    brightness: picture,
    ink: picture.map((x) => (brightness(x) > leastInk ? 1 : 0)),
    random: new Float32Array(picture.length),
  };
}

function inkOf(picture: Float32Array): number[] {
  return [...picture.keys()].filter((i) => brightness(picture[i]!) > leastInk);
}

function brightness(x: number): number {
  return (x + 1) / 2;
}

/** The mean over pictures, with an interval by drawing from them again. */
function estimate(values: readonly number[]): Estimate {
  const mean = (indices: Iterable<number>) => {
    let [sum, count] = [0, 0];
    for (const i of indices) [sum, count] = [sum + values[i]!, count + 1];
    return sum / count;
  };
  const drawn = bootstrapInterval(values.length, mean, draws, new Random(1));
  return {value: mean(values.keys()), ...drawn};
}

function recordOf<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
