/** Endless batches of pictures with the words of their captions. */
import type {NdArray} from "../array.js";
import {type ByteImages, imageSize} from "../image.js";
import {Random} from "../random.js";
import {type BatchSource, indexBatches, type Samples} from "./batches.js";

export interface Captioned {
  readonly images: ByteImages; // [n, h, w, c]
  /** Bags of words, [n, V]. */
  readonly bags: Float32Array;
}

export interface CaptionedOptions {
  readonly batchSize: number;
  /** Each picture is moved by up to this many pixels, down or up and to either side, anew whenever it is taken. White comes in. */
  readonly shift: number;
  /** Whether half of the pictures are shown mirrored. */
  readonly flips: boolean;
  /** Share of its words that a caption is shown without, others each time. One is always left. */
  readonly wordDrop: number;
}

/** `x` [B, h, w, c] and `words` [B, V]. */
export type CaptionedSamples = Samples & {readonly words: NdArray<Float32Array>};

/** Batches in the order of `indexBatches`: every picture once per epoch. */
export function captionedBatches(
  {images, bags}: Captioned,
  options: CaptionedOptions,
  random: Random,
): BatchSource<CaptionedSamples> {
  const {batchSize} = options;
  const [n, h, w, c] = images.shape;
  const [size, width] = [imageSize(images.shape), bags.length / n];
  const indices = indexBatches(n, batchSize, random);
  const next = () => {
    // The chance of a batch follows from its place, so that the place is all that a checkpoint has to keep.
    const place = indices.state();
    const chance = Random.from(place.random).fork(`captions ${place.position}`);
    const x = new Float32Array(batchSize * size).fill(1);
    const words = new Float32Array(batchSize * width);
    indices.next().forEach((index, i) => {
      const picture = x.subarray(i * size, (i + 1) * size);
      copyMoved(images, index, picture, moveOf(options, chance));
      const bag = bags.subarray(index * width, (index + 1) * width);
      keepSome(bag, words.subarray(i * width, (i + 1) * width), options.wordDrop, chance);
    });
    return {
      x: {data: x, shape: [batchSize, h, w, c]},
      words: {data: words, shape: [batchSize, width]},
    };
  };
  return {...indices, next};
}

interface Move {
  readonly down: number;
  readonly right: number;
  readonly isMirrored: boolean;
}

function moveOf({shift, flips}: CaptionedOptions, chance: Random): Move {
  const [down, right] = [chance.integer(2 * shift + 1), chance.integer(2 * shift + 1)];
  return {down: down - shift, right: right - shift, isMirrored: chance.integer(2) === 1 && flips};
}

/** Copies picture `index` into `target` [h · w · c], which is white; what leaves the picture is lost. */
function copyMoved({data, shape}: ByteImages, index: number, target: Float32Array, move: Move) {
  const [, h, w, c] = shape;
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [row, column] = [y - move.down, x - move.right];
      if (row < 0 || row >= h || column < 0 || column >= w) continue;
      const from = ((index * h + row) * w + (move.isMirrored ? w - 1 - column : column)) * c;
      for (let k = 0; k < c; k++) target[(y * w + x) * c + k] = data[from + k]! / 127.5 - 1;
    }
}

/** Copies the words of `bag` into `target` but for a share that `chance` drops; of a caption one is always left. */
function keepSome(bag: Float32Array, target: Float32Array, share: number, chance: Random): void {
  const said = [...bag.keys()].filter((place) => bag[place] !== 0);
  const kept = said.filter(() => chance.uniform() >= share);
  if (said.length > 0 && kept.length === 0) kept.push(said[chance.integer(said.length)]!);
  for (const place of kept) target[place] = bag[place]!;
}
