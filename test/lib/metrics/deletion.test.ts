import {expect, test} from "vitest";
import {mostMarkedFirst, without} from "../../../lib/metrics/deletion.js";
import {Random} from "../../../lib/random.js";

const picture = Float32Array.of(0.1, 0.2, 0.3, 0.4);

test("the most marked come first, below 0 last", () => {
  expect([...mostMarkedFirst([0, 5, -2, 3], new Random(1))]).toEqual([1, 3, 0, 2]);
});

test("equal marks come in an order by lot, each first about as often", () => {
  const random = new Random(1);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i++) counts[mostMarkedFirst([1, 1, 0, 1], random)[0]!]!++;
  expect(counts[2]).toBe(0);
  for (const place of [0, 1, 3]) expect(Math.abs(counts[place]! - 4000 / 3)).toBeLessThan(120);
});

test("takes out as many as are asked for, and leaves the picture alone", () => {
  const places = mostMarkedFirst([0, 5, -2, 3], new Random(1));
  expect([...without(picture, places, 2, -1)]).toEqual([...Float32Array.of(0.1, -1, 0.3, -1)]);
  expect([...without(picture, places, 0, -1)]).toEqual([...picture]);
  expect(picture[1]).toBeCloseTo(0.2, 6);
  expect(() => without(picture, places, 5, 0)).toThrow(
    "invalid number of pixels: 5 (a whole number from 0 to 4)",
  );
});
