import {describe, expect, test} from "vitest";
import {
  classesOf,
  findPointClass,
  placesOfClass,
  pointClassCount,
} from "../../../lib/datasets/point-classes.js";
import {findPointSet, pointSets} from "../../../lib/datasets/points.js";
import {Random} from "../../../lib/random.js";

const count = 4000;

describe.each(Object.keys(pointSets))("%s", (name) => {
  const classOf = findPointClass(name);
  const points = findPointSet(name)(new Random(1), count);

  test("has four classes with about as many points each", () => {
    const labels = classesOf(classOf, points);
    for (let label = 0; label < pointClassCount; label++)
      expect(Math.abs(labels.filter((each) => each === label).length / count - 0.25)).toBeLessThan(
        0.04,
      );
    expect(Math.max(...labels)).toBe(pointClassCount - 1);
  });

  test("gives every place a class, beyond the points too", () => {
    for (const [x, y] of [
      [0, 0],
      [-3, 0.5],
      [3, -3],
    ] as const)
      expect([0, 1, 2, 3]).toContain(classOf(x, y));
  });
});

test("no spot is cut in two", () => {
  const classOf = findPointClass("spots");
  for (const [x, y] of [
    [0.75, 0],
    [0.53, 0.53],
    [0, 0.75],
    [-0.53, 0.53],
  ] as const) {
    const around = [0.12, -0.12].flatMap((by) => [classOf(x + by, y), classOf(x, y + by)]);
    expect(new Set(around).size).toBe(1);
  }
});

test("the places of a class are those of it, in their order", () => {
  expect([
    ...placesOfClass(findPointClass("ring"), 0, [0.5, 0.25, -0.5, 0.5, 0.125, 0.75]),
  ]).toEqual([0.5, 0.25, 0.125, 0.75]);
});

test("another distribution is refused", () => {
  expect(() => findPointClass("drawn")).toThrow(/unknown points: drawn/);
});
