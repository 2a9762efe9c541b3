import {expect, test} from "vitest";
import type {Images} from "../../../lib/image.js";
import {meanPicture, meanSquaredError} from "../../../lib/metrics/mean-squared-error.js";
import reference from "../../reference/clusters.json" with {type: "json"};

const {real, made, shape, error, mean} = reference.meanSquaredError;
const images = (values: readonly number[]): Images => ({
  data: Float32Array.from(values),
  shape: shape as [number, number, number, number],
});

test("agrees with NumPy on pixels from 0 to 1", () => {
  expect(meanSquaredError(images(real), images(made))).toBeCloseTo(error, 10);
  const picture = meanPicture(images(real));
  expect(picture).toHaveLength(mean.length);
  picture.forEach((value, i) => {
    expect(value).toBeCloseTo(mean[i]!, 6);
  });
});

test("is 0 for equal pictures and 1 for black against white", () => {
  expect(meanSquaredError(images(real), images(real))).toBe(0);
  const black = images(real.map(() => -1));
  expect(meanSquaredError(black, images(real.map(() => 1)))).toBe(1);
});

test("refuses other shapes and no pictures", () => {
  const none: Images = {data: new Float32Array(0), shape: [0, 3, 2, 1]};
  expect(() => meanSquaredError(images(real), none)).toThrow(
    "shapes differ: [4,3,2,1] and [0,3,2,1]",
  );
  expect(() => meanSquaredError(none, none)).toThrow("too few pictures: 0 (at least 1)");
});
