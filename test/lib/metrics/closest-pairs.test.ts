import {expect, it} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {closestPairs, nearestOther, type Pair} from "../../../lib/metrics/closest-pairs.js";
import {Random} from "../../../lib/random.js";

function drawn(n: number, seed: number, c = 1): ByteImages {
  const random = new Random(seed);
  const data = Uint8Array.from({length: n * 64 * c}, () => random.integer(256));
  return {data, shape: [n, 8, 8, c]};
}

function distance(a: ByteImages, i: number, b: ByteImages, j: number): number {
  const size = a.data.length / a.shape[0];
  let sum = 0;
  for (let k = 0; k < size; k++) sum += (a.data[i * size + k]! - b.data[j * size + k]!) ** 2;
  return Math.sqrt(sum / size) / 255;
}

function every(a: ByteImages, b: ByteImages): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < a.shape[0]; i++)
    for (let j = a === b ? i + 1 : 0; j < b.shape[0]; j++)
      pairs.push({a: i, b: j, distance: distance(a, i, b, j)});
  return pairs.sort((x, y) => x.distance - y.distance);
}

function run<T>(work: Generator<number, T>): {readonly result: T; readonly done: number[]} {
  const done: number[] = [];
  for (;;) {
    const next = work.next();
    if (next.done) return {result: next.value, done};
    done.push(next.value);
  }
}

it.each([1, 3])("finds the same pairs as all comparisons do, in %i channels", (channels) => {
  const [first, second] = [drawn(40, 1, channels), drawn(25, 2, channels)];
  const within = run(closestPairs(first, 12));
  expect(within.result).toEqual(every(first, first).slice(0, 12));
  expect(within.done).toEqual(Array.from({length: 40}, (_, i) => i + 1));
  expect(run(closestPairs(first, 7, second)).result).toEqual(every(first, second).slice(0, 7));
});

it("finds equal pictures, however many", () => {
  const images = drawn(6, 4);
  for (const to of [2, 5]) images.data.copyWithin(64 * to, 0, 64);
  expect(run(closestPairs(images, 3)).result).toEqual([
    {a: 0, b: 2, distance: 0},
    {a: 0, b: 5, distance: 0},
    {a: 2, b: 5, distance: 0},
  ]);
});

it("finds the nearest of the others", () => {
  const images = drawn(30, 5);
  const nearest = every(images, images).filter(({a, b}) => a === 4 || b === 4)[0]!;
  const other = nearest.a === 4 ? nearest.b : nearest.a;
  expect(nearestOther(images, 4)).toEqual({a: 4, b: other, distance: nearest.distance});
});

it("refuses sizes that differ, and sides that have no four blocks", () => {
  expect(() => closestPairs(drawn(2, 1), 1, drawn(2, 1, 3)).next()).toThrow(
    "sizes differ: [8,8,1] and [8,8,3]",
  );
  const odd: ByteImages = {data: new Uint8Array(50), shape: [2, 5, 5, 1]};
  expect(() => closestPairs(odd, 1).next()).toThrow(
    "invalid picture size: 5 by 5 (multiples of 4)",
  );
});
