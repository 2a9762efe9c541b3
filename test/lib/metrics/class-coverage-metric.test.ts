import {expect, test} from "vitest";
import {coveredClasses} from "../../../lib/metrics/class-coverage-metric.js";
import {Random} from "../../../lib/random.js";
import {bareSample, space} from "./evaluation-reference.js";

const {size, classes} = space;
const sure = (classOf: (i: number) => number) =>
  bareSample(
    new Array<number>(50 * size).fill(0),
    Array.from({length: 50 * classes}, (_, i) =>
      i % classes === classOf(Math.floor(i / classes)) ? 1 : 0,
    ),
  );
const all = sure((i) => i % classes);

test("counts the classes that are there, beside what real pictures cover", () => {
  const two = coveredClasses(
    all,
    sure((i) => i % 2),
    {...space, held: all, random: new Random(2)},
  );
  expect(two.value).toBe(2);
  expect(two.floor).toEqual({low: classes, high: classes});
});
