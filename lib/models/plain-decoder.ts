/**
 * The convolutional decoder of vae-networks.ts in plain arithmetic, for a page that fetches no engine: a picture takes some milliseconds.
 *
 *     code [L] -> wide -> grid [h/4, w/4, 2W] -> up1 [h/2, w/2, W] -> up2 [h, w, c] in [-1, 1]
 *
 * ReLU in between, tanh at the end. Its weights are those of the layers there, by their names (`up1/kernel` [6, 6, to, from]). A transposed
 * convolution of stride 2 lays a window of 6 by 6 around each pixel of the smaller picture, from 2 pixels before its own first.
 */
import type {NamedArrays, NdArray} from "../array.js";
import type {Images} from "../image.js";

const window = 6;
const stride = 2;
/** TF.js's "same" padding: (6 - 2) / 2. */
const before = 2;

export interface PlainDecoder {
  /** L */
  readonly codeSize: number;
  /** [1, h, w, c] in [-1, 1] */
  draw(code: ArrayLike<number>): Images;
}

/** Throws a RangeError where a weight is missing. */
export function plainDecoder(weights: NamedArrays): PlainDecoder {
  const of = (name: string): NdArray => {
    const array = weights[name];
    if (!array) throw new RangeError(`missing weight: ${name}`);
    return array;
  };
  const codeSize = of("wide/kernel").shape[0]!;
  const grown = of("up1/kernel").shape[3]!;
  const side = Math.sqrt(of("grid/bias").data.length / grown);
  return {
    codeSize,
    draw(code) {
      if (code.length !== codeSize)
        throw new RangeError(`invalid code: ${code.length} numbers (${codeSize})`);
      const wide = rectified(product(Float32Array.from(code), of("wide/kernel"), of("wide/bias")));
      const grid = rectified(product(wide, of("grid/kernel"), of("grid/bias")));
      const up1 = rectified(upwards(grid, side, of("up1/kernel"), of("up1/bias")));
      const up2 = upwards(up1, stride * side, of("up2/kernel"), of("up2/bias"));
      const edge = stride * stride * side;
      return {data: up2.map(Math.tanh), shape: [1, edge, edge, of("up2/bias").data.length]};
    },
  };
}

function product(x: Float32Array, {data: kernel}: NdArray, {data: bias}: NdArray): Float32Array {
  const sums = Float32Array.from(bias);
  for (const [i, value] of x.entries())
    for (let j = 0; value !== 0 && j < sums.length; j++)
      sums[j]! += value * kernel[i * sums.length + j]!;
  return sums;
}

/** A picture [side, side, from] at twice the side, [2 side, 2 side, to]. */
function upwards(
  x: Float32Array,
  side: number,
  {data: kernel, shape}: NdArray,
  {data: bias}: NdArray,
): Float32Array {
  const [to, from] = [shape[2]!, shape[3]!];
  const edge = stride * side;
  const sums = new Float32Array(edge * edge * to);
  for (let i = 0; i < sums.length; i++) sums[i] = bias[i % to]!;
  for (let place = 0; place < side * side; place++) {
    const top = stride * Math.floor(place / side) - before;
    const left = stride * (place % side) - before;
    const pixel = x.subarray(place * from, (place + 1) * from);
    for (let k = 0; k < window * window; k++) {
      const [row, column] = [top + Math.floor(k / window), left + (k % window)];
      if (row < 0 || row >= edge || column < 0 || column >= edge) continue;
      addPixel(sums, (row * edge + column) * to, pixel, kernel, k * to * from, to);
    }
  }
  return sums;
}

/** What one pixel gives to one place: for each channel there the sum over its own channels. */
function addPixel(
  sums: Float32Array,
  at: number,
  pixel: Float32Array,
  kernel: NdArray["data"],
  start: number,
  to: number,
): void {
  for (let c = 0; c < to; c++) {
    let sum = 0;
    const weights = start + c * pixel.length;
    for (let i = 0; i < pixel.length; i++) sum += pixel[i]! * kernel[weights + i]!;
    sums[at + c]! += sum;
  }
}

function rectified(values: Float32Array): Float32Array {
  return values.map((value) => Math.max(0, value));
}
