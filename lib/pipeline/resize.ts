/**
 * Pictures of another size. Every new pixel is a weighted mean of old ones, first along the columns and then along the rows:
 *
 *     y_j = Σ_i k(x_j - i) x_i / Σ_i k(x_j - i),      x_j = (j + 1/2) · old / new - 1/2        (centres of pixels lie on centres)
 *
 *     nearest    the one old pixel whose centre is nearest
 *     bilinear   k(d) = 1 - |d|,  |d| < 1
 *     bicubic    k(d) = 1.5|d|³ - 2.5|d|² + 1, |d| <= 1;   -0.5|d|³ + 2.5|d|² - 4|d| + 2, |d| < 2     (Keys, 1981, eq. 8, a = -1/2: Catmull and Rom's)
 *     area       old pixels by the share of the new one that they cover
 *
 * Edges are repeated. Loss: enlarged pictures gain no detail. Made smaller, nearest, bilinear and bicubic look at 1, 2 and 4 old pixels a line
 * however many there are, so fine patterns come back as coarse ones that were never there (aliasing). Area looks at all and keeps the mean. Bicubic may leave the range from 0 to 1.
 */
import {clamped, type Raster} from "./raster.js";

export const resizings = ["nearest", "bilinear", "bicubic", "area"] as const;
export type Resizing = (typeof resizings)[number];

/** Old pixels of a new one along a line, and their weights, which add up to 1. */
interface Mix {
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/** `raster` with `height` by `width` pixels, at least 1 each. */
export function resized(raster: Raster, height: number, width: number, by: Resizing): Raster {
  const [h, w] = raster.shape;
  checkSide("height", height);
  checkSide("width", width);
  return alongRows(alongColumns(raster, mixes(h, height, by)), mixes(w, width, by));
}

function mixes(old: number, count: number, by: Resizing): Mix[] {
  const ratio = old / count;
  const mixOf = (j: number) => {
    if (by === "area") return covered(j * ratio, (j + 1) * ratio, old);
    const centre = (j + 0.5) * ratio - 0.5;
    if (by === "nearest") return {places: [clamped(Math.floor(centre + 0.5), old)], weights: [1]};
    return by === "bilinear" ? around(centre, 1, tent, old) : around(centre, 2, cubic, old);
  };
  return Array.from({length: count}, (_, j) => mixOf(j));
}

/** The `2 · reach` old pixels around `centre`. */
function around(centre: number, reach: number, kernel: (d: number) => number, old: number): Mix {
  const first = Math.floor(centre) - reach + 1;
  const places = Array.from({length: 2 * reach}, (_, k) => first + k);
  const weights = places.map((place) => kernel(Math.abs(centre - place)));
  return {places: places.map((place) => clamped(place, old)), weights};
}

/** The old pixels between `from` and `to`, by what lies between. */
function covered(from: number, to: number, old: number): Mix {
  const first = Math.floor(from);
  const count = Math.max(1, Math.ceil(to - 1e-9) - first);
  const places = Array.from({length: count}, (_, k) => first + k);
  const weights = places.map(
    (place) => (Math.min(to, place + 1) - Math.max(from, place)) / (to - from),
  );
  return {places: places.map((place) => clamped(place, old)), weights};
}

function tent(d: number): number {
  return Math.max(0, 1 - d);
}

function cubic(d: number): number {
  if (d >= 2) return 0;
  return d <= 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2;
}

function alongColumns({data, shape: [, w, c]}: Raster, rows: readonly Mix[]): Raster {
  const line = w * c;
  const result = new Float64Array(rows.length * line);
  for (const [y, {places, weights}] of rows.entries())
    for (const [k, place] of places.entries())
      for (let i = 0; i < line; i++) result[y * line + i]! += weights[k]! * data[place * line + i]!;
  return {data: result, shape: [rows.length, w, c]};
}

function alongRows({data, shape: [h, w, c]}: Raster, columns: readonly Mix[]): Raster {
  const result = new Float64Array(h * columns.length * c);
  for (let y = 0; y < h; y++)
    for (const [x, {places, weights}] of columns.entries())
      for (const [k, place] of places.entries())
        for (let channel = 0; channel < c; channel++)
          result[(y * columns.length + x) * c + channel]! +=
            weights[k]! * data[(y * w + place) * c + channel]!;
  return {data: result, shape: [h, columns.length, c]};
}

function checkSide(name: string, side: number): void {
  if (!Number.isInteger(side) || side < 1 || side > 4096)
    throw new RangeError(`invalid ${name}: ${side} (a whole number from 1 to 4096)`);
}
