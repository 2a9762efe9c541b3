import {expect, test} from "vitest";
import {
  nearCopyFloor,
  nearCopyLimit,
  nearestDistances,
  shareBelow,
} from "../../../lib/metrics/near-copies.js";
import {Random} from "../../../lib/random.js";

const random = new Random(1);
const pictures = (count: number) => ({
  data: Uint8Array.from({length: count * 16}, () => random.integer(256)),
  shape: [count, 4, 4, 1] as const,
});

test("of held-out pictures 5 % are near-copies; of copies all are", () => {
  const [train, heldOut, fresh] = [pictures(200), pictures(400), pictures(400)];
  const limit = nearCopyLimit(nearestDistances(heldOut, train));
  expect(shareBelow(nearestDistances(heldOut, train), limit)).toBeCloseTo(0.05, 2);
  const {low, high} = nearCopyFloor(400);
  const share = shareBelow(nearestDistances(fresh, train), limit);
  expect(share).toBeGreaterThan(low / 2);
  expect(share).toBeLessThan(2 * high);
  expect(shareBelow(nearestDistances(train, train), limit)).toBe(1);
});

test("the floor is around 5 %, narrower for more pictures, never below 0", () => {
  expect(nearCopyFloor(100)).toEqual({
    low: 0.05 - 2 * Math.sqrt(0.000475),
    high: 0.05 + 2 * Math.sqrt(0.000475),
  });
  expect(nearCopyFloor(4).low).toBe(0);
});

test("a share of no pictures is refused", () => {
  expect(() => shareBelow([], 1)).toThrow(/too few pictures: 0/);
});
