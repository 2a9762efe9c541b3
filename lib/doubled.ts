import {type ImageShape, type Images, imageSize} from "./image.js";

/** Of the pixel before the nearest one, the nearest one, and the two beyond it, a quarter of a pixel off: Keys, 1981, with a = -1/2. */
const weights = [-0.0703125, 0.8671875, 0.2265625, -0.0234375] as const;

/** Pictures of twice the side by cubic convolution, which may overshoot a little; beyond the edge its pixels are repeated. */
export function doubled({data, shape: [n, h, w, c]}: Images): Images {
  const high = new Float32Array(2 * data.length);
  stretch(data, {outer: n, length: h, inner: w * c}, high);
  const result = new Float32Array(4 * data.length);
  stretch(high, {outer: 2 * n * h, length: w, inner: c}, result);
  const shape: ImageShape = [n, 2 * h, 2 * w, c];
  if (result.length !== n * imageSize(shape))
    throw new RangeError(`invalid pictures: ${data.length} values ([${[n, h, w, c]}])`);
  return {data: result, shape};
}

/** Doubles the axis of `length` of values [outer, length, inner]. */
function stretch(
  from: Float32Array,
  {outer, length, inner}: {readonly outer: number; readonly length: number; readonly inner: number},
  to: Float32Array,
): void {
  const taps = Array.from({length: 2 * length}, (_, i) => tapsOf(i, length));
  for (let block = 0; block < outer; block++)
    for (const [i, places] of taps.entries()) {
      const [a, b, c, d] = places.map((place) => (block * length + place) * inner);
      const at = (block * 2 * length + i) * inner;
      for (let k = 0; k < inner; k++)
        to[at + k] =
          weights[0] * from[a! + k]! +
          weights[1] * from[b! + k]! +
          weights[2] * from[c! + k]! +
          weights[3] * from[d! + k]!;
    }
}

/** The places whose values make that at place `i` of twice as many. */
function tapsOf(i: number, length: number): readonly number[] {
  const near = i >> 1;
  const away = i % 2 === 0 ? -1 : 1;
  return [-1, 0, 1, 2].map((step) => Math.max(0, Math.min(length - 1, near + step * away)));
}
