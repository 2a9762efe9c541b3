import {describe, expect, test} from "vitest";
import {accuracy, shareInterval, topClasses} from "../../../lib/metrics/accuracy.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/metrics.json" with {type: "json"};

describe("accuracy", () => {
  test("is the share of equal entries", () => {
    const {share, right, count} = accuracy([1, 2, 3, 4], [1, 0, 3, 4]);
    expect([share, right, count]).toEqual([0.75, 3, 4]);
  });

  test.each(reference.wilson)("has Wilson's interval for $right of $count", (expected) => {
    const labels = new Uint8Array(expected.count);
    const predicted = labels.map((_, i) => (i < expected.right ? 0 : 1));
    const {low, high} = accuracy(labels, predicted);
    expect(low).toBeCloseTo(expected.interval[0]!, 9);
    expect(high).toBeCloseTo(expected.interval[1]!, 9);
    expect(shareInterval(expected.right / expected.count, expected.count).low).toBeCloseTo(low, 9);
  });

  test("its interval holds the true share in about 95 % of experiments", () => {
    const random = new Random(1);
    const zeros = new Uint8Array(80);
    let held = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const {low, high} = accuracy(
        zeros,
        zeros.map(() => (random.uniform() < 0.9 ? 0 : 1)),
      );
      if (low <= 0.9 && 0.9 <= high) held++;
    }
    expect(held / 1000).toBeGreaterThan(0.92);
    expect(held / 1000).toBeLessThan(0.98);
  });

  test("refuses different lengths and no pictures", () => {
    expect(() => shareInterval(0.5, 0)).toThrow("invalid count: 0 (at least 1)");
    expect(() => shareInterval(1.5, 10)).toThrow("invalid share: 1.5 (from 0 to 1)");
    expect(() => accuracy([1], [1, 2])).toThrow("lengths differ: 1 labels and 2 predictions");
    expect(() => accuracy([], [])).toThrow("too few pictures: 0 (at least 1)");
  });
});

test("topClasses takes the largest of each row, the first of equals", () => {
  const scores = Float32Array.of(0, 5, 1, -3, -1, -2, 4, 0, 4);
  expect([...topClasses(scores, 3)]).toEqual([1, 1, 0]);
});
