/** Digits of 14 by 14 pixels whose missing part is filled in, four times, with a moment for the page between two pictures. */
import {changedCount} from "../figures/denoise/picture-change.js";
import {type ByteImages, toBytes} from "../lib/image.js";
import {inpaint} from "../lib/models/flow/inpaint.js";
import {straightPath} from "../lib/models/flow/path.js";
import type {PredictionKind} from "../lib/models/flow/predictions.js";
import {samplers} from "../lib/models/flow/samplers.js";
import {type Denoise, lastOf} from "../lib/models/flow/sampling.js";
import {timesOf} from "../lib/models/flow/times.js";
import {Random} from "../lib/random.js";

/** From noise to a picture. */
export const changeSteps = 16;

export interface Filling {
  /** Whose guesses are followed, and what they are of. */
  readonly denoise: Denoise;
  readonly kind: PredictionKind;
  /** [196] */
  readonly picture: Float32Array;
  /** 1 where it is known, 0 where it is missing, [196]. */
  readonly known: Uint8Array;
  /** Which chance. */
  readonly hand: number;
  /** How often each step is taken. */
  readonly turns: number;
}

/** [4, 14, 14, 1] */
export async function fourFillings(filling: Filling): Promise<ByteImages> {
  const {denoise, kind, picture, known, hand, turns} = filling;
  const random = new Random(hand);
  const start = random.normals(changedCount * picture.length);
  const options = {
    ...{denoise: onePictureAtATime(denoise, picture.length), kind, path: straightPath},
    ...{picture: fourOf(picture), start, random, known, repeats: turns},
    times: timesOf(changeSteps, "quadratic"),
  };
  return fourDigits(await lastOf(inpaint(samplers.ddpm, options)));
}

/** The same guesses, with a moment for the page between two pictures. */
export function onePictureAtATime(denoise: Denoise, size: number): Denoise {
  return async (x, t) => {
    const clean = new Float32Array(x.length);
    for (let at = 0; at < x.length; at += size) {
      await new Promise((done) => setTimeout(done));
      clean.set(await denoise(x.subarray(at, at + size), t), at);
    }
    return clean;
  };
}

/** `picture` [size] four times, [4 size]. */
export function fourOf(picture: Float32Array): Float32Array {
  const {length} = picture;
  return Float32Array.from({length: changedCount * length}, (_, i) => picture[i % length]!);
}

export function fourDigits(data: Float32Array): ByteImages {
  return toBytes({data, shape: [changedCount, 14, 14, 1]});
}
