/**
 * More pictures from those that there are: each operation changes what a picture looks like and is meant to leave what it shows.
 *
 *     mirrored       y(r, c) = x(r, w - 1 - c)                               undone by itself, no loss
 *     rotated        y(p) = x(m + R⁻¹ (p - m)), m the middle, bilinear       loss: softer, and corners leave the picture
 *     cropped        a square of the picture, enlarged to its size           loss: all that lies outside
 *     brightened     y = x + b                                               loss: what passes 0 or 1
 *     contrasted     y = 1/2 + k (x - 1/2)                                   loss: what passes 0 or 1
 *     cut out        a square of 0                                           loss: what was there (DeVries & Taylor, 2017)
 *
 * What comes in from outside is 0, black. Whether the label still holds is not for the operation to say.
 */
import {quarterCosine, quarterSine} from "../exact-functions.js";
import {mapped, type Raster} from "./raster.js";
import {resized} from "./resize.js";

export function mirrored({data, shape}: Raster): Raster {
  const [, w, c] = shape;
  return mapped({data, shape}, (_, at) => {
    const column = Math.floor(at / c) % w;
    return data[at + (w - 1 - 2 * column) * c]!;
  });
}

/** Turned to the left by `degrees`, any number. */
export function rotated(raster: Raster, degrees: number): Raster {
  const [h, w, c] = raster.shape;
  const [cos, sin] = direction(degrees);
  const [middleY, middleX] = [(h - 1) / 2, (w - 1) / 2];
  return mapped(raster, (_, at) => {
    const x = (Math.floor(at / c) % w) - middleX;
    const y = Math.floor(at / (c * w)) - middleY;
    return between(raster, middleY + sin * x + cos * y, middleX + cos * x - sin * y, at % c);
  });
}

/** The square with the upper left corner (top, left) and `edge` pixels, at the size of the whole picture. */
export function cropped(raster: Raster, top: number, left: number, edge: number): Raster {
  const [h, w, c] = raster.shape;
  if (top < 0 || left < 0 || edge < 1 || top + edge > h || left + edge > w)
    throw new RangeError(`invalid square: ${edge} pixels at ${top}, ${left} (within ${h} by ${w})`);
  const rows = Array.from({length: edge}, (_, y) => {
    const start = ((top + y) * w + left) * c;
    return [...raster.data.subarray(start, start + edge * c)];
  });
  const square: Raster = {data: Float64Array.from(rows.flat()), shape: [edge, edge, c]};
  return resized(square, h, w, "bilinear");
}

/** Lighter by `by`, or darker where that is negative. */
export function brightened(raster: Raster, by: number): Raster {
  return mapped(raster, (value) => kept(value + by));
}

/** `times` as far from middle grey: below 1 is paler. */
export function contrasted(raster: Raster, times: number): Raster {
  return mapped(raster, (value) => kept(0.5 + times * (value - 0.5)));
}

/** A black square of `edge` pixels with its upper left corner at (top, left); what leaves the picture is left out. */
export function withCutout(raster: Raster, top: number, left: number, edge: number): Raster {
  const [, w, c] = raster.shape;
  return mapped(raster, (value, at) => {
    const [x, y] = [(Math.floor(at / c) % w) - left, Math.floor(at / (c * w)) - top];
    return x >= 0 && x < edge && y >= 0 && y < edge ? 0 : value;
  });
}

function kept(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** Bilinear between pixels; 0 outside. */
function between({data, shape: [h, w, c]}: Raster, y: number, x: number, channel: number): number {
  const [top, left] = [Math.floor(y), Math.floor(x)];
  const at = (row: number, column: number) =>
    row < 0 || row >= h || column < 0 || column >= w ? 0 : data[(row * w + column) * c + channel]!;
  const [down, right] = [y - top, x - left];
  const upper = (1 - right) * at(top, left) + right * at(top, left + 1);
  const lower = (1 - right) * at(top + 1, left) + right * at(top + 1, left + 1);
  return (1 - down) * upper + down * lower;
}

/** Cosine and sine of `degrees`, exact operations only; quarter turns are exact. */
function direction(degrees: number): readonly [cos: number, sin: number] {
  const turns = degrees / 90;
  const quarter = Math.floor(turns);
  const [c, s] = [quarterCosine(turns - quarter), quarterSine(turns - quarter)];
  const directions = [
    [c, s],
    [-s, c],
    [-c, -s],
    [s, -c],
  ] as const;
  return directions[((quarter % 4) + 4) % 4]!;
}
