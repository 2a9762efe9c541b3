/**
 * One number that a convolution makes, with all that it is made of:
 *
 *   y[i, j, f] = b[f] + sum over a, c, k of  x[i s + a - p, j s + c - p, k]  w[a, c, k, f]
 *
 * and of a transposed one, whose input value u adds w[a, c, f, k] at u s + a - p: the same sum over the inputs u = (i + p - a) / s
 * that are whole (Dumoulin and Visin, 2016, sections 2 and 4). x [n, h, w, k] is 0 outside; p is TensorFlow's padding.
 */
import type {NdArray} from "../array.js";
import type {Convolution} from "./protocol.js";

/** Where the number stands: the picture of the input, row and column of the output, and the filter. */
export interface OutputPlace {
  readonly picture: number;
  readonly row: number;
  readonly column: number;
  readonly filter: number;
}

interface Floats {
  readonly data: Float32Array;
  readonly shape: readonly [number, number, number];
}

/** Patch and kernel are both in the kernel's rows, columns and input channels, [h, w, k]. */
export interface ConvolutionAt {
  /** Inputs under the kernel; 0 where there is none. */
  readonly patch: Floats;
  readonly kernel: Floats;
  /** Of the input: the row and column under each row and column of the kernel; undefined where there is none. */
  readonly rows: readonly (number | undefined)[];
  readonly columns: readonly (number | undefined)[];
  readonly bias: number;
  /** Of all products and the bias, before the activation. */
  readonly sum: number;
}

/** The arithmetic of the output at `place`. `kernel` is [h, w, k, filters], of a transposed convolution [h, w, filters, k]. */
export function convolutionAt(
  how: Convolution,
  {input, kernel, bias}: {input: NdArray; kernel: NdArray; bias?: NdArray | undefined},
  place: OutputPlace,
): ConvolutionAt {
  const [, height, width, channels] = input.shape as [number, number, number, number];
  const [h, w] = kernel.shape as [number, number];
  const rows = sourcesOf(how, h, how.strides[0], height, place.row);
  const columns = sourcesOf(how, w, how.strides[1], width, place.column);
  const shape = [h, w, channels] as const;
  const patch = new Float32Array(h * w * channels);
  const weights = new Float32Array(h * w * channels);
  let sum = bias?.data[place.filter] ?? 0;
  for (const [at, a, c, k] of places(shape)) {
    const [row, column] = [rows[a], columns[c]];
    weights[at] = kernel.data[weightAt(how, kernel.shape, [a, c, k], place.filter)]!;
    if (row === undefined || column === undefined) continue;
    patch[at] = input.data[((place.picture * height + row) * width + column) * channels + k]!;
    sum += patch[at]! * weights[at]!;
  }
  const arrays = {patch: {data: patch, shape}, kernel: {data: weights, shape}};
  return {...arrays, rows, columns, bias: bias?.data[place.filter] ?? 0, sum};
}

/** Of each place of the kernel along one axis, the input under it. */
function sourcesOf(
  {padding, isTransposed}: Convolution,
  size: number,
  stride: number,
  length: number,
  at: number,
): (number | undefined)[] {
  const before = padding === "same" ? padBefore(size, stride, length, isTransposed) : 0;
  return Array.from({length: size}, (_, a) => {
    const source = isTransposed ? (at + before - a) / stride : at * stride + a - before;
    return Number.isInteger(source) && source >= 0 && source < length ? source : undefined;
  });
}

/** TensorFlow pads as much as the windows need, the odd one behind; a transposed convolution as the one that it undoes. */
function padBefore(size: number, stride: number, length: number, isTransposed: boolean): number {
  const wide = isTransposed ? length * stride : length;
  const windows = isTransposed ? length : Math.ceil(length / stride);
  return Math.floor(Math.max(0, (windows - 1) * stride + size - wide) / 2);
}

function weightAt(
  {isTransposed}: Convolution,
  [, w, third, fourth]: readonly number[],
  [a, c, k]: readonly [number, number, number],
  filter: number,
): number {
  const [x, y] = isTransposed ? [filter, k] : [k, filter];
  return ((a * w! + c) * third! + x) * fourth! + y;
}

/** [index, row, column, channel] of each place, in their order. */
function* places([h, w, channels]: readonly number[]): Generator<[number, number, number, number]> {
  let at = 0;
  for (let a = 0; a < h!; a++)
    for (let c = 0; c < w!; c++) for (let k = 0; k < channels!; k++) yield [at++, a, c, k];
}
