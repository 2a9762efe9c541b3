/**
 * The networks of classifier.ts and attribute-classifier.ts in plain arithmetic, for a page that fetches no engine: a pass takes some milliseconds.
 *
 *     picture [s, s, c] in [-1, 1]  ->  what each layer makes of it  ->  logits: [10] of 28 x 28 grey pixels, [24] of 32 x 32 coloured ones
 *
 * Its weights are those of the layers there, by their names (`conv1/kernel`); they say what s and c are.
 */
import type {NamedArrays, NdArray} from "../array.js";

/** What a layer gives, [height, width, channels] with the channels fastest; of a dense layer [numbers]. */
export interface LayerOutput {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

export type LayerName = "conv1" | "pool1" | "conv2" | "pool2" | "conv3" | "features" | "logits";
export type LayerOutputs = Readonly<Record<LayerName, LayerOutput>>;

/** Calls with a picture give all that the layers make of it. Throws a RangeError where a weight is missing. */
export function plainClassifier(weights: NamedArrays): (picture: Float32Array) => LayerOutputs {
  const weight = (name: string): NdArray => {
    const array = weights[name];
    if (!array) throw new RangeError(`missing weight: ${name}`);
    return array;
  };
  const of = (name: string) => weight(name).data as Float32Array;
  const shape = pictureShape(weight);
  const size = shape[0] * shape[1] * shape[2];
  const window = (name: string, x: LayerOutput, border: number) =>
    convolved(x, of(`${name}/kernel`), of(`${name}/bias`), border);
  const dense = (name: string, x: LayerOutput) =>
    product(x.data, of(`${name}/kernel`), of(`${name}/bias`));
  return (picture) => {
    if (picture.length !== size)
      throw new RangeError(`invalid picture: ${picture.length} numbers (${size})`);
    const conv1 = window("conv1", {data: picture, shape}, 1);
    const pool1 = pooled(conv1);
    const conv2 = window("conv2", pool1, 1);
    const pool2 = pooled(conv2);
    const conv3 = window("conv3", pool2, 0);
    const features = rectified(dense("features", conv3));
    return {conv1, pool1, conv2, pool2, conv3, features, logits: dense("logits", features)};
  };
}

/** [s, s, c]: the features look at (s / 4 - 2)² places of what conv3 gives. */
function pictureShape(
  weight: (name: string) => NdArray,
): readonly [side: number, side: number, channels: number] {
  const channels = weight("conv1/kernel").shape[2]!;
  const places = weight("features/kernel").shape[0]! / weight("conv3/bias").data.length;
  const side = 4 * (Math.sqrt(places) + 2);
  return [side, side, channels];
}

/** ReLU of a convolution by windows of 3 by 3; `border` pixels of 0 are laid around the input. */
function convolved(
  {data, shape}: LayerOutput,
  kernel: Float32Array,
  bias: Float32Array,
  border: number,
): LayerOutput {
  const [height, width, channels] = shape as [number, number, number];
  const [filters, rows, columns] = [bias.length, height - 2 + 2 * border, width - 2 + 2 * border];
  const sums = new Float32Array(rows * columns * filters);
  for (let place = 0; place < rows * columns; place++) {
    const to = sums.subarray(place * filters, (place + 1) * filters);
    to.set(bias);
    for (let k = 0; k < 9; k++) {
      const y = Math.floor(place / columns) + Math.floor(k / 3) - border;
      const x = (place % columns) + (k % 3) - border;
      if (y < 0 || y >= height || x < 0 || x >= width) continue;
      const from = (y * width + x) * channels;
      for (let c = 0; c < channels; c++)
        addScaled(to, data[from + c]!, kernel, (k * channels + c) * filters);
    }
  }
  return rectified({data: sums, shape: [rows, columns, filters]});
}

/** The largest of each two by two. */
function pooled({data, shape}: LayerOutput): LayerOutput {
  const [height, width, channels] = shape as [number, number, number];
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const most = new Float32Array(rows * columns * channels);
  for (let i = 0; i < most.length; i++) {
    const [place, c] = [Math.floor(i / channels), i % channels];
    const first = (2 * Math.floor(place / columns) * width + 2 * (place % columns)) * channels + c;
    const below = first + width * channels;
    most[i] = Math.max(
      data[first]!,
      data[first + channels]!,
      data[below]!,
      data[below + channels]!,
    );
  }
  return {data: most, shape: [rows, columns, channels]};
}

function product(x: Float32Array, kernel: Float32Array, bias: Float32Array): LayerOutput {
  const data = Float32Array.from(bias);
  for (let i = 0; i < x.length; i++) addScaled(data, x[i]!, kernel, i * data.length);
  return {data, shape: [data.length]};
}

/** to += x times as many weights from `start` on. */
function addScaled(to: Float32Array, x: number, kernel: Float32Array, start: number): void {
  if (x === 0) return;
  for (let i = 0; i < to.length; i++) to[i]! += x * kernel[start + i]!;
}

function rectified({data, shape}: LayerOutput): LayerOutput {
  return {data: data.map((value) => Math.max(0, value)), shape};
}
