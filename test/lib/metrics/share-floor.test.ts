import {expect, test} from "vitest";
import {shareFloor} from "../../../lib/metrics/share-floor.js";
import {Random} from "../../../lib/random.js";

const right = Uint8Array.from({length: 1000}, (_, i) => (i % 10 === 0 ? 0 : 1));

test("lies about the whole's share, within two standard deviations of a draw without replacement", () => {
  const {low, high} = shareFloor(right, 100, 2000, new Random(1));
  const deviation = Math.sqrt(((0.9 * 0.1) / 100) * (900 / 999));
  expect(low).toBeCloseTo(0.9 - 1.96 * deviation, 1);
  expect(high).toBeCloseTo(0.9 + 1.96 * deviation, 1);
  expect(high - low).toBeGreaterThan(3 * deviation);
  expect(high - low).toBeLessThan(5 * deviation);
});

test("is one number when all are drawn, or when all are right", () => {
  expect(shareFloor(right, 1000, 20, new Random(1))).toEqual({low: 0.9, high: 0.9});
  const perfect = new Uint8Array(50).fill(1);
  expect(shareFloor(perfect, 10, 20, new Random(1))).toEqual({low: 1, high: 1});
});

test("follows from its random numbers alone, and narrows with more pictures", () => {
  const width = (count: number, seed: number) => {
    const {low, high} = shareFloor(right, count, 200, new Random(seed));
    return high - low;
  };
  expect(width(50, 3)).toBe(width(50, 3));
  expect(width(500, 3)).toBeLessThan(width(50, 3));
});

test("refuses more pictures than there are", () => {
  for (const count of [0, 1001, 1.5])
    expect(() => shareFloor(right, count, 20, new Random(1))).toThrow(
      /invalid number of pictures: .* \(a whole number from 1 to 1000\)/,
    );
});
