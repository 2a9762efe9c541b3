import {expect, test} from "vitest";
import {contingencyTable, margins} from "../../../lib/metrics/contingency-table.js";

test("counts the groups of the one way in rows and of the other in columns", () => {
  const table = contingencyTable([0, 0, 0, 1, 2, 2], [0, 1, 1, 1, 0, 1], 3, 2);
  expect([...table.counts]).toEqual([1, 2, 0, 1, 1, 1]);
});

test("its margins are the sizes of the groups, empty ones too", () => {
  const {rowSums, columnSums, total} = margins(contingencyTable([0, 2, 2], [1, 1, 0], 3, 4));
  expect([...rowSums]).toEqual([1, 0, 2]);
  expect([...columnSums]).toEqual([1, 2, 0, 0]);
  expect(total).toBe(3);
});

test("refuses other lengths and groups that are none", () => {
  expect(() => contingencyTable([0, 1], [0], 2, 2)).toThrow("lengths differ: 2 and 1 groups");
  expect(() => contingencyTable([2], [0], 2, 2)).toThrow(
    "invalid group: 2 (an integer from 0 to 1)",
  );
  expect(() => contingencyTable([0], [0.5], 2, 2)).toThrow("invalid group: 0.5");
});
