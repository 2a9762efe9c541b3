/** Batches of a new sign and of digits beside it, so that these are not forgotten. */
import type {NdArray} from "../../lib/array.js";
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {halved, type Images} from "../../lib/image.js";
import {classCount} from "../../lib/models/classifier.js";
import {oneHotRows} from "../../lib/models/one-hot-rows.js";
import type {BatchSource, Samples} from "../../lib/pipeline/batches.js";
import {type Unsteadiness, unsteadily} from "../../lib/pipeline/unsteady.js";
import {Random} from "../../lib/random.js";
import {digitNetwork} from "../shared/digit-flow/digit-network.setup.js";
import {drawnSide} from "./sign-params.js";

/** The new class comes after the digits. */
export const signClass = classCount;
export const classes = classCount + 1;

/** What augmentation does at most: less than hands differ. */
const moves: Unsteadiness = {turn: 0.08, stretch: 0.1, shift: 1};

export type ToldSamples = Samples & {readonly condition: NdArray<Float32Array>};

export interface SignBatchOptions {
  readonly batchSize: number;
  readonly augmented: boolean;
  /** Share of digits in a batch. */
  readonly replay: number;
}

/** A picture as a batch has it, and what it is. */
interface Taken {
  readonly pixels: Float32Array;
  readonly label: number;
}

/** `x` [B, 14, 14, 1] and `condition` [B, 11]: signs first, then digits, each drawn at random. */
export function signBatches(
  drawings: Images,
  digits: ImageDataset,
  {batchSize, augmented, replay}: SignBatchOptions,
  random: Random,
): BatchSource<ToldSamples> {
  const signs = batchSize - Math.round(replay * batchSize);
  let source = random;
  let position = 0;
  return {
    next() {
      position += 1;
      const taken = Array.from({length: batchSize}, (_, i) =>
        i < signs ? sign(drawings, augmented, source) : digit(digits, source),
      );
      return batchOf(taken, source);
    },
    state: () => ({random: source.state(), position}),
    restore(state) {
      source = Random.from(state.random);
      position = state.position;
    },
  };
}

function sign({data, shape}: Images, augmented: boolean, random: Random): Taken {
  const size = drawnSide ** 2;
  const at = size * random.integer(shape[0]);
  const drawing = data.slice(at, at + size);
  const moved = augmented ? unsteadily(drawing, drawnSide, moves, random) : drawing;
  const pixels = halved({data: moved, shape: [1, drawnSide, drawnSide, 1]}).data;
  return {pixels, label: signClass};
}

function digit({images, labels}: ImageDataset, random: Random): Taken {
  const at = random.integer(labels.length);
  const size = images.data.length / labels.length;
  const pixels = Float32Array.from(
    images.data.subarray(at * size, (at + 1) * size),
    (byte) => byte / 127.5 - 1,
  );
  return {pixels, label: labels[at]!};
}

/** Of some the class is left out, as when the network learned, so that it also draws untold. */
function batchOf(taken: readonly Taken[], random: Random): ToldSamples {
  const {side, conditionDrop} = digitNetwork;
  const labels = taken.map(({label}) => (random.uniform() < conditionDrop ? undefined : label));
  const data = new Float32Array(taken.length * side * side);
  for (const [i, {pixels}] of taken.entries()) data.set(pixels, i * pixels.length);
  return {
    x: {data, shape: [taken.length, side, side, 1]},
    condition: {data: oneHotRows(labels, classes), shape: [taken.length, classes]},
  };
}
