import {expect, test} from "vitest";
import {ellipseOf, gaussianOf} from "../../../../src/figures/judging/ellipse.js";

const cloud = Float32Array.of(0, 0, 4, 2, 0, 2, 4, 0, 2, 1);

test("every corner is as many deviations from the centre, by the cloud's own measure", () => {
  const {mean, covariance} = gaussianOf(cloud);
  const [xx, xy, , yy] = covariance as unknown as [number, number, number, number];
  const det = xx * yy - xy * xy;
  for (const {x, y} of ellipseOf(gaussianOf(cloud), 2)) {
    const [u, v] = [x - mean[0]!, y - mean[1]!];
    expect((yy * u * u - 2 * xy * u * v + xx * v * v) / det).toBeCloseTo(4, 9);
  }
});

test("points on a line have a flat one, and one place a point", () => {
  const flat = ellipseOf(gaussianOf(Float32Array.of(0, 0, 1, 1, 2, 2)), 1);
  for (const {x, y} of flat) expect(y).toBeCloseTo(x, 9);
  for (const at of ellipseOf(gaussianOf(Float32Array.of(3, 4, 3, 4)), 1))
    expect(at).toEqual({x: 3, y: 4});
});
