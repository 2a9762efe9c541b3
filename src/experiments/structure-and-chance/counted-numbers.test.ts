import {expect, test} from "vitest";
import {numbersIn} from "./counted-numbers.js";

const array = (...values: number[]) => ({data: Float32Array.from(values), shape: [values.length]});

test("both numbers have their intervals: one comes with it, the other follows from how many were counted", () => {
  const {variety, asked} = numbersIn({spread: array(3.5, 3.25, 3.75), agreement: array(80, 150)});
  expect(variety).toEqual({value: 3.5, interval: [3.25, 3.75]});
  expect(asked.value).toBe(80);
  // Wilson's, by the formula of accuracy.ts, of 120 of 150.
  expect(asked.interval![0]).toBeCloseTo(72.88, 1);
  expect(asked.interval![1]).toBeCloseTo(85.62, 1);
});

test("what was kept before there were intervals has none", () => {
  expect(numbersIn({spread: array(3.5), agreement: array(80)})).toEqual({
    ...{variety: {value: 3.5}, asked: {value: 80}},
  });
});
