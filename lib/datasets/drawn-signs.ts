/**
 * Signs that nobody learns at school, drawn by an unsteady hand: a line through points, of which each drawing moves, stretches, leans and
 * shakes its own. White on black, [28 · 28] from 0 to 1. Made of exact operations, so that a seed gives the same drawings everywhere.
 */
import type {Random} from "../random.js";

type Point = readonly [x: number, y: number];

export const signSide = 28;

/** Points of each line, from -1 to 1, y downwards. */
const signs = {
  heart: [
    [0, -0.35],
    [0.2, -0.75],
    [0.55, -0.9],
    [0.9, -0.65],
    [0.95, -0.25],
    [0.65, 0.2],
    [0, 0.9],
    [-0.65, 0.2],
    [-0.95, -0.25],
    [-0.9, -0.65],
    [-0.55, -0.9],
    [-0.2, -0.75],
    [0, -0.35],
  ],
  triangle: [
    [0, -0.9],
    [0.95, 0.8],
    [-0.95, 0.8],
    [0, -0.9],
  ],
  star: [
    [-0.58, 0.9],
    [0, -0.95],
    [0.58, 0.9],
    [-0.95, -0.25],
    [0.95, -0.25],
    [-0.58, 0.9],
  ],
  arrow: [
    [-0.95, 0.05],
    [0.95, 0.05],
    [0.35, -0.6],
    [0.95, 0.05],
    [0.35, 0.7],
  ],
  house: [
    [-0.7, 0.9],
    [-0.7, -0.1],
    [0, -0.9],
    [0.7, -0.1],
    [0.7, 0.9],
    [-0.7, 0.9],
  ],
} as const satisfies Readonly<Record<string, readonly Point[]>>;

export type DrawnSign = keyof typeof signs;

export const drawnSigns = Object.keys(signs) as DrawnSign[];

/** Half of a drawing's edge, in pixels, and how much a hand may miss of everything. */
const reach = 9;
const unsteady = {
  lean: 0.12,
  stretch: 0.16,
  shift: 1.2,
  shake: 0.07,
  thickness: [1.9, 2.8],
} as const;

/** `count` drawings of the sign, one after the other, [count · 28 · 28] from 0 to 1. */
export function drawSigns(sign: DrawnSign, count: number, random: Random): Float32Array {
  const all = new Float32Array(count * signSide * signSide);
  for (let i = 0; i < count; i++)
    all.set(inked(shaken(signs[sign], random), thicknessOf(random)), i * signSide * signSide);
  return all;
}

function thicknessOf(random: Random): number {
  return random.uniform(...unsteady.thickness);
}

/** The line as one hand draws it, in pixels. */
function shaken(line: readonly Point[], random: Random): Point[] {
  const {lean, stretch, shift, shake} = unsteady;
  const [cos, sin] = turned(random.uniform(-lean, lean));
  const [wide, high] = [
    1 + random.uniform(-stretch, stretch),
    1 + random.uniform(-stretch, stretch),
  ];
  const [right, down] = [random.uniform(-shift, shift), random.uniform(-shift, shift)];
  return line.map(([x, y]) => {
    const [px, py] = [wide * x + shake * random.normal(), high * y + shake * random.normal()];
    const middle = signSide / 2;
    return [
      middle + right + reach * (cos * px - sin * py),
      middle + down + reach * (sin * px + cos * py),
    ];
  });
}

/** Cosine and sine of the angle whose half has the tangent `t`. */
export function turned(t: number): readonly [cos: number, sin: number] {
  const scale = 1 + t * t;
  return [(1 - t * t) / scale, (2 * t) / scale];
}

function inked(line: readonly Point[], thickness: number): Float32Array {
  return Float32Array.from({length: signSide * signSide}, (_, pixel) => {
    const [x, y] = [(pixel % signSide) + 0.5, Math.floor(pixel / signSide) + 0.5];
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 1; i < line.length; i++)
      nearest = Math.min(nearest, squaredDistance(x, y, line[i - 1]!, line[i]!));
    return Math.max(0, Math.min(1, thickness / 2 + 0.5 - Math.sqrt(nearest)));
  });
}

/** From (x, y) to the nearest point between two. */
function squaredDistance(x: number, y: number, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2;
}
