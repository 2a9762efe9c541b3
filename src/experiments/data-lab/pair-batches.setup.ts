/** Batches of two sets at once, drawn by the same numbers: what is the seventh of a hundred here is the seventieth of a thousand there. */
import type {NdArray} from "../../lib/array.js";
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {imageSize} from "../../lib/image.js";
import type {BatchSource, Samples} from "../../lib/pipeline/batches.js";
import {Random} from "../../lib/random.js";
import type {PerSide} from "./pair-model.setup.js";

export type PairSamples = Samples & {
  readonly label: NdArray<Int32Array>;
  readonly changedX: NdArray<Float32Array>;
  readonly changedLabel: NdArray<Int32Array>;
};

/** Where in its set a picture lies, from 0 to 1, and by how much the changed one is moved, from 0 to 1 each way. */
interface Draw {
  readonly at: number;
  readonly down: number;
  readonly right: number;
}

/** Of the changed set each picture is moved by up to `shift` pixels. */
export function pairBatches(
  {control, changed}: PerSide<ImageDataset>,
  batchSize: number,
  shift: number,
  random: Random,
): BatchSource<PairSamples> {
  let source = random;
  let position = 0;
  return {
    next() {
      position += 1;
      const draws = Array.from({length: batchSize}, () => drawnBy(source));
      const [plain, other] = [taken(control, draws, 0), taken(changed, draws, shift)];
      return {x: plain.x, label: plain.label, changedX: other.x, changedLabel: other.label};
    },
    state: () => ({random: source.state(), position}),
    restore(state) {
      source = Random.from(state.random);
      position = state.position;
    },
  };
}

function drawnBy(random: Random): Draw {
  return {at: random.uniform(), down: random.uniform(), right: random.uniform()};
}

function taken({images, labels}: ImageDataset, draws: readonly Draw[], shift: number) {
  const [, h, w, c] = images.shape;
  const size = imageSize(images.shape);
  const data = new Float32Array(draws.length * size).fill(-1);
  const label = new Int32Array(draws.length);
  for (const [i, {at, down, right}] of draws.entries()) {
    const index = Math.floor(at * labels.length);
    const picture = images.data.subarray(index * size, (index + 1) * size);
    const move = [down, right].map((part) => Math.floor(part * (2 * shift + 1)) - shift);
    put(picture, data.subarray(i * size, (i + 1) * size), [h, w, c], move as [number, number]);
    label[i] = labels[index]!;
  }
  return {
    x: {data, shape: [draws.length, h, w, c]},
    label: {data: label, shape: [draws.length]},
  };
}

/** Bytes as values from -1 to 1, moved; what leaves the picture is lost. */
function put(
  picture: Uint8Array,
  target: Float32Array,
  [h, w, c]: readonly [number, number, number],
  [down, right]: readonly [number, number],
): void {
  for (let row = Math.max(0, down); row < Math.min(h, h + down); row++)
    for (let column = Math.max(0, right); column < Math.min(w, w + right); column++)
      for (let k = 0; k < c; k++)
        target[(row * w + column) * c + k] =
          picture[((row - down) * w + column - right) * c + k]! / 127.5 - 1;
}
