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

/** A picture, and all that the layers make of it. */
export interface KnownPicture {
  readonly picture: Float32Array;
  readonly outputs: LayerOutputs;
}

/**
 * Calls with a picture give all that the layers make of it. Of one that differs from a known picture in a few places only what these reach is computed
 * anew, and the numbers are the same. Throws a RangeError where a weight is missing.
 */
export function plainClassifier(
  weights: NamedArrays,
): (picture: Float32Array, known?: KnownPicture) => LayerOutputs {
  const weight = (name: string): NdArray => {
    const array = weights[name];
    if (!array) throw new RangeError(`missing weight: ${name}`);
    return array;
  };
  const of = (name: string) => weight(name).data as Float32Array;
  const shape = pictureShape(weight);
  const size = shape[0] * shape[1] * shape[2];
  const window = (name: string, x: LayerOutput, border: number, changed?: Changed) =>
    convolved(x, of(`${name}/kernel`), of(`${name}/bias`), border, changed);
  const dense = (name: string, x: LayerOutput) =>
    product(x.data, of(`${name}/kernel`), of(`${name}/bias`));
  return (picture, known) => {
    if (picture.length !== size)
      throw new RangeError(`invalid picture: ${picture.length} numbers (${size})`);
    const before = known?.outputs;
    const box = known && changedBox(picture, known.picture, shape);
    const first = box && reached(box, 1);
    const second = first && reached(halved(first), 1);
    const third = second && reached(halved(second), 0);
    const conv1 = window("conv1", {data: picture, shape}, 1, changed(before?.conv1, first));
    const pool1 = pooled(conv1);
    const conv2 = window("conv2", pool1, 1, changed(before?.conv2, second));
    const pool2 = pooled(conv2);
    const conv3 = window("conv3", pool2, 0, changed(before?.conv3, third));
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

/** Rows from `top` up to `bottom`, which is not in it, and columns from `left` up to `right`. */
interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a layer gave for a known picture, and where it gives something else. */
interface Changed {
  readonly before: LayerOutput;
  readonly box: Box;
}

function changed(before: LayerOutput | undefined, box: Box | undefined): Changed | undefined {
  return before && box && {before, box};
}

/** The least box of the pixels in which two pictures differ. */
function changedBox(
  a: Float32Array,
  b: Float32Array,
  [height, width, channels]: readonly [number, number, number],
): Box {
  let [top, bottom, left, right] = [height, 0, width, 0];
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    const place = Math.floor(i / channels);
    const [y, x] = [Math.floor(place / width), place % width];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
  }
  return {top, bottom, left, right};
}

/** Where windows of 3 by 3 see something of the box. */
function reached({top, bottom, left, right}: Box, border: number): Box {
  return {
    top: top - 2 + border,
    bottom: bottom + border,
    left: left - 2 + border,
    right: right + border,
  };
}

function halved({top, bottom, left, right}: Box): Box {
  return {
    top: Math.floor(top / 2),
    bottom: Math.ceil(bottom / 2),
    left: Math.floor(left / 2),
    right: Math.ceil(right / 2),
  };
}

/** ReLU of a convolution by windows of 3 by 3; `border` pixels of 0 are laid around the input. */
function convolved(
  {data, shape}: LayerOutput,
  kernel: Float32Array,
  bias: Float32Array,
  border: number,
  changed?: Changed,
): LayerOutput {
  const [height, width, channels] = shape as [number, number, number];
  const [filters, rows, columns] = [bias.length, height - 2 + 2 * border, width - 2 + 2 * border];
  const sums = changed?.before.data.slice() ?? new Float32Array(rows * columns * filters);
  const box = changed?.box ?? {top: 0, bottom: rows, left: 0, right: columns};
  for (let row = Math.max(0, box.top); row < Math.min(rows, box.bottom); row++)
    for (let column = Math.max(0, box.left); column < Math.min(columns, box.right); column++) {
      const place = row * columns + column;
      const to = sums.subarray(place * filters, (place + 1) * filters);
      to.set(bias);
      for (let k = 0; k < 9; k++) {
        const y = row + Math.floor(k / 3) - border;
        const x = column + (k % 3) - border;
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
