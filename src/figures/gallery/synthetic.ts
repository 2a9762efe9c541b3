/** Made-up data for the gallery and its tests, from seeds. None of it comes from a run; the gallery says so. */

import type {NamedArrays} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {Painting} from "../../lib/painting.js";
import {Random} from "../../lib/random.js";
import {actionCount} from "../../lib/strokes.js";
import type {PaintReplayData} from "../paint/paint-replay.js";
import type {FlowArrays} from "../plane/flow-layers.js";

/** Soft rings and bars on black, [n, side, side, 1]. */
export function shapePictures(n: number, seed: number, side = 28): ByteImages {
  const random = new Random(seed);
  const data = new Uint8Array(n * side * side);
  for (let i = 0; i < n; i++) drawShape(data.subarray(i * side * side), side, random);
  return {data, shape: [n, side, side, 1]};
}

/** A ring of radius r, or for a radius near 0 a bar: brightness falls off with the distance from its line. */
function drawShape(data: Uint8Array, side: number, random: Random): void {
  const bar = random.uniform() < 0.3;
  const radius = random.uniform(0.16, 0.28);
  const stretch = random.uniform(0.6, 1);
  const tilt = random.uniform(-0.5, 0.5);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const y = row / (side - 1) - 0.5;
      const x = column / (side - 1) - 0.5 + tilt * y;
      const off = bar
        ? Math.max(Math.abs(x), Math.abs(y) - 0.32)
        : Math.abs(Math.hypot(x / stretch, y) - radius);
      data[row * side + column] = Math.round(255 * Math.max(0, Math.min(1, 1.6 - 18 * off)));
    }
}

/** Coloured gradients, [n, side, side, 3]. */
export function colourPictures(n: number, seed: number, side = 24): ByteImages {
  const random = new Random(seed);
  const data = new Uint8Array(n * side * side * 3);
  for (let i = 0; i < n; i++) {
    const slopes = Array.from({length: 6}, () => random.uniform(-1, 1));
    for (let p = 0; p < side * side; p++) {
      const x = (p % side) / side - 0.5;
      const y = Math.floor(p / side) / side - 0.5;
      for (let k = 0; k < 3; k++)
        data[(i * side * side + p) * 3 + k] = 128 + 127 * (slopes[k]! * x + slopes[k + 3]! * y);
    }
  }
  return {data, shape: [n, side, side, 3]};
}

/** Points that turn from noise onto a ring, with the field that turns them, at five times. */
export function flowArrays(count: number, seed: number): FlowArrays {
  const random = new Random(seed);
  const starts = Array.from({length: count}, () => [random.normal(), random.normal()] as const);
  const stops = [0, 0.25, 0.5, 0.75, 1];
  const places = [-1.5, -0.75, 0, 0.75, 1.5];
  const nodes = places.flatMap((y) => places.map((x) => [x, y] as const));
  const along = ([x, y]: readonly [number, number], t: number) => {
    const length = Math.hypot(x, y) || 1;
    const [cos, sin] = [Math.cos(t), Math.sin(t)];
    const radius = 1 + t * (0.8 / length - 1);
    return [radius * (cos * x - sin * y), radius * (sin * x + cos * y)];
  };
  const array = (rows: readonly (readonly number[])[], ...shape: number[]) => ({
    data: Float32Array.from(rows.flat()),
    shape,
  });
  const trail = (n: number) =>
    stops.flatMap((t) => starts.slice(0, n).map((start) => along(start, t)));
  const ends = stops.flatMap(() => starts.slice(0, 10).map((start) => along(start, 1)));
  return {
    real: array(
      starts.map((start) => along(start, 1)),
      count,
      2,
    ),
    times: array([stops], 5),
    trail: array(trail(count), 5, count, 2),
    expected: array(ends, 5, 10, 2),
    nodes: array(nodes, nodes.length, 2),
    field: array(
      stops.flatMap((t) => nodes.map(([x, y]) => [-y - t * x, x - t * y])),
      5,
      nodes.length,
      2,
    ),
  };
}

/** A loss that decays from `start` to `end` with noise and now and then a spike. */
export function noisyLoss(steps: number, start: number, end: number, seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({length: steps}, (_, i) => {
    const level = end + (start - end) / (1 + i / 60);
    const spike = random.uniform() < 0.002 ? 4 * random.uniform() : 0;
    return Math.max(0.01, level * (1 + 0.18 * random.normal()) + spike);
  });
}

/** A confusion matrix [classes, classes] of `each` pictures a class, about one in twenty of which is mistaken. */
export function confusions(classes: number, each: number, seed: number): Uint32Array {
  const random = new Random(seed);
  const counts = new Uint32Array(classes * classes);
  for (let truth = 0; truth < classes; truth++)
    for (let i = 0; i < each; i++) {
      const isMistaken = random.uniform() < 0.05;
      const named = isMistaken ? (truth + 1 + random.integer(5)) % classes : truth;
      counts[truth * classes + named]!++;
    }
  return counts;
}

/** `n` shapes sorted into `count` clusters: heaps on a circle, each of one class but for about one picture in five. */
export function sortedShapes(n: number, shown: number, count: number, seed: number) {
  const random = new Random(seed);
  const labels = Uint8Array.from({length: n}, (_, i) => i % 10);
  const clusters = labels.map((label) =>
    random.uniform() < 0.2 ? random.integer(count) : label % count,
  );
  const points = new Float32Array(2 * n);
  for (const [i, cluster] of clusters.entries()) {
    const angle = (2 * Math.PI * cluster) / count;
    const [x, y] = [1.6 * Math.cos(angle), 1.6 * Math.sin(angle)];
    points.set([x + 0.3 * random.normal(), y + 0.3 * random.normal()], 2 * i);
  }
  const [pictures, means] = [shapePictures(shown, seed), shapePictures(count, seed + 1)];
  return {points, clusters, labels, pictures, means, count};
}

/** Probabilities with mean `mean`. */
export function scores(n: number, mean: number, seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({length: n}, () =>
    Math.max(0.01, Math.min(0.99, mean + 0.2 * random.normal())),
  );
}

/** A plane as gan-plane sends it: a ring of real points, generated ones that have found a part of it. */
export function planeArrays(n: number, seed: number): NamedArrays {
  const random = new Random(seed);
  const real = pointsOnRing(n, 0, 2 * Math.PI, 0.03, random);
  const generated = pointsOnRing(n / 4, 0.3, 3.4, 0.12, random);
  const pulls = Array.from(generated, (value, i) => {
    const radius = Math.hypot(generated[i - (i % 2)]!, generated[i - (i % 2) + 1]!);
    return value * (0.8 / radius - 1);
  });
  return {
    real: {data: real, shape: [n, 2]},
    generated: {data: generated, shape: [n / 4, 2]},
    gradients: {data: Float32Array.from(pulls), shape: [n / 4, 2]},
    field: {data: ringField(33, 1.25), shape: [33, 33]},
    warp: {data: ringWarp(13), shape: [13, 13, 2]},
  };
}

function pointsOnRing(n: number, from: number, to: number, blur: number, random: Random) {
  const data = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const angle = random.uniform(from, to);
    const radius = 0.8 + blur * random.normal();
    data.set([radius * Math.cos(angle), radius * Math.sin(angle)], 2 * i);
  }
  return data;
}

/** Opinions on nodes from -extent to extent, the first row lowest: real near the ring, more so where nothing is made. */
function ringField(g: number, extent: number): Float32Array {
  return Float32Array.from({length: g * g}, (_, i) => {
    const x = ((i % g) / (g - 1)) * 2 * extent - extent;
    const y = (Math.floor(i / g) / (g - 1)) * 2 * extent - extent;
    const near = Math.exp(-(((Math.hypot(x, y) - 0.8) / 0.22) ** 2));
    return 0.04 + near * (0.72 - 0.22 * Math.tanh(3 * (y - 0.2)));
  });
}

function ringWarp(k: number): Float32Array {
  const data = new Float32Array(2 * k * k);
  for (let i = 0; i < k * k; i++) {
    const angle = 0.3 + 3.1 * ((i % k) / (k - 1));
    const radius = 0.58 + 0.42 * (Math.floor(i / k) / (k - 1)) + 0.05 * Math.sin(3 * angle);
    data.set([radius * Math.cos(angle), radius * Math.sin(angle)], 2 * i);
  }
  return data;
}

/** A painting by someone who compares a hundred random strokes and takes the best, with made-up probabilities. */
export function madeUpReplay(seed: number, strokes: number): PaintReplayData {
  const random = new Random(seed);
  const target = Float32Array.from(shapePictures(1, seed).data, (byte) => byte / 255);
  const painting = new Painting(target);
  const rows = Array.from({length: strokes}, () => {
    const tried = Array.from({length: 100}, () => random.integer(actionCount));
    const likely = tried.sort((a, b) => painting.rewardOf(b) - painting.rewardOf(a)).slice(0, 20);
    return {action: likely[0]!, reward: painting.paint(likely[0]!), likely};
  });
  return {
    target,
    actions: rows.map(({action}) => action),
    rewards: rows.map(({reward}) => reward),
    likely: rows.flatMap(({likely}) => likely),
    chances: rows.flatMap(() => Array.from({length: 20}, (_, k) => 0.3 * 0.8 ** k)),
  };
}
