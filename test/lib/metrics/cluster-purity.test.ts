import {expect, test} from "vitest";
import {clusterPurity, commonestLabels} from "../../../lib/metrics/cluster-purity.js";
import {contingencyTable} from "../../../lib/metrics/contingency-table.js";
import reference from "../../reference/clusters.json" with {type: "json"};

test.each(reference.agreement)("agrees with NumPy: $name", ({a, b, rows, columns, ...expected}) => {
  expect(clusterPurity(contingencyTable(a, b, rows, columns))).toBeCloseTo(expected.purity, 12);
});

test("names every cluster after its commonest label, the first one of equals", () => {
  const table = contingencyTable([0, 0, 0, 1, 1, 3], [2, 2, 0, 1, 0, 1], 4, 3);
  expect(commonestLabels(table)).toEqual([
    {label: 2, count: 2},
    {label: 0, count: 1},
    {label: 0, count: 0},
    {label: 1, count: 1},
  ]);
  expect(clusterPurity(table)).toBeCloseTo(4 / 6, 12);
});

test("is 1 when every thing has a cluster of its own: that proves nothing", () => {
  const labels = [0, 1, 0, 1];
  expect(clusterPurity(contingencyTable([0, 1, 2, 3], labels, 4, 2))).toBe(1);
});
