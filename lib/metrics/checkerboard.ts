/**
 * Checkerboard energy: the share of a picture's contrast that repeats every two pixels, which is the stride of the usual
 * upsampling layers. With F the discrete Fourier transform of a picture f of h x w pixels,
 *
 *     share = (sum of |F(u, v)|² where u = w/2 or v = h/2) / (sum of |F(u, v)|² but for F(0, 0))
 *
 * By Parseval's theorem no transform is needed: along u = w/2 it is the energy of the alternating sums of the rows. Transposed
 * convolutions whose window is not a multiple of their stride put energy there (Odena et al., 2016); pictures of things have
 * little. Pictures [n, h, w, 1] with even sides; the mean over the pictures, 0 to 1.
 */
import {type Images, imageSize} from "../image.js";
import {type Floor, floorOf} from "./floor.js";

/** The mean share over `images`. A picture without contrast counts 0. */
export function checkerboard(images: Images): number {
  const shares = checkerboardShares(images);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The floor: means of `count` pictures each, drawn by `sample`, which are real. */
export function checkerboardFloor(sample: () => Images, repeats = 40): Floor {
  return floorOf(Array.from({length: repeats}, () => checkerboard(sample())));
}

/** The share of each picture. Throws a RangeError for pictures that are not grey or have an odd side. */
export function checkerboardShares({data, shape}: Images): number[] {
  const [n, h, w, c] = shape;
  if (n < 1 || c !== 1 || h % 2 !== 0 || w % 2 !== 0)
    throw new RangeError(
      `invalid pictures: [${shape.join(", ")}] (at least one, even sides, one channel)`,
    );
  const size = imageSize(shape);
  return Array.from({length: n}, (_, i) => shareOf(data.subarray(i * size, (i + 1) * size), h, w));
}

function shareOf(pixels: Float32Array, h: number, w: number): number {
  const rows = new Float64Array(h);
  const columns = new Float64Array(w);
  let [sum, squares, corner] = [0, 0, 0];
  for (let i = 0; i < pixels.length; i++) {
    const [y, x, value] = [Math.floor(i / w), i % w, pixels[i]!];
    const alongX = x % 2 === 0 ? value : -value;
    rows[y]! += alongX;
    columns[x]! += y % 2 === 0 ? value : -value;
    corner += y % 2 === 0 ? alongX : -alongX;
    sum += value;
    squares += value * value;
  }
  const energy = squares * h * w - sum * sum;
  const onLines = h * energyOf(rows) + w * energyOf(columns) - corner * corner;
  return energy > 1e-9 * squares * h * w ? Math.min(1, Math.max(0, onLines / energy)) : 0;
}

function energyOf(values: Float64Array): number {
  return values.reduce((total, value) => total + value * value, 0);
}
