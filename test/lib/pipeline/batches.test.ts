import {describe, expect, test} from "vitest";
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {findPointSet} from "../../../lib/datasets/points.js";
import {toFloats} from "../../../lib/image.js";
import {
  type BatchSource,
  type BatchState,
  imageBatches,
  indexBatches,
  pointBatches,
  type Samples,
  sampleBatches,
  uniformBatches,
} from "../../../lib/pipeline/batches.js";
import {Random} from "../../../lib/random.js";

/** Picture i is [i, 255 - i]. */
function pictures(n: number): ImageDataset {
  const data = Uint8Array.from({length: 2 * n}, (_, i) =>
    i % 2 === 0 ? i / 2 : 255 - (i - 1) / 2,
  );
  const labels = new Uint8Array(n);
  return {name: "x", title: "x", classNames: ["x"], images: {data, shape: [n, 1, 2, 1]}, labels};
}

function take<T>(count: number, batches: {next(): T}): T[] {
  return Array.from({length: count}, () => batches.next());
}

function throughJson(state: BatchState): BatchState {
  return JSON.parse(JSON.stringify(state)) as BatchState;
}

const quarters = (random: Random, count: number) =>
  Float32Array.from({length: 4 * count}, () => random.uniform(-1, 1));

const kinds: [string, (seed: number) => BatchSource<Samples>][] = [
  ["pictures", (seed) => imageBatches(pictures(100), 7, new Random(seed))],
  ["pictures in whole epochs", (seed) => imageBatches(pictures(12), 4, new Random(seed))],
  ["points", (seed) => pointBatches(findPointSet("ring"), 7, new Random(seed))],
  ["samples", (seed) => sampleBatches(quarters, [7, 2, 2, 1], new Random(seed))],
];

describe.each(kinds)("%s", (_, make) => {
  test("go on bit-equal from any place, in another source and in the same", () => {
    for (let skipped = 0; skipped < 40; skipped++) {
      const batches = make(1);
      take(skipped, batches);
      const state = throughJson(batches.state());
      const ahead = take(40, batches);
      const other = make(99);
      take(3, other);
      other.restore(state);
      expect(other.state()).toEqual(state);
      expect(take(40, other)).toEqual(ahead);
      batches.restore(state);
      expect(take(40, batches)).toEqual(ahead);
    }
  });

  test("differ with the seed, and fill their shape with values from -1 to 1", () => {
    const batches = make(1);
    const all = take(10, batches);
    expect(take(10, make(1))).toEqual(all);
    expect(take(10, make(2))).not.toEqual(all);
    for (const {x} of all) {
      expect(x.data).toHaveLength(x.shape.reduce((a, b) => a * b, 1));
      expect(Math.max(...x.data.map(Math.abs))).toBeLessThanOrEqual(1);
    }
    expect(new Set(all.map(({x}) => String(x.data))).size).toBe(10);
  });

  test.each([-1, 0.5, Number.NaN])("refuse position %d", (position) => {
    const batches = make(1);
    const {random} = batches.state();
    expect(() => batches.restore({random, position})).toThrow(`invalid position: ${position}`);
  });
});

test("a position beyond the epoch is refused and changes nothing", () => {
  const [batches, control] = [
    indexBatches(10, 3, new Random(1)),
    indexBatches(10, 3, new Random(1)),
  ];
  expect(() => batches.restore({...batches.state(), position: 11})).toThrow(
    "invalid position: 11 (a whole number from 0 to 10)",
  );
  expect(take(8, batches)).toEqual(take(8, control));
});

test("every picture comes once per epoch, in another order each time, across batch borders", () => {
  const indices = take(100, indexBatches(100, 7, new Random(1))).flatMap((batch) => [...batch]);
  const epochs = Array.from({length: 7}, (_, i) => indices.slice(100 * i, 100 * i + 100));
  const sorted = Array.from({length: 100}, (_, i) => i);
  for (const epoch of epochs) expect(epoch.toSorted((a, b) => a - b)).toEqual(sorted);
  expect(new Set(epochs.map(String)).size).toBe(7);
});

test("a batch holds whole pictures, as floats, in the order of indexBatches", () => {
  const set = pictures(50);
  const floats = toFloats(set.images).data;
  const indices = indexBatches(50, 8, new Random(3));
  const batches = imageBatches(set, 8, new Random(3));
  for (let i = 0; i < 20; i++) {
    const expected = [...indices.next()].flatMap((j) => [floats[2 * j], floats[2 * j + 1]]);
    const {x} = batches.next();
    expect(x.shape).toEqual([8, 1, 2, 1]);
    expect([...x.data]).toEqual(expected);
  }
});

test("point batches are the distribution's next points", () => {
  const draw = findPointSet("grid");
  const batches = pointBatches(draw, 5, new Random(2));
  const taken = take(3, batches);
  for (const {x} of taken) expect(x.shape).toEqual([5, 2]);
  expect(taken.flatMap(({x}) => [...x.data])).toEqual([...draw(new Random(2), 15)]);
  expect(batches.state().position).toBe(3);
});

test.each([0, -4, 2.5, Number.NaN, 13])("batch size %d of 12 pictures is refused", (size) => {
  expect(() => imageBatches(pictures(12), size, new Random(1))).toThrow(
    `invalid batch size: ${size} (a whole number from 1 to 12)`,
  );
});

test("a batch size of no points is refused", () => {
  expect(() => pointBatches(findPointSet("ring"), 0, new Random(1))).toThrow(
    "invalid batch size: 0 (a whole number from 1 to 65536)",
  );
});

test("uniform numbers are as spread as they must be, and go on from their state", () => {
  const source = uniformBatches([500, 2], new Random(5));
  const {x} = source.next();
  expect(x.shape).toEqual([500, 2]);
  expect(x.data.length).toBe(1000);
  const values = [...x.data];
  expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
  const below = values.filter((value) => value < 0.25).length;
  // A quarter of 1,000, with five standard deviations of a binomial count.
  expect(Math.abs(below - 250)).toBeLessThan(5 * Math.sqrt(1000 * 0.25 * 0.75));
  const state = source.state();
  const next = source.next();
  source.restore(state);
  expect(source.next()).toEqual(next);
});
