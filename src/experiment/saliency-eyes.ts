/** Networks that look at pictures of digits, asked in three ways where they look. */
import type {MapKind, Maps} from "../figures/saliency/saliency-data.js";
import {mapKinds} from "../figures/saliency/saliency-data.js";
import type {NamedArrays} from "../lib/array.js";
import {unpackBundle} from "../lib/bundle.js";
import {type ByteImages, imageSize, toFloats} from "../lib/image.js";
import {topClasses} from "../lib/metrics/accuracy.js";
import {covered, occlusionMap, type Patches} from "../lib/metrics/occlusion.js";
import {rankCorrelation} from "../lib/metrics/rank-correlation.js";
import {firstWeights} from "../lib/models/first-weights.js";
import {gradientTimesInput, pixelGradient} from "../lib/models/pixel-gradient.js";
import {type KnownPicture, plainClassifier} from "../lib/models/plain-classifier.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";

const classCount = 10;
export const patches: Patches = {side: 28, edge: 8, stride: 4};
/** Pixels in [-1, 1] that say nothing. */
export const fills = {grey: 0, black: -1} as const;
export type Fill = keyof typeof fills;
/** With which the course's network was trained. */
export const trainedSeed = 1;

export interface Eye {
  /** [10]. Quicker where the picture is much `like` another that was looked at just before. */
  logits(picture: Float32Array, like?: Float32Array): Float32Array;
  /** Of the logit of `kind`. [28 · 28] */
  gradient(picture: Float32Array, kind: number): Float32Array;
}

export function eyeOf(weights: NamedArrays): Eye {
  const classify = plainClassifier(weights);
  const gradient = pixelGradient(weights);
  let last: KnownPicture | undefined;
  const known = (picture: Float32Array) => {
    if (last?.picture !== picture) last = {picture, outputs: classify(picture)};
    return last;
  };
  return {
    logits: (picture, like) => classify(picture, like && known(like)).logits.data,
    gradient: (picture, kind) => gradient(known(picture).outputs, kind),
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
    scores.push(eye.logits(shown, picture)[kind]!);
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

/** The course's network, in the bytes of its file, another in those of a second, and the first as it was before its first step. */
export function courseEyes(network: Uint8Array, second: Uint8Array): Eyes {
  const weights = weightsIn(network);
  return {
    own: eyeOf(weights),
    other: eyeOf(weightsIn(second)),
    first: eyeOf(firstWeights(weights, new Random(trainedSeed).fork("weights"))),
  };
}

/** A network that a run of `digit-classifier` with this seed has trained. */
export function runEyes(weights: NamedArrays, seed: number, other: Eye): Eyes {
  const chance = new Random(seed).fork("setup").fork("weights");
  return {own: eyeOf(weights), other, first: eyeOf(firstWeights(weights, chance))};
}

function weightsIn(file: Uint8Array): NamedArrays {
  return dequantise(unpackBundle(file).arrays);
}

/** Of the strengths of two maps, whatever their signs; at `places`, all unless told. */
export function agreement(a: Float32Array, b: Float32Array, places?: readonly number[]): number {
  const strengths = (map: Float32Array) =>
    (places ? Float32Array.from(places, (place) => map[place]!) : map).map(Math.abs);
  return rankCorrelation(strengths(a), strengths(b));
}

/** Of each kind of map of two eyes. */
export function agreements(a: Maps, b: Maps): Readonly<Record<MapKind, number>> {
  return Object.fromEntries(mapKinds.map((kind) => [kind, agreement(a[kind], b[kind])])) as Record<
    MapKind,
    number
  >;
}

/** Each picture by itself, in [-1, 1]. */
export function picturesOf(images: ByteImages): Float32Array[] {
  const size = imageSize(images.shape);
  const {data} = toFloats(images);
  return Array.from({length: images.shape[0]}, (_, i) => data.slice(i * size, (i + 1) * size));
}
