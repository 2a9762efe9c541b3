import {expect, test} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {classSpread, classSpreadFloor} from "../../../lib/metrics/class-spread.js";
import {Random} from "../../../lib/random.js";

const pairs = (...rows: readonly (readonly [number, number])[]): ByteImages => ({
  data: Uint8Array.from(rows.flat()),
  shape: [rows.length, 1, 2, 1],
});

test("is the mean distance of pairs of a class, then the mean of the classes", () => {
  const images = pairs([0, 0], [255, 0], [0, 255], [9, 9], [9, 60], [80, 7]);
  // Class 0: distances 1, 1 and √2; class 1: 51 / 255; class 2 has one picture.
  const spread = classSpread(images, [0, 0, 0, 1, 1, 2]);
  expect(spread).toBeCloseTo(((2 + Math.SQRT2) / 3 + 0.2) / 2, 9);
  expect(classSpread(pairs([7, 7], [7, 7]), [3, 3])).toBe(0);
});

test("does not mind the order, nor what other classes are like", () => {
  const images = pairs([0, 0], [255, 0], [40, 60], [50, 60]);
  const turned = pairs([50, 60], [255, 0], [0, 0], [40, 60]);
  expect(classSpread(images, [1, 1, 2, 2])).toBeCloseTo(classSpread(turned, [2, 1, 1, 2]), 12);
  const far = pairs([0, 0], [255, 0], [240, 60], [250, 60]);
  expect(classSpread(far, [1, 1, 2, 2])).toBeCloseTo(classSpread(images, [1, 1, 2, 2]), 12);
});

test("its floor holds what fresh pictures of the same kind score, and not what half as varied ones do", () => {
  const random = new Random(4);
  const drawn = (count: number, spread: number): ByteImages => ({
    data: Uint8Array.from({length: count * 16}, () => 128 + spread * random.normal()),
    shape: [count, 4, 4, 1],
  });
  const labels = (count: number) => Array.from({length: count}, (_, i) => i % 2);
  const floor = classSpreadFloor(drawn(200, 20), labels(200), 20, new Random(1));
  const fresh = classSpread(drawn(40, 20), labels(40));
  expect(fresh).toBeGreaterThan(floor.low - 0.02);
  expect(fresh).toBeLessThan(floor.high + 0.02);
  expect(classSpread(drawn(40, 10), labels(40))).toBeLessThan(floor.low * 0.7);
});

test("refuses what has no pair", () => {
  expect(() => classSpread(pairs([0, 0], [1, 1]), [0, 1])).toThrow("too few pictures: 2");
});
