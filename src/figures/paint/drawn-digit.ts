/**
 * Strokes of a hand as a picture of the kind a digit classifier learned from. MNIST's digits were fitted into a box of 20 by
 * 20 pixels and laid on 28 by 28 so that their centre of mass is in the middle (LeCun et al., 1998, section III.A); a drawn
 * one gets the same treatment. Coordinates are in pixels of the picture, x to the right, y down, (0, 0) its corner.
 */
import type {Point} from "../point.js";

export type Stroke = readonly Point[];

/** Pixels along each edge of the picture, and of the box that a digit fits in. */
export const side = 28;
const boxSide = 20;
/** Pixels from the middle of a stroke to where it has faded to a half. */
const brushRadius = 1.2;
/** A small drawing is enlarged by this much at most. */
const mostEnlarged = 4;

/** `strokes` fitted and centred, [28 · 28] in [-1, 1], white on black; undefined when there are none. */
export function drawnDigit(strokes: readonly Stroke[]): Float32Array | undefined {
  if (strokes.length === 0) return undefined;
  return inkOf(centred(fitted(strokes))).map((ink) => 2 * ink - 1);
}

/** How much of each pixel the strokes cover, [28 · 28] from 0 to 1, with soft edges. A stroke of one point is a dot. */
export function inkOf(strokes: readonly Stroke[]): Float32Array {
  const ink = new Float32Array(side * side);
  for (const stroke of strokes)
    for (let i = 0; i < Math.max(1, stroke.length - 1); i++)
      drawSegment(ink, stroke[i]!, stroke[i + 1] ?? stroke[i]!);
  return ink;
}

function drawSegment(ink: Float32Array, a: Point, b: Point): void {
  const reach = brushRadius + 1;
  const first = (v: number) => Math.max(0, Math.floor(v - reach));
  const last = (v: number) => Math.min(side - 1, Math.ceil(v + reach));
  for (let row = first(Math.min(a.y, b.y)); row <= last(Math.max(a.y, b.y)); row++)
    for (let column = first(Math.min(a.x, b.x)); column <= last(Math.max(a.x, b.x)); column++) {
      const covered = brushRadius + 0.5 - distance({x: column + 0.5, y: row + 0.5}, a, b);
      const place = row * side + column;
      ink[place] = Math.max(ink[place]!, Math.min(1, covered));
    }
}

/** From `p` to the nearest point between `a` and `b`. */
function distance(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** In the middle of the picture, scaled so that the longer side, brush included, is that of the box. The brush stays. */
function fitted(strokes: readonly Stroke[]): Stroke[] {
  const points = strokes.flat();
  const [xs, ys] = [extentOf(points.map(({x}) => x)), extentOf(points.map(({y}) => y))];
  const longer = Math.max(xs.length, ys.length, 1e-9);
  const scale = Math.min(mostEnlarged, (boxSide - 2 * brushRadius) / longer);
  const placed = (v: number, {middle}: Extent) => side / 2 + scale * (v - middle);
  return mapped(strokes, ({x, y}) => ({x: placed(x, xs), y: placed(y, ys)}));
}

interface Extent {
  readonly middle: number;
  readonly length: number;
}

function extentOf(values: readonly number[]): Extent {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {middle: (low + high) / 2, length: high - low};
}

/** Moved so that the centre of mass of the ink is in the middle. */
function centred(strokes: readonly Stroke[]): Stroke[] {
  const mass = centreOfMass(inkOf(strokes));
  return mapped(strokes, ({x, y}) => ({x: x + side / 2 - mass.x, y: y + side / 2 - mass.y}));
}

/** Mean place of the ink, [28 · 28]; the middle of the picture when there is none. */
export function centreOfMass(ink: Float32Array): Point {
  let [mass, x, y] = [0, 0, 0];
  for (const [place, value] of ink.entries()) {
    mass += value;
    x += value * ((place % side) + 0.5);
    y += value * (Math.floor(place / side) + 0.5);
  }
  return mass === 0 ? {x: side / 2, y: side / 2} : {x: x / mass, y: y / mass};
}

function mapped(strokes: readonly Stroke[], move: (point: Point) => Point): Stroke[] {
  return strokes.map((stroke) => stroke.map(move));
}
