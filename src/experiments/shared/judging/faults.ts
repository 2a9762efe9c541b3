/** What may be wrong with a set of pictures, made on purpose: pictures in, as many pictures out. */
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {type ByteImages, imageSize, pick} from "../../../lib/image.js";
import {Random, type RandomState} from "../../../lib/random.js";

export const faultNames = {
  none: "nothing: they are real",
  drops: "classes are missing",
  blurs: "blurred",
  noises: "noisy",
  copies: "copies of the real ones",
  repeats: "one of each class, again and again",
  gan: "a GAN drew them (digits)",
  vae: "a VAE drew them (digits)",
} as const;

export type Fault = keyof typeof faultNames;

/** Who draws pictures that are judged. */
export type Drawer = "gan" | "vae";

export interface Faulty {
  /** Real pictures, and those they are compared with, which may be copied. */
  readonly own: ImageDataset;
  readonly compared: ByteImages;
  /** The place in `own` of the clearest picture of each class. */
  readonly clearest: readonly number[];
  /** Drawn pictures, which may take the place of real ones. */
  readonly drawn: Readonly<Record<Drawer, ByteImages>>;
  readonly chance: RandomState;
}

/** The first `count` pictures of `own` with `fault`, so strong: from 0, not at all, to 1. Picture i is the same for every count. */
export function withFault(
  {own, compared, clearest, drawn, chance}: Faulty,
  fault: Fault,
  strength: number,
  count: number,
): ByteImages {
  const random = Random.from(chance);
  const places = Array.from({length: count}, (_, i) => i);
  switch (fault) {
    case "none":
      return pick(own.images, places);
    case "drops":
      return pick(own.images, keptPlaces(own, strength, count));
    case "blurs":
      return blurred(pick(own.images, places), 2 * strength);
    case "noises":
      return noisy(pick(own.images, places), 128 * strength, random);
    case "copies":
      return replaced(pick(own.images, places), strength, random, (_, chance) => ({
        images: compared,
        place: chance.integer(compared.shape[0]),
      }));
    case "repeats":
      return replaced(pick(own.images, places), strength, random, (i) => ({
        images: own.images,
        place: clearest[own.labels[i]!]!,
      }));
    case "gan":
    case "vae":
      return replaced(pick(own.images, places), strength, random, (i) => ({
        images: drawn[fault],
        place: i % drawn[fault].shape[0],
      }));
  }
}

/** Classes from the last on are dropped, and the first stays. Where the others have too few pictures, these come again. */
function keptPlaces({labels, classNames}: ImageDataset, strength: number, count: number): number[] {
  const kept = Math.max(1, Math.round(classNames.length * (1 - strength)));
  const places = Array.from(labels.keys()).filter((i) => labels[i]! < kept);
  return Array.from({length: count}, (_, i) => places[i % places.length]!);
}

function noisy({data, shape}: ByteImages, deviation: number, random: Random): ByteImages {
  const bytes = data.map((value) =>
    Math.max(0, Math.min(255, Math.round(value + deviation * random.normal()))),
  );
  return {data: bytes, shape};
}

interface Source {
  readonly images: ByteImages;
  readonly place: number;
}

/** A share of `strength`, spread evenly, is replaced by the pictures that `sourceOf` finds for their places. */
function replaced(
  made: ByteImages,
  strength: number,
  random: Random,
  sourceOf: (i: number, random: Random) => Source,
): ByteImages {
  const size = imageSize(made.shape);
  const data = made.data.slice();
  for (let i = 0; i < made.shape[0]; i++) {
    const {images, place} = sourceOf(i, random);
    const picture = images.data.subarray(place * size, (place + 1) * size);
    if (random.uniform() < strength) data.set(picture, i * size);
  }
  return {data, shape: made.shape};
}

/** Three passes of a box of half-width σ along rows and columns, nearly a normal curve of that deviation. */
function blurred(images: ByteImages, sigma: number): ByteImages {
  let values = Float32Array.from(images.data);
  for (let pass = 0; pass < 3; pass++)
    for (const along of ["row", "column"] as const)
      values = boxed(values, images.shape, sigma, along);
  return {data: Uint8Array.from(values, Math.round), shape: images.shape};
}

/** Each pixel becomes the mean of those within `reach`, the outermost two in part; beyond the border it is black. */
function boxed(
  values: Float32Array,
  [n, h, w, c]: ByteImages["shape"],
  reach: number,
  along: "row" | "column",
): Float32Array<ArrayBuffer> {
  const [length, stride] = along === "row" ? [w, c] : [h, w * c];
  const whole = Math.floor(reach);
  const result = new Float32Array(values.length);
  for (let i = 0; i < n * h * w * c; i++) {
    const at = Math.floor(i / stride) % length;
    let sum = 0;
    for (let step = -whole - 1; step <= whole + 1; step++) {
      if (at + step < 0 || at + step >= length) continue;
      const share = Math.abs(step) <= whole ? 1 : reach - whole;
      sum += share * values[i + step * stride]!;
    }
    result[i] = sum / (2 * reach + 1);
  }
  return result;
}
