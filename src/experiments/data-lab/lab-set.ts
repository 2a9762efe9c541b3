/** A data set with what may be wrong with it, made on purpose. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {wrongLabels} from "../../lib/datasets/wrong-labels.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {Random} from "../../lib/random.js";

export interface LabChange {
  readonly pictures: number;
  /** Shares, 0 to 1. */
  readonly wrongLabels: number;
  readonly rare: number;
  readonly copies: number;
  /** Passes of a small blur. */
  readonly blur: number;
}

export const unchanged = {wrongLabels: 0, rare: 0, copies: 0, blur: 0} as const;

/** Of the first pictures of `dataset` as many as are wanted, changed: first some are left out, then copied, blurred and labelled wrongly. */
export function labSet(dataset: ImageDataset, change: LabChange, random: Random): ImageDataset {
  const classes = dataset.classNames.length;
  const first = Array.from({length: change.pictures}, (_, i) => i);
  const kept = leftOver(dataset.labels, first, change.rare, classes);
  const chosen = copied(kept, classes, change.copies, random.fork("copies"));
  const labels = Uint8Array.from(chosen, (i) => dataset.labels[i]!);
  return {
    ...dataset,
    images: blurred(pick(dataset.images, chosen), change.blur),
    labels: wrongLabels(labels, classes, change.wrongLabels, random.fork("labels")),
  };
}

/** Without a share of the upper half of the classes: of each the last ones. */
function leftOver(labels: Uint8Array, places: readonly number[], share: number, classes: number) {
  const upper = places.filter((i) => labels[i]! >= classes / 2);
  const left = new Set(upper.slice(Math.round((1 - share) * upper.length)));
  return places.filter((i) => !left.has(i));
}

/** A share of the places, drawn by chance, becomes one of the first `count`, so that each of these is there very often. */
function copied(places: readonly number[], count: number, share: number, random: Random) {
  const chosen = [...places];
  const originals = places.slice(0, count);
  const order = random.permutation(chosen.length).slice(0, Math.round(share * chosen.length));
  for (const [i, place] of order.entries()) chosen[place] = originals[i % originals.length]!;
  return chosen;
}

/** Each pass mixes a pixel with its neighbours: a quarter, a half and a quarter, along rows and then along columns; beyond the border it is black. */
function blurred(images: ByteImages, passes: number): ByteImages {
  let values = Float32Array.from(images.data);
  const [, h, w, c] = images.shape;
  for (let pass = 0; pass < passes; pass++)
    for (const [stride, length] of [
      [c, w],
      [w * c, h],
    ] as const)
      values = mixed(values, stride, length);
  return {data: Uint8Array.from(values, Math.round), shape: images.shape};
}

function mixed(values: Float32Array, stride: number, length: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(values, (value, i) => {
    const at = Math.floor(i / stride) % length;
    const before = at > 0 ? values[i - stride]! : 0;
    const after = at < length - 1 ? values[i + stride]! : 0;
    return (before + 2 * value + after) / 4;
  });
}
