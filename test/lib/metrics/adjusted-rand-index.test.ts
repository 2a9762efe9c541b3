import {expect, test} from "vitest";
import {adjustedRandIndex} from "../../../lib/metrics/adjusted-rand-index.js";
import {contingencyTable} from "../../../lib/metrics/contingency-table.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/clusters.json" with {type: "json"};

test.each(reference.agreement)("agrees with NumPy: $name", ({a, b, rows, columns, ...expected}) => {
  const index = adjustedRandIndex(contingencyTable(a, b, rows, columns));
  expect(index).toBeCloseTo(expected.adjustedRand, 12);
});

test("is 1 for the same groups by other names, and whichever way round", () => {
  const labels = [0, 0, 1, 1, 2, 2, 2];
  const renamed = labels.map((label) => (label + 1) % 3);
  expect(adjustedRandIndex(contingencyTable(labels, renamed, 3, 3))).toBe(1);
  const other = [0, 1, 1, 1, 0, 0, 1];
  const there = adjustedRandIndex(contingencyTable(labels, other, 3, 2));
  expect(adjustedRandIndex(contingencyTable(other, labels, 2, 3))).toBeCloseTo(there, 12);
});

test("is 0 on average for groups drawn by chance, unlike the plain share of pairs", () => {
  const random = new Random(3);
  const labels = Array.from({length: 200}, (_, i) => i % 10);
  const values = Array.from({length: 200}, () =>
    adjustedRandIndex(
      contingencyTable(
        labels.map(() => random.integer(5)),
        labels,
        5,
        10,
      ),
    ),
  );
  expect(Math.abs(values.reduce((a, b) => a + b, 0) / 200)).toBeLessThan(0.003);
});

test("takes one group against one group for agreement, and refuses a single thing", () => {
  expect(adjustedRandIndex(contingencyTable([0, 0, 0], [0, 0, 0], 1, 1))).toBe(1);
  expect(() => adjustedRandIndex(contingencyTable([0], [0], 1, 1))).toThrow(
    "too few things: 1 (at least 2)",
  );
});
