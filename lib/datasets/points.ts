/**
 * Distributions on the plane, each `(random, count) -> [count, 2]` with every coordinate in [-1, 1]. They use exact
 * operations only (no `Math.sin`), so that a seed gives the same points in every engine.
 */
import {named} from "../named.js";
import type {Random} from "../random.js";
import type {DrawPoints} from "./dataset.js";

type Point = readonly [x: number, y: number];

/** From (-0.8, -0.5) to (0.8, 0.5). */
const line = drawEach((random) => {
  const t = random.uniform(-1, 1);
  return blurred(random, [0.8 * t, 0.5 * t], 0.02);
});

/** A circle of radius 0.7. */
const ring = drawEach((random) => {
  const [x, y] = direction(random);
  return blurred(random, [0.7 * x, 0.7 * y], 0.03);
});

const compass: readonly Point[] = [-1, 0, 1].flatMap((x) =>
  [-1, 0, 1].flatMap((y): Point[] => {
    const length = Math.sqrt(x * x + y * y);
    return length === 0 ? [] : [[x / length, y / length]];
  }),
);

/** Eight spots on a circle of radius 0.75. */
const spots = drawEach((random) => {
  const [x, y] = compass[random.integer(compass.length)]!;
  return blurred(random, [0.75 * x, 0.75 * y], 0.03);
});

/** Four by four spots, 0.5 apart. */
const grid = drawEach((random) => {
  const place = () => (random.integer(4) - 1.5) / 2;
  return blurred(random, [place(), place()], 0.03);
});

/** An Archimedean spiral, radius 0 to 0.8 in two turns, even along its length. */
const spiral = drawEach((random) => {
  const t = Math.sqrt(random.uniform());
  const [x, y] = onSpiral(t);
  return blurred(random, [x, y], 0.02);
});

/** One small spot in the middle: the simplest thing on which a GAN need not come to rest (Mescheder et al., 2018). */
export const oneSpot: DrawPoints = drawEach((random) => blurred(random, [0, 0], 0.04));

/** Every distribution by its name. */
export const pointSets: Readonly<Record<string, DrawPoints>> = {line, ring, spots, grid, spiral};

/** The distribution called `name`. Throws a RangeError that lists the known ones. */
export function findPointSet(name: string): DrawPoints {
  return named("points", pointSets, name);
}

function drawEach(drawOne: (random: Random) => Point): DrawPoints {
  return (random, count) => {
    const points = new Float32Array(2 * count);
    for (let i = 0; i < count; i++) points.set(drawOne(random), 2 * i);
    return points;
  };
}

/** Normal noise about `point`, cut at four standard deviations: so no point can leave the square. */
function blurred(random: Random, [x, y]: Point, sd: number): Point {
  return [x + sd * cutNormal(random), y + sd * cutNormal(random)];
}

function cutNormal(random: Random): number {
  for (;;) {
    const value = random.normal();
    if (Math.abs(value) <= 4) return value;
  }
}

/** A uniformly random point of the unit circle: one of the disc, pushed out (Marsaglia, 1972). */
function direction(random: Random): Point {
  for (;;) {
    const x = random.uniform(-1, 1);
    const y = random.uniform(-1, 1);
    const s = x * x + y * y;
    if (s > 0.01 && s <= 1) return [x / Math.sqrt(s), y / Math.sqrt(s)];
  }
}

const spiralCorners = corners(128);

/** The spiral's point at `t` in [0, 1), on the straight line between two of its corners. */
function onSpiral(t: number): Point {
  const place = t * (spiralCorners.length - 1);
  const i = Math.floor(place);
  const [x0, y0] = spiralCorners[i]!;
  const [x1, y1] = spiralCorners[i + 1]!;
  return [x0 + (place - i) * (x1 - x0), y0 + (place - i) * (y1 - y0)];
}

/** Two turns, by turning a unit vector `count` times by 4 pi / count. */
function corners(count: 128): Point[] {
  const cos = 0.9951847266721969; // of 4 pi / 128
  const sin = 0.0980171403295606;
  const points: Point[] = [];
  let [x, y] = [1, 0];
  for (let i = 0; i <= count; i++) {
    points.push([(0.8 * x * i) / count, (0.8 * y * i) / count]);
    [x, y] = [x * cos - y * sin, x * sin + y * cos];
  }
  return points;
}
