/** Digits of the reader's own runs that this browser keeps. What lies there is not believed: whatever does not fit is left out. */
import {fieldsOf, wholeNumber} from "../lib/field-checks.js";
import {type ByteImages, firstPictures, halved, pick, toBytes, toFloats} from "../lib/image.js";
import type {Params} from "../lib/params.js";
import {judgedExperiments, ownMakerId} from "../lib/questions/maker-name.js";
import {Random} from "../lib/random.js";

/** A run's pictures under the name that judgements call it by. */
export interface OwnPictures {
  readonly id: string;
  readonly images: ByteImages;
}

/** Fewer would come too often to be judged blind. */
const fewest = 10;
const most = 60;

/** The digits of a kept run, at `side` pixels; nothing for a run before its first step, of other pictures, or damaged. */
export function ownPictures(kept: unknown, side: number): OwnPictures | undefined {
  try {
    return readPictures(kept, side);
  } catch {
    return undefined;
  }
}

function readPictures(kept: unknown, side: number): OwnPictures | undefined {
  const {experiment, run} = fieldsOf("kept", kept);
  if (typeof experiment !== "string" || !judgedExperiments.includes(experiment)) return undefined;
  const {params, snapshot} = fieldsOf("run", run);
  const {step, arrays} = fieldsOf("snapshot", snapshot);
  const settings = fieldsOf("params", params) as Params;
  if ((settings.dataset ?? "digits") !== "digits") return undefined;
  const {samples, plane} = fieldsOf("arrays", arrays);
  const images = atSide(samples ?? plane, side);
  if (!images || images.shape[0] < fewest) return undefined;
  const at = wholeNumber("step", step, 1, 1_000_000);
  const id = ownMakerId({experiment, step: at, params: settings});
  return {id, images: someOf(images, samples === undefined)};
}

/** The first of a sheet; of a plane, whose neighbours are alike, some from everywhere, the same ones each time. */
function someOf(images: ByteImages, isPlane: boolean): ByteImages {
  const count = Math.min(most, images.shape[0]);
  if (!isPlane) return firstPictures(images, count);
  return pick(images, new Random(1).permutation(images.shape[0]).subarray(0, count));
}

/** Grey pictures of that side, or of twice that, halved. */
function atSide(array: unknown, side: number): ByteImages | undefined {
  const {data, shape} = fieldsOf("pictures", array);
  if (!(data instanceof Uint8Array) || !Array.isArray(shape)) return undefined;
  const [n, h, w, c] = shape as number[];
  const isWhole = c === 1 && h === w && n! * h! * w! === data.length;
  if (!isWhole || (h !== side && h !== 2 * side)) return undefined;
  const images: ByteImages = {data, shape: [n!, h!, w!, 1]};
  return h === side ? images : toBytes(halved(toFloats(images)));
}
