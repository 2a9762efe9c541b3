import {expect, test} from "vitest";
import {pointSpread} from "../../../lib/metrics/point-spread.js";

const square = Float32Array.of(1, 1, -1, 1, -1, -1, 1, -1);

test("the centre and spread of a square are its middle and half its diagonal", () => {
  expect(pointSpread(square)).toEqual({centre: [0, 0], spread: Math.SQRT2});
  const {centre, spread} = pointSpread(square.map((value, i) => 3 * value + (i % 2)));
  expect(centre).toEqual([0, 1]);
  expect(spread).toBeCloseTo(3 * Math.SQRT2, 6);
});

test("no points, or half a point, are refused", () => {
  for (const length of [0, 3])
    expect(() => pointSpread(new Float32Array(length))).toThrow(`invalid points: ${length} values`);
});
