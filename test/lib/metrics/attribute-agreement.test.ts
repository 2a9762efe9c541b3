import {expect, test} from "vitest";
import {accuracy} from "../../../lib/metrics/accuracy.js";
import {attributeAgreement, columnOf} from "../../../lib/metrics/attribute-agreement.js";

const labels = [0, 1, 0, 2, 1, 1, 1, 0];
const predicted = [0, 1, 1, 2, 1, 0, 1, 0];

test("compares column by column, and the mean is the mean of the shares", () => {
  const {byAttribute, mean} = attributeAgreement(labels, predicted, 2);
  expect(byAttribute).toEqual([
    accuracy([0, 0, 1, 1], [0, 1, 1, 1]),
    accuracy([1, 2, 1, 0], [1, 2, 0, 0]),
  ]);
  expect(mean).toBe(0.75);
  expect(attributeAgreement(labels, labels, 2).mean).toBe(1);
});

test("a column", () => {
  expect(columnOf(labels, 1, 2)).toEqual([1, 2, 1, 0]);
});

test("rows that do not fit are refused", () => {
  expect(() => attributeAgreement(labels, predicted.slice(1), 2)).toThrow(
    "invalid labels: 8 and 7 (equally many, a multiple of 2)",
  );
});
