import {expect, test} from "vitest";
import {contingencyTable} from "../../../lib/metrics/contingency-table.js";
import {normalisedMutualInformation} from "../../../lib/metrics/normalised-mutual-information.js";
import reference from "../../reference/clusters.json" with {type: "json"};

test.each(reference.agreement)("agrees with NumPy: $name", ({a, b, rows, columns, ...expected}) => {
  const information = normalisedMutualInformation(contingencyTable(a, b, rows, columns));
  expect(information).toBeCloseTo(expected.normalisedInformation, 12);
});

test("is 1 for the same groups by other names, 0 where one says nothing of the other", () => {
  const labels = [0, 0, 1, 1, 2, 2];
  const renamed = labels.map((label) => 2 - label);
  expect(normalisedMutualInformation(contingencyTable(labels, renamed, 3, 3))).toBeCloseTo(1, 12);
  const crossed = [0, 1, 0, 1, 0, 1];
  expect(normalisedMutualInformation(contingencyTable(labels, crossed, 3, 2))).toBeCloseTo(0, 12);
});

test("takes one group against one group for agreement, and refuses nothing at all", () => {
  expect(normalisedMutualInformation(contingencyTable([0, 0], [0, 0], 1, 1))).toBe(1);
  expect(normalisedMutualInformation(contingencyTable([0, 0], [0, 1], 1, 2))).toBe(0);
  expect(() => normalisedMutualInformation(contingencyTable([], [], 1, 1))).toThrow(
    "too few things: 0 (at least 1)",
  );
});
