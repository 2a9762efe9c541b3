import {expect, test} from "vitest";
import {missingAfter, randomMasks} from "../../../lib/models/token-masks.js";
import {Random} from "../../../lib/random.js";

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

test("a mask hides one token at least, each place as often, and two in three on the average", () => {
  const [count, places] = [6000, 49];
  const masks = randomMasks(count, places, new Random(1));
  expect(masks.length).toBe(count * places);
  expect([...new Set(masks)].sort()).toEqual([0, 1]);
  const byPlace = new Float64Array(places);
  for (let i = 0; i < count; i++) {
    const row = masks.subarray(i * places, (i + 1) * places);
    expect(sum(row)).toBeGreaterThan(0);
    row.forEach((value, place) => {
      byPlace[place]! += value / count;
    });
  }
  // E ceil(49 (1 - t²)) / 49 for a uniform t is a little more than 2/3.
  for (const share of byPlace) expect(share).toBeCloseTo(0.675, 1);
  expect(sum(byPlace) / places).toBeCloseTo(2 / 3 + 0.5 / 49, 2);
});

test("chance alone decides: the same again from the same seed", () => {
  expect(randomMasks(5, 49, new Random(3))).toEqual(randomMasks(5, 49, new Random(3)));
  expect(randomMasks(5, 49, new Random(4))).not.toEqual(randomMasks(5, 49, new Random(3)));
});

test("fewer are missing with each round, none after the last, and most are written late", () => {
  for (const missing of [1, 5, 49])
    for (const rounds of [1, 2, 8, 49]) {
      const left = Array.from({length: rounds + 1}, (_, round) =>
        missingAfter(round, rounds, missing),
      );
      expect(left[0]).toBe(missing);
      expect(left.at(-1)).toBe(0);
      for (let i = 1; i <= rounds; i++) expect(left[i]! < left[i - 1]! || left[i] === 0).toBe(true);
    }
  expect(Array.from({length: 5}, (_, round) => missingAfter(round, 4, 48))).toEqual([
    48, 45, 36, 21, 0,
  ]);
});
