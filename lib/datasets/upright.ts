/**
 * Straightened pictures: each is sheared, row by row, until its ink neither leans left nor right. From the picture's own moments:
 *
 *     x' = x - s (y - ȳ),   s = σ_xy / σ_yy,   with ink as mass
 *
 * as in the deslanted version of MNIST (LeCun et al., 1998, section III.A). Exact operations: the same bytes everywhere.
 */
import {type ByteImages, imageSize} from "../image.js";

/** `images` [n, h, w, 1], white on black, straightened. What leaves a picture is lost. */
export function upright({data, shape}: ByteImages): ByteImages {
  const [n, h, w, c] = shape;
  if (c !== 1) throw new RangeError(`invalid channels: ${c} (1)`);
  const size = imageSize(shape);
  const result = new Uint8Array(data.length);
  for (let i = 0; i < n; i++) {
    const picture = data.subarray(i * size, (i + 1) * size);
    const {slant, middle} = slantOf(picture, h, w);
    for (let y = 0; y < h; y++) {
      const row = picture.subarray(y * w, (y + 1) * w);
      shift(row, slant * (y - middle), result.subarray(i * size + y * w));
    }
  }
  return {data: result, shape};
}

/** How far the ink moves to the right from row to row, and the row of its centre. None for an empty picture. */
function slantOf(picture: Uint8Array, h: number, w: number) {
  let [mass, sumX, sumY, sumXY, sumYY] = [0, 0, 0, 0, 0]; // whole numbers, exact in any order
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const ink = picture[y * w + x]!;
      mass += ink;
      sumX += ink * x;
      sumY += ink * y;
      sumXY += ink * x * y;
      sumYY += ink * y * y;
    }
  if (mass === 0) return {slant: 0, middle: (h - 1) / 2};
  const middle = sumY / mass;
  const xy = sumXY - sumX * middle;
  const yy = sumYY - sumY * middle;
  return {slant: yy === 0 ? 0 : xy / yy, middle};
}

/** Takes into `target` what lies `by` to the right of each place of `row`, linear between pixels. */
function shift(row: Uint8Array, by: number, target: Uint8Array): void {
  const whole = Math.floor(by);
  const share = by - whole;
  for (let x = 0; x < row.length; x++) {
    const [near, far] = [row[x + whole] ?? 0, row[x + whole + 1] ?? 0];
    target[x] = Math.round((1 - share) * near + share * far);
  }
}
